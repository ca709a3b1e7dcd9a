import { CircleAlert, CircleCheck, CircleHelp, CircleX, Hourglass, Plug } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { t } from '../../texts';
import { needsPerson, type Notice } from './notices/notice';
import type { Standing } from './standing';
import type { Situation } from './useSituation';

const looks = {
  unknown: { icon: CircleHelp, tone: 'quiet' },
  starting: { icon: Hourglass, tone: 'accent' },
  fresh: { icon: Plug, tone: 'accent' },
  down: { icon: CircleX, tone: 'bad' },
  attention: { icon: CircleAlert, tone: 'warn' },
  well: { icon: CircleCheck, tone: 'good' },
} as const;

interface Props {
  situation: Situation;
  notices: readonly Notice[];
  standing: Standing;
}

/** How things stand, in one sentence that is seen first. */
export function Headline({ situation, notices, standing }: Props) {
  const { icon: Icon, tone } = looks[standing];
  return (
    <div class={`headline ${tone}`} role="status">
      <Icon size={38} aria-hidden="true" />
      <div class="words">
        <h1>{sentence(standing, notices)}</h1>
        <p class="muted">{summary(situation, standing)}</p>
      </div>
      {standing === 'fresh' ? <Link class="button primary" href="/setup">{t.now.summary.begin}</Link> : null}
    </div>
  );
}

function sentence(standing: Standing, notices: readonly Notice[]): string {
  return standing === 'attention' ? t.now.standing.attention(notices.filter(needsPerson).length) : t.now.standing[standing];
}

function summary({ health, stats, batches = [] }: Situation, standing: Standing): string {
  if (standing === 'unknown') {
    return '';
  }

  if (standing === 'starting' || standing === 'fresh' || standing === 'down') {
    return t.now.summary[standing];
  }

  const instances = health?.checks.filter(check => check.name.startsWith('instance:')) ?? [];
  return [
    standing === 'attention' ? t.now.summary.working : '',
    instances.length === 0 ? '' : t.now.summary.applications(instances.filter(check => check.status === 'healthy').length, instances.length),
    stats === undefined || batches.some(batch => batch.ended === undefined) ? '' : t.now.summary.running(stats.operations.now.running),
  ].filter(part => part !== '').join(' · ');
}
