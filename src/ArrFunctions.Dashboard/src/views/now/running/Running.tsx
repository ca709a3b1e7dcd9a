import { Link } from 'wouter-preact';
import { serviceNow } from '../../../format/clock';
import { Ago } from '../../../parts/Ago';
import { Card } from '../../../parts/Card';
import { ProgressBar } from '../../../parts/ProgressBar';
import { formatNumber } from '../../../format/numbers';
import { formatDuration } from '../../../format/time';
import { t } from '../../../texts';
import type { Situation } from '../useSituation';
import { nextSeldom } from './nextSeldom';
import { runningRows, type RunningRow } from './rows';

export function Running({ situation }: { situation: Situation }) {
  const rows = runningRows(situation, { number: formatNumber, duration: formatDuration }, serviceNow());
  const queued = situation.stats?.operations.now.queued ?? 0;
  return (
    <Card title={t.now.running.title} class="running">
      {rows.length === 0 ? <Nothing situation={situation} /> : <ul>{rows.map(row => <Row key={row.id} row={row} />)}</ul>}
      {queued === 0 ? null : <p class="muted">{t.now.running.queued(formatNumber(queued))}</p>}
    </Card>
  );
}

function Row({ row }: { row: RunningRow }) {
  return (
    <li>
      <p class="title"><Link href={row.to} title={row.title}><bdi>{row.title}</bdi></Link>{row.since === undefined ? null : <small class="muted"><Ago time={row.since} /></small>}</p>
      {row.share === undefined ? null : <ProgressBar share={row.share} label={t.now.running.progress(row.title)} />}
      <p class="muted"><bdi>{row.notes.join(' · ')}</bdi></p>
    </li>
  );
}

/** What comes next, so that an idle service looks idle and not broken. */
function Nothing({ situation: { schedules = [] } }: { situation: Situation }) {
  const next = nextSeldom(schedules);
  return (
    <p class="muted">
      {t.now.running.none} {next?.nextRun === undefined ? null : <>{t.now.running.noneNext(next.name)} <Ago time={next.nextRun} /></>}
    </p>
  );
}
