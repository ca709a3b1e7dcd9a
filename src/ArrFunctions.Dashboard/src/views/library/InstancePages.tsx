import type { ComponentType } from 'preact';
import { Empty } from '../../parts/Empty';
import { Tabs } from '../../parts/Tabs';
import { t } from '../../texts';
import { Candidates } from './candidates/Candidates';
import { Formats } from './formats/Formats';
import { History } from './history/History';
import { Overview } from './overview/Overview';
import { libraryPath } from './place';
import { Profiles } from './profiles/Profiles';
import { SearchPage } from './search/SearchPage';
import { TrendPage } from './trend/TrendPage';

const pages: Readonly<Record<string, ComponentType<{ instance: string }>>> = {
  overview: Overview, trend: TrendPage, candidates: Candidates, search: SearchPage, formats: Formats, profiles: Profiles, history: History,
};

/** All pages of one library. */
export function InstancePages({ instance, part = 'overview' }: { instance: string; part: string | undefined }) {
  const Page = Object.hasOwn(pages, part) ? pages[part] : undefined;
  const tabs = Object.entries(t.library.tabs).map(([key, title]) => ({ path: key === 'overview' ? libraryPath(instance) : libraryPath(instance, key), title }));
  return (
    <>
      <Tabs label={t.library.parts} tabs={tabs} />
      {Page === undefined ? <Empty>{t.library.noPage}</Empty> : <Page instance={instance} />}
    </>
  );
}
