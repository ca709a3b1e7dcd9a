import { Figure } from '../../parts/Figure';
import { formatNumber } from '../../format/numbers';
import { t } from '../../texts';
import type { Stats } from '../../api/stats';

/** The figures of the day; places are kept while they are fetched, so that nothing jumps. */
export function Today({ stats, isDryRun }: { stats: Stats | undefined; isDryRun: boolean }) {
  const { audio, operations, indexers, searches } = stats ?? {};
  const files = audio?.sinceStart;
  const failed = operations?.today.failed ?? 0;
  return (
    <section class="card today" aria-label={t.now.today.title}>
      <dl class="figures">
        {isDryRun
          ? <Figure name={t.now.today.planned} value={shown(files?.planned)} note={t.now.today.sinceStart} />
          : <Figure name={t.now.today.fixed} value={shown(files?.changed)} note={t.now.today.sinceStart} />}
        <Figure name={t.now.today.right} value={shown(files?.alreadyCorrect)} note={t.now.today.sinceStart} />
        <Figure name={t.now.today.failed} value={shown(operations?.today.failed)} note={t.now.today.failedNote(operations?.today.total ?? 0)} tone={failed > 0 ? 'bad' : ''} />
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

  const note = t.now.today.indexersNote(now.failing, now.switchedOff + now.takenOut);
  return <Figure name={t.now.today.indexers} value={t.now.today.ofAll(now.working, now.total)} note={note === '' ? t.now.today.allOn : note} tone={now.failing > 0 ? 'warn' : ''} />;
}

const shown = (value: number | undefined): string => value === undefined ? '–' : formatNumber(value);
