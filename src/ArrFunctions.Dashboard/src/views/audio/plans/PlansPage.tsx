import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { Problem } from '../../../api/problem';
import { Card } from '../../../parts/Card';
import { Empty } from '../../../parts/Empty';
import { Loaded } from '../../../parts/Loaded';
import { t } from '../../../texts';
import { filterOf } from '../filters';
import { JobRows } from '../jobs/JobRows';
import { useJobs } from '../useJobs';
import { CarryOut } from './CarryOut';
import { DryRunNote } from './DryRunNote';

/** What dry runs would change, and the button that has it done. */
export function PlansPage() {
  const plans = useJobs(filterOf({ result: 'planned' }));
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const count = plans.list?.jobs.length ?? 0;
  return (
    <Card title={t.audio.plans.title} aside={count === 0 ? undefined : <CarryOut count={count} hasMore={plans.list?.hasMore ?? false} onDryRun={setRefusal} />}>
      {refusal === null ? null : <DryRunNote problem={refusal} text={t.audio.plans.dryRun} />}
      <Loaded query={{ ...plans, data: plans.list }} lines={6}>
        {list => list.jobs.length === 0 && !list.hasMore
          ? <Empty><p>{t.audio.plans.none}</p><p class="actions centred"><Link href="/audio/batches/new" class="button">{t.audio.batches.start}</Link></p></Empty>
          : <><p class="muted">{t.audio.plans.intro}</p><JobRows jobs={list.jobs} pages={plans} /></>}
      </Loaded>
    </Card>
  );
}
