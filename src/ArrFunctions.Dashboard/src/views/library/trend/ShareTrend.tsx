import { useMemo } from 'preact/hooks';
import { formatShare } from '../../../format/numbers';
import { Card } from '../../../parts/Card';
import { TimeChart } from '../../../parts/TimeChart';
import { t } from '../../../texts';
import type { Snapshot } from '../types';
import { healthLines, shareLines } from './lines';

const text = t.library.trend;

export function ShareTrend({ snapshots }: { snapshots: readonly Snapshot[] }) {
  const shares = useMemo(() => shareLines(snapshots), [snapshots]);
  const health = useMemo(() => healthLines(snapshots), [snapshots]);
  return (
    <Card title={text.shares}>
      {snapshots.length < 2 ? <p class="muted">{text.few}</p> : (
        <>
          <TimeChart label={text.sharesLabel} {...shares} format={formatShare} range={[0, 1]} />
          <h3>{text.health}</h3>
          <TimeChart label={text.healthLabel} {...health} range={[0, 100]} height={150} />
        </>
      )}
    </Card>
  );
}
