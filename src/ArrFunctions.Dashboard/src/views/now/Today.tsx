import { Figure } from '../../parts/Figure';
import { formatNumber } from '../../format/numbers';
import { t } from '../../texts';
import type { Stats } from './stats';

/** The figures of the day; places are kept while they are fetched, so that nothing jumps. */
export function Today({ stats }: { stats: Stats | undefined }) {
  const { audio, operations, indexers, searches } = stats ?? {};
  const files = audio?.sinceStart;
  const failed = operations?.today.failed ?? 0;
  return (
    <section aria-label={t.now.today.title}>
      <dl class="figures">
        <Figure name={t.now.today.fixed} value={shown(files?.changed)} note={t.now.today.fixedNote} />
        <Figure name={t.now.today.right} value={shown(files?.alreadyCorrect)} note={t.now.today.fixedNote} />
        {files === undefined || files.planned === 0 ? null : <Figure name={t.now.today.planned} value={formatNumber(files.planned)} note={t.now.today.plannedNote} />}
        <Figure name={t.now.today.done} value={shown(operations?.today.succeeded)} note={t.now.today.doneNote(operations?.today.skipped ?? 0)} />
        <Figure name={t.now.today.failed} value={shown(operations?.today.failed)} note={t.now.today.title} tone={failed > 0 ? 'bad' : ''} />
        <Figure name={t.now.today.waiting} value={shown(operations?.now.waiting)} note={t.now.today.waitingNote} />
        <Indexers now={indexers?.now} />
        <Figure name={t.now.today.searches} value={shown(searches?.today.searched)} note={t.now.today.searchesNote(searches?.today.failed ?? 0)} />
      </dl>
    </section>
  );
}

function Indexers({ now }: { now: Stats['indexers']['now'] | undefined }) {
  if (now === undefined || now.total === 0) {
    return <Figure name={t.now.today.indexers} value={shown(undefined)} note={t.now.today.none} />;
  }

  const off = now.switchedOff + now.takenOut;
  const note = t.now.today.indexersNote(now.failing, off);
  return <Figure name={t.now.today.indexers} value={t.now.today.ofAll(now.working, now.total)} note={note === '' ? t.now.today.allOn : note} tone={now.failing > 0 ? 'warn' : ''} />;
}

const shown = (value: number | undefined): string => value === undefined ? '–' : formatNumber(value);
