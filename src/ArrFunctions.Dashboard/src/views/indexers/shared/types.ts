import type { components } from '../../../api/schema';

type Schemas = components['schemas'];
export type Indexer = Schemas['IndexerEntry'];
export type IndexerFlags = Schemas['IndexerFlags'];
export type InstanceIndexers = Schemas['InstanceIndexers'];
export type IndexerList = Schemas['IndexerList'];

/** A day of UTC; without a share nothing is known of it. */
export interface DayUptime {
  day: string;
  availability?: number | null;
}

export type HealPlan = Schemas['HealPlan'];
export type HealPlanEntry = Schemas['HealPlanEntry'];
export type Outage = Schemas['OutageRecord'];
export type IndexerUptime = Schemas['IndexerUptime'];
export type UptimeWindow = Schemas['UptimeJsonUptimeWindow'];
export type IndexerStatistics = Schemas['IndexerStatistics'];
export type Proposal = Schemas['Proposal'];
export type FailureClass = NonNullable<Indexer['lastFailureClass']>;
export type IndexerState = Indexer['state'];
