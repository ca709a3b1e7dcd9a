import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type Export = Schemas['ExportView'];
export type Snapshot = Schemas['LibrarySnapshot'];
export type Summary = Schemas['LibrarySummary'];
export type ScoreBand = Schemas['ScoreBand'];
export type Trends = Schemas['LibraryTrends'];
export type Candidate = Schemas['UpgradeCandidate'];
export type Format = Schemas['FormatEffect'];
export type Profile = Schemas['ProfileFigures'];
export type Change = Schemas['ScoreChange'];
export type Comparison = Schemas['LibraryComparison'];
export type Diff = Schemas['ItemDiff'];
export type Search = Schemas['SearchEntry'];
export type SearchPlan = Schemas['SearchPlan'];
export type Artifact = Schemas['ArtifactView'];
