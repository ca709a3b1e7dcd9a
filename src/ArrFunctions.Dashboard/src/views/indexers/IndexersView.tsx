import { useLocation } from 'wouter-preact';
import { useGet } from '../../api/hooks';
import { Tabs } from '../../parts/Tabs';
import { t } from '../../texts';
import { SweepButtons } from './grid/SweepButtons';
import { GridView } from './grid/GridView';
import { partsOf } from './shared/address';
import './indexers.css';

/** Indexers by instance, and what is done about them; one of them has a page of its own. */
export function IndexersView() {
  useLocation();
  const [, first, second] = partsOf(window.location.hash).parts;
  return second !== undefined && first !== undefined ? null : <Pages />;
}

function Pages() {
  const list = useGet('/api/indexers');
  return (
    <section class="page">
      <div class="indexer-head"><h1>{t.pages.indexers}</h1>{list.data === undefined ? null : <div class="actions"><SweepButtons list={list.data} /></div>}</div>
      <Tabs label={t.pages.indexers} tabs={[{ path: '/indexers', title: t.pages.indexers }]} />
      <GridView />
    </section>
  );
}
