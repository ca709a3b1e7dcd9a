import { useGet } from '../../../api/hooks';
import { formatNumber } from '../../../format/numbers';
import { Figure } from '../../../parts/Figure';
import { t } from '../../../texts';
import { shareOf } from '../shared/figures';

/** What it was good for in the last 30 days. */
export function GrabFigures({ instance, id }: { instance: string; id: number }) {
  const statistics = useGet('/api/indexers/stats', { params: { query: { days: 30 } } });
  const found = statistics.data?.instances.find(one => one.instance === instance)?.indexers.find(one => one.id === id);
  const words = t.indexers.detail;
  if (found === undefined) {
    return null;
  }

  const { questions, failedQuestions } = found.figures;
  return (
    <dl class="figures">
      <Figure name={words.questions} value={formatNumber(questions)} note={words.in30} />
      <Figure name={words.success} value={questions === 0 ? '–' : shareOf(1 - failedQuestions / questions)} note={words.in30} />
      <Figure name={words.grabs} value={found.grabs === undefined ? '–' : formatNumber(found.grabs)} note={words.in30} />
      <Figure name={words.failedGrabs} value={found.failedGrabs === undefined ? '–' : formatNumber(found.failedGrabs)} note={words.in30} />
    </dl>
  );
}
