import { useGet } from '../../../api/hooks';
import { Card } from '../../../parts/Card';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';
import { CompareFigures } from './CompareFigures';
import { DiffCard } from './DiffCard';
import { KindFigures } from './KindFigures';

const text = t.library.compare;

/** What lies between two exports. */
export function Comparison({ from, to }: { from: string; to: string }) {
  const query = useGet('/api/library/compare', { params: { query: { from, to } } }, { keepPrevious: true });
  return (
    <Loaded query={query} lines={8}>
      {data => {
        const lists = [
          { title: text.gains, diffs: data.gains, total: data.gained }, { title: text.losses, diffs: data.losses, total: data.lost },
          { title: text.additions, diffs: data.additions, total: data.added }, { title: text.removals, diffs: data.removals, total: data.removed },
        ].filter(({ diffs }) => diffs.length > 0);
        return (
          <>
            <CompareFigures from={data.from} to={data.to} />
            <KindFigures comparison={data} />
            {lists.length === 0 ? <Card title={text.net}><p class="muted">{text.same}</p></Card> : (
              <div class="columns">{lists.map(list => <DiffCard key={list.title} instance={data.instance} {...list} />)}</div>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
