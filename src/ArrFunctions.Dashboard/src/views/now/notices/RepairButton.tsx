import { Link } from 'wouter-preact';
import { answer, client } from '../../../api/client';
import { ActionButton } from '../../../parts/ActionButton';
import { t } from '../../../texts';
import { resume } from '../laneActions';
import type { Repair } from './notice';
import { retryAll } from './retryAll';
import { testInstance } from './testInstance';

/** What repairs it: a button that does so, or the way to the page where it is done. */
export function RepairButton({ repair }: { repair: Repair }) {
  switch (repair.kind) {
    case 'link':
      return <Link class="button" href={repair.to}>{repair.text}</Link>;
    case 'resume':
      return (
        <ActionButton act={() => resume(repair.lane)} changes={['/api/queue', '/health']} isPrimary
          label={repair.lane === undefined ? undefined : t.now.repairs.resumeLabel(t.laneName(repair.lane))}
          done={() => repair.lane === undefined ? t.now.lanes.allResumed : t.now.repairs.resumed(t.laneName(repair.lane))}>
          {repair.lane === undefined ? t.now.lanes.resumeAll : t.now.repairs.resume}
        </ActionButton>
      );
    case 'retry':
      return (
        <ActionButton act={() => retryAll(repair.jobs)} changes={['/api/jobs', '/api/queue', '/api/stats', '/health']}
          done={({ queued, refusal, refused }) => refusal === undefined ? t.now.repairs.retried(queued) : t.now.repairs.retriedPartly(queued, refused, refusal)}>
          {t.now.repairs.retry(repair.jobs.length)}
        </ActionButton>
      );
    case 'runSchedule':
      return (
        <ActionButton act={() => answer(client.POST('/api/schedules/{name}/run', { params: { path: { name: repair.name } } }))} changes={['/api/schedules', '/health']}
          label={t.now.repairs.runLabel(repair.name)} done={schedule => schedule.lastOutcome ?? schedule.name}>
          {t.now.repairs.run}
        </ActionButton>
      );
    case 'testInstance':
      return (
        <ActionButton act={() => testInstance(repair.name)} changes={['/health', '/api/setup']}
          label={t.now.repairs.testLabel(repair.name)} done={report => report.message}>
          {t.now.repairs.test}
        </ActionButton>
      );
  }
}
