import type { VNode } from 'preact';
import { useGet } from '../../api/hooks';
import { Tabs } from '../../parts/Tabs';
import { useAddress } from '../../shell/address';
import { t } from '../../texts';
import { SweepButtons } from './grid/SweepButtons';
import { GridView } from './grid/GridView';
import { HealView } from './heal/HealView';
import { DiscoveryView } from './discovery/DiscoveryView';
import { IndexerPage } from './detail/IndexerPage';
import { NotFound } from '../NotFound';
import { StatsView } from './stats/StatsView';
import './indexers.css';

const views = { list: GridView, heal: HealView, stats: StatsView, discovery: DiscoveryView } as const;

/** Indexers by instance, and what is done about them; one of them has a page of its own. */
export function IndexersView() {
  const { words: [, first, second] } = useAddress();
  if (first !== undefined && second !== undefined) {
    return <IndexerPage key={`${first}/${second}`} instance={first} id={Number(second)} />;
  }

  const view = Object.entries(views).find(([name]) => name === (first ?? 'list'));
  return view === undefined ? <NotFound /> : <Frame view={view[1]} />;
}

function Frame({ view: View }: { view: () => VNode }) {
  const list = useGet('/api/indexers');
  const plan = useGet('/api/indexers/heal');
  const proposals = useGet('/api/indexers/discovery');
  const words = t.indexers.tabs;
  return (
    <section class="page">
      <div class="indexer-head"><h1>{t.pages.indexers}</h1>{list.data === undefined ? null : <div class="actions"><SweepButtons list={list.data} /></div>}</div>
      <Tabs label={t.pages.indexers} tabs={[
        { path: '/indexers', title: words.list },
        { path: '/indexers/heal', title: words.heal, count: plan.data?.isDryRun === true ? plan.data.changes : undefined },
        { path: '/indexers/stats', title: words.stats },
        { path: '/indexers/discovery', title: words.discovery, count: proposals.data?.proposals.filter(one => one.state === 'proposed').length },
      ]} />
      <View />
    </section>
  );
}
