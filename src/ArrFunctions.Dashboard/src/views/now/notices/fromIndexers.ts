import { t } from '../../../texts';
import type { Situation } from '../useSituation';
import type { Notice } from './notice';

const shown = 3;

export function fromIndexers({ stats, plan }: Situation): Notice[] {
  return [...outages(plan), ...takenOut(stats?.indexers.now.takenOut ?? 0), ...planned(plan)];
}

function outages(plan: Situation['plan']): Notice[] {
  return (plan?.outages ?? []).filter(outage => outage.until === undefined).map(outage => ({
    id: `outage:${outage.scope}`,
    tone: 'warn',
    title: t.now.indexers.outage(outage.scope),
    details: [{ text: t.now.indexers.outageDetail(outage.failing, outage.watched) }],
    repairs: [{ kind: 'link', to: '/indexers', text: t.now.links.indexers }],
  }));
}

function takenOut(count: number): Notice[] {
  return count === 0 ? [] : [{
    id: 'indexers:out',
    tone: 'warn',
    title: t.now.indexers.takenOut(count),
    details: [{ text: t.now.indexers.takenOutDetail(count) }],
    repairs: [{ kind: 'link', to: '/indexers', text: t.now.links.indexers }],
  }];
}

/** In a dry run the plan is carried out by nobody, so a person decides. */
function planned(plan: Situation['plan']): Notice[] {
  const due = plan?.isDryRun === true ? plan.indexers.filter(entry => entry.action !== 'leave') : [];
  return due.length === 0 ? [] : [{
    id: 'indexers:plan',
    tone: 'warn',
    title: t.now.indexers.planned(due.length),
    details: [
      ...due.slice(0, shown).map(entry => ({ subject: entry.name, text: t.now.indexers.plannedOne(entry.action === 'disable', entry.reason) })),
      ...due.length > shown ? [{ text: t.now.indexers.andMore(due.length - shown) }] : [],
    ],
    repairs: [{ kind: 'link', to: '/indexers/heal', text: t.now.links.plan }],
  }];
}
