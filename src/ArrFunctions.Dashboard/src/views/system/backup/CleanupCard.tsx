import { Eraser } from 'lucide-preact';
import { answer, client } from '../../../api/client';
import { useAction } from '../../../api/hooks';
import { Badge } from '../../../parts/Badge';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { ErrorNote } from '../../../parts/ErrorNote';
import { t } from '../../../texts';
import { outcomeTone, type Cleanup } from './cleanup';

/** Lets the timers run that remove what is old, and says what each of them did. */
export function CleanupCard() {
  const texts = t.system.cleanup;
  const action = useAction<undefined, Cleanup>(() => answer(client.POST('/api/maintenance/cleanup')), ['/api/maintenance', '/api/schedules', '/api/events', '/health']);
  return (
    <Card title={texts.title} class="cleanup">
      <p>{texts.what}</p>
      <div class="actions">
        <Button isBusy={action.isPending} onClick={() => action.mutate(undefined)}><Eraser size={16} aria-hidden="true" />{action.isPending ? texts.running : texts.run}</Button>
      </div>
      {action.error === null ? null : <ErrorNote problem={action.error} />}
      <div role="status">{action.data === undefined ? null : <Results results={action.data.results} />}</div>
    </Card>
  );
}

function Results({ results }: { results: Cleanup['results'] }) {
  const texts = t.system.cleanup;
  return results.length === 0 ? <p class="muted">{texts.none}</p> : (
    <>
      <p class="muted">{texts.done}</p>
      <ul class="rows">
        {results.map(({ schedule, outcome, text }) => (
          <li key={schedule}>
            <strong><bdi>{schedule}</bdi></strong> <Badge tone={outcomeTone(outcome)}>{texts.outcomes[outcome] ?? outcome}</Badge>
            <small class="muted"><bdi>{text}</bdi></small>
          </li>
        ))}
      </ul>
    </>
  );
}
