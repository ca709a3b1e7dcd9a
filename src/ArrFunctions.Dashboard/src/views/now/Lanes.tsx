import { Pause, Play } from 'lucide-preact';
import { ActionButton } from '../../parts/ActionButton';
import { Badge } from '../../parts/Badge';
import { Card } from '../../parts/Card';
import { Loaded } from '../../parts/Loaded';
import { formatNumber } from '../../format/numbers';
import { t } from '../../texts';
import { pause, resume } from './laneActions';
import type { Lane, Situation } from './useSituation';

const changes = ['/api/queue', '/health'];

export function Lanes({ situation: { lanes, lanesProblem = null } }: { situation: Situation }) {
  return (
    <Card title={t.now.lanes.title} aside={<AllLanes lanes={lanes ?? []} />} class="lanes">
      <p class="muted">{t.now.lanes.lead}</p>
      <Loaded query={{ data: lanes, error: lanesProblem, isPending: lanes === undefined }} lines={9}>{known => <ul>{known.map(lane => <LaneRow key={lane.lane} lane={lane} />)}</ul>}</Loaded>
    </Card>
  );
}

function LaneRow({ lane: { lane, messages, workers, isPaused } }: { lane: Lane }) {
  const name = t.laneName(lane);
  return (
    <li>
      <p class="words"><span>{name}</span> <small class="muted">{t.now.lanes.note(formatNumber(messages), workers)}</small></p>
      {isPaused ? <Badge tone="warn">{t.now.lanes.paused}</Badge> : <Badge tone={messages > 0 ? 'accent' : 'quiet'}>{messages > 0 ? t.now.lanes.works : t.now.lanes.idle}</Badge>}
      {isPaused
        ? (
          <ActionButton act={() => resume(lane)} changes={changes} label={t.now.repairs.resumeLabel(name)} done={() => t.now.repairs.resumed(name)}>
            <Play size={16} aria-hidden="true" />{t.now.repairs.resume}
          </ActionButton>
        )
        : (
          <ActionButton act={() => pause(lane)} changes={changes} label={t.now.lanes.pauseLabel(name)} done={() => t.now.lanes.nowPaused(name)} isQuiet
            confirm={{ title: t.now.lanes.confirmTitle(name), body: t.now.lanes.confirmBody, button: t.now.lanes.pause }}>
            <Pause size={16} aria-hidden="true" />{t.now.lanes.pause}
          </ActionButton>
        )}
    </li>
  );
}

function AllLanes({ lanes }: { lanes: readonly Lane[] }) {
  return lanes.some(lane => lane.isPaused)
    ? <ActionButton act={() => resume()} changes={changes} done={() => t.now.lanes.allResumed}>{t.now.lanes.resumeAll}</ActionButton>
    : (
      <ActionButton act={() => pause()} changes={changes} done={() => t.now.lanes.allPaused} isQuiet
        confirm={{ title: t.now.lanes.confirmAll, body: t.now.lanes.confirmBody, button: t.now.lanes.pauseAll }}>
        {t.now.lanes.pauseAll}
      </ActionButton>
    );
}
