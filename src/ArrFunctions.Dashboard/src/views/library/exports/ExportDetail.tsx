import { useState } from 'preact/hooks';
import { useGet } from '../../../api/hooks';
import { Loaded } from '../../../parts/Loaded';
import { DownloadsCard } from './DownloadsCard';
import { ExportChanges } from './ExportChanges';
import { ExportFigures } from './ExportFigures';
import { ExportSummary } from './ExportSummary';
import { isAtWork } from './state';

/** One export: how it went, what changed, and its files. */
export function ExportDetail({ id }: { id: string }) {
  const [runs, setRuns] = useState(false);
  const query = useGet('/api/library/exports/{id}', { params: { path: { id } } }, { poll: runs ? 1000 : false });
  const isRunning = query.data !== undefined && isAtWork(query.data);
  if (isRunning !== runs) {
    setRuns(isRunning);
  }

  return (
    <Loaded query={query} lines={8}>
      {shown => (
        <>
          <ExportSummary shown={shown} />
          {shown.figures === undefined ? null : <ExportFigures figures={shown.figures} />}
          <div class="columns">
            <DownloadsCard shown={shown} />
            <ExportChanges shown={shown} />
          </div>
        </>
      )}
    </Loaded>
  );
}
