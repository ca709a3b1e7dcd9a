import { formatNumber } from '../../../format/numbers';
import { Ago } from '../../../parts/Ago';
import { ProgressBar } from '../../../parts/ProgressBar';
import { t } from '../../../texts';
import type { Export } from '../types';

const text = t.library.export;

/** How far an export is; without an end while it finds out what there is to ask for. */
export function ExportProgress({ shown: { instance, progress } }: { shown: Export }) {
  const isPlanned = progress?.isPlanned === true;
  return (
    <div class="export-progress">
      <ProgressBar label={text.progressLabel(instance)} share={isPlanned ? progress.percent / 100 : undefined} />
      <span class="muted">
        {isPlanned ? text.progress(formatNumber(progress.counts.settled), formatNumber(progress.total)) : text.planningNote}
        {progress?.eta === undefined ? null : <> · {text.eta} <Ago time={progress.eta} /></>}
      </span>
    </div>
  );
}
