import { Tabs } from '../../../parts/Tabs';
import { t } from '../../../texts';
import { libraryPath } from '../place';
import { ComparePage } from './ComparePage';
import { ExportDetail } from './ExportDetail';
import { Exports } from './Exports';

const text = t.library.export;

/** The exports of all instances: the list, one of them, two beside each other. */
export function ExportPages({ words: [id], instances }: { words: readonly string[]; instances: readonly string[] }) {
  return (
    <>
      <Tabs label={t.library.exports} tabs={[{ path: libraryPath('exports'), title: text.list }, { path: libraryPath('exports', 'compare'), title: text.compare }]} />
      {id === undefined ? <Exports instances={instances} /> : id === 'compare' ? <ComparePage instances={instances} /> : <ExportDetail key={id} id={id} />}
    </>
  );
}
