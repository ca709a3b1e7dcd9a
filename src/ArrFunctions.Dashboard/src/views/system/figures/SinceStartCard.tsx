import { Fragment } from 'preact';
import { formatNumber } from '../../../format/numbers';
import { Card } from '../../../parts/Card';
import { t } from '../../../texts';
import type { Stats } from '../../../api/stats';

/** What this process counted since its start: files, webhooks, tests. */
export function SinceStartCard({ stats }: { stats: Stats }) {
  const texts = t.system.figures.sinceStart;
  const { sinceStart: audio } = stats.audio;
  const { sinceStart: tests } = stats.indexers;
  return (
    <Card title={texts.title}>
      <dl class="pairs">
        <dt>{texts.files}</dt>
        <dd>{texts.filesSaid(formatNumber(audio.total), formatNumber(audio.changed), formatNumber(audio.failed))}</dd>
        {audio.meanMilliseconds === undefined || audio.meanMilliseconds === null ? null : <><dt>{texts.mean}</dt><dd>{texts.milliseconds(formatNumber(audio.meanMilliseconds))}</dd></>}
        {Object.entries(stats.webhooks.sinceStart).map(([service, counts]) => (
          <Fragment key={service}>
            <dt>{texts.webhooks(t.system.instances.services[service] ?? service)}</dt>
            <dd>{texts.webhooksSaid(formatNumber(counts.accepted), formatNumber(counts.ignored))}</dd>
          </Fragment>
        ))}
        <dt>{texts.tests}</dt>
        <dd>{texts.testsSaid(formatNumber(tests.testsPassed), formatNumber(tests.testsFailed))}</dd>
      </dl>
    </Card>
  );
}
