import { Link } from 'wouter-preact';
import { useGet } from '../../api/hooks';
import { Empty } from '../../parts/Empty';
import { t } from '../../texts';
import { isAtWork } from './exports/state';
import { StartExport } from './exports/StartExport';
import { libraryPath } from './place';

/** Before the first export of an instance: what an export is, and the button; while that runs, where to look. */
export function NotExported({ instance }: { instance: string }) {
  const last = useGet('/api/library/exports', { params: { query: { instance, limit: 1 } } }).data?.exports[0];
  if (last !== undefined && isAtWork(last)) {
    return <Empty><p>{t.library.notExported.running}</p><Link class="button" href={libraryPath('exports', last.exportId)}>{t.library.notExported.look}</Link></Empty>;
  }

  return (
    <Empty>
      <p>{t.library.notExported.what}</p>
      <p>{t.library.notExported.when}</p>
      <StartExport instances={[instance]} chosen={instance} isPrimary />
    </Empty>
  );
}
