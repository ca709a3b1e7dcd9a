import { Download } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatBytes, formatNumber } from '../../../format/numbers';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { ProgressBar } from '../../../parts/ProgressBar';
import { t } from '../../../texts';
import { downloadState, type Downloaded } from './download';

interface Progress {
  step: 'read' | 'check';
  table: string;
  rows: number;
}

/** What the state is, and a file of it. */
export function DownloadCard({ view }: { view: { version: string; tables: readonly string[] } }) {
  const texts = t.system.backup;
  const [progress, setProgress] = useState<Progress | null>(null);
  const [done, setDone] = useState<Downloaded | string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = () => {
    const control = new AbortController();
    running.current = control;
    setDone(null);
    setProgress({ step: 'read', table: '', rows: 0 });
    downloadState(view, (step, table, rows) => setProgress({ step, table, rows }), control.signal)
      .then(setDone, (fault: unknown) => setDone(control.signal.aborted ? texts.cancelled : fault instanceof TypeError ? t.problems.unreachable : (fault as Error).message))
      .finally(() => setProgress(null));
  };

  return (
    <Card title={texts.title}>
      <p>{texts.what}</p>
      <p class="muted">{texts.tables(view.tables.length)} {view.tables.join(', ')}</p>
      <div class="actions">
        <Button isPrimary isBusy={progress !== null} onClick={start}><Download size={16} aria-hidden="true" />{texts.download}</Button>
        {progress === null ? null : <Button onClick={() => running.current?.abort()}>{t.parts.cancel}</Button>}
      </div>
      {progress === null ? null : (
        <div class="download">
          <ProgressBar label={texts.download} share={shareOf(progress, view.tables)} />
          <small class="muted">{texts.progress[progress.step](progress.table, formatNumber(progress.rows))}</small>
        </div>
      )}
      {done === null ? null : typeof done === 'string' ? <p class="note bad" role="alert">{done}</p> : <Done {...done} />}
      <p class="muted">{texts.notInIt}</p>
    </Card>
  );
}

function Done({ rows, bytes, changed }: Downloaded) {
  const texts = t.system.backup;
  return (
    <p class={`note ${changed.length === 0 ? 'good' : 'warn'}`} role="status">
      {texts.done(formatNumber(rows), formatBytes(bytes))} {changed.length === 0 ? texts.same : texts.changed(changed)}
    </p>
  );
}

/** By tables: how many rows there are nobody knows before. It is read twice. */
const shareOf = ({ step, table }: Progress, tables: readonly string[]) => (Math.max(0, tables.indexOf(table)) / tables.length + (step === 'check' ? 1 : 0)) / 2;
