import { usePages } from '../../../api/hooks';
import { formatDateTime } from '../../../format/time';
import { Badge } from '../../../parts/Badge';
import { Card } from '../../../parts/Card';
import { Loaded } from '../../../parts/Loaded';
import { MoreRows } from '../../../parts/MoreRows';
import { t } from '../../../texts';
import { classOf, millisecondsOf } from '../shared/figures';

const tones = { ok: 'good', failed: 'bad', unblocked: 'accent', unwatched: 'quiet' } as const;

/** Everything that was seen of it, newest first. */
export function ObservationsCard({ instance, id }: { instance: string; id: number }) {
  const pages = usePages('/api/indexers/history', { query: { instance, id } }, { rowsOf: page => page.observations, idOf: one => `${one.time} ${one.source} ${one.outcome}` });
  const words = t.indexers.detail;
  return (
    <Card title={words.observations}>
      <Loaded query={{ ...pages, data: pages.list }} lines={6}>
        {({ rows: seen }) => {
          return seen.length === 0 ? <p class="muted">{words.noObservation}</p> : (
            <table class="stacked observations">
              <thead><tr><th scope="col">{words.time}</th><th scope="col">{words.outcome}</th><th scope="col">{words.source}</th><th scope="col" class="number">{words.response}</th><th scope="col">{words.reason}</th></tr></thead>
              <tbody>
                {seen.map((one, at) => (
                  <tr key={`${one.time}:${one.source}:${at}`}>
                    <td data-label={words.time}><time dateTime={one.time}>{formatDateTime(one.time)}</time></td>
                    <td><Badge tone={tones[one.outcome]}>{words.outcomes[one.outcome]}</Badge></td>
                    <td data-label={words.source}>{words.sources[one.source]}</td>
                    <td class="number" data-label={words.response}>{millisecondsOf(one.responseMilliseconds)}</td>
                    <td>{[one.class === undefined ? '' : classOf(one.class), one.reason ?? ''].filter(Boolean).join(': ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }}
      </Loaded>
      <MoreRows pages={pages} />
    </Card>
  );
}
