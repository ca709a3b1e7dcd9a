const lanes: Readonly<Record<string, string>> = {
  webhook: 'Imports',
  high: 'Batches, high',
  normal: 'Batches, normal',
  low: 'Batches, low',
  slow: 'Slow files',
};

/** A lane in words; one that is not known yet as the service calls it. */
export const laneName = (lane: string): string => lanes[lane] ?? lane;
