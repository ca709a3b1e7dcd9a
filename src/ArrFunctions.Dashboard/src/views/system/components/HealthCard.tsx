import { Link } from 'wouter-preact';
import { useHealth, type HealthEntry } from '../../../api/health';
import { formatDuration } from '../../../format/time';
import { Badge } from '../../../parts/Badge';
import { Card } from '../../../parts/Card';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';
import { checkTitle, placeOf, standingOf, toneOf, worstFirst } from './health';

/** Every check, the worst first; those that are well are folded away when something is not. */
export function HealthCard() {
  const health = useHealth(30_000);
  return (
    <Card title={t.system.health.title} aside={health.data === undefined ? undefined : <Badge tone={toneOf[health.data.status]}>{t.system.health.whole[health.data.status]}</Badge>}>
      <Loaded query={health} lines={8}>{report => <Checks entries={worstFirst(report.checks)} />}</Loaded>
    </Card>
  );
}

function Checks({ entries }: { entries: readonly HealthEntry[] }) {
  const well = entries.filter(entry => standingOf(entry) === 'healthy');
  const others = entries.filter(entry => standingOf(entry) !== 'healthy');
  return (
    <>
      {others.length === 0 ? <p class="muted">{t.system.health.allWell(well.length)}</p> : <ul class="rows">{others.map(entry => <Check key={entry.name} entry={entry} />)}</ul>}
      {well.length === 0 ? null : (
        <details open={others.length === 0}>
          <summary>{t.system.health.well(well.length)}</summary>
          <ul class="rows checks">{well.map(entry => <Check key={entry.name} entry={entry} />)}</ul>
        </details>
      )}
    </>
  );
}

function Check({ entry }: { entry: HealthEntry }) {
  const standing = standingOf(entry);
  const place = standing === 'healthy' ? undefined : placeOf(entry.name);
  return (
    <li class="check">
      <Badge tone={toneOf[standing]}>{t.system.health.standing[standing]}</Badge>
      <div>
        <strong><bdi>{checkTitle(entry.name)}</bdi></strong>
        <p><bdi>{entry.reason}</bdi> {place === undefined ? null : <Link href={place}>{t.system.health.goThere}</Link>}</p>
      </div>
      <small class="muted">{entry.ageSeconds === undefined ? t.system.health.notYet : t.system.health.age(formatDuration(entry.ageSeconds))}</small>
    </li>
  );
}
