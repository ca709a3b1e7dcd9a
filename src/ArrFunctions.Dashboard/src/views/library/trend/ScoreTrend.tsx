import { useMemo } from 'preact/hooks';
import { formatNumber } from '../../../format/numbers';
import { formatDate } from '../../../format/time';
import { Card } from '../../../parts/Card';
import { TimeChart } from '../../../parts/TimeChart';
import { t } from '../../../texts';
import type { Trends } from '../types';
import { scoreLines } from './lines';

const text = t.library.trend;
const whole = (value: number) => formatNumber(Math.round(value));

/** Scores over time, and where they are expected to go, with how sure that is. */
export function ScoreTrend({ trends: { snapshots, forecast } }: { trends: Trends }) {
  const picture = useMemo(() => scoreLines({ snapshots, forecast }), [snapshots, forecast]);
  const last = forecast?.points.at(-1);
  return (
    <Card title={text.scores}>
      {snapshots.length < 2 ? <p class="muted">{text.few}</p> : <TimeChart label={text.scoresLabel} {...picture} format={whole} height={280} />}
      {forecast === undefined || last === undefined ? <p class="muted">{text.noForecast}</p> : (
        <p class="forecast">
          {text.forecastIs(whole(last.median), formatDate(last.day))} {text.forecastRange(whole(last.low), whole(last.high))}{' '}
          <span class="muted">{forecast.error === undefined ? text.forecastTrials : text.forecastError(whole(forecast.error), forecast.trials)}</span>
        </p>
      )}
    </Card>
  );
}
