import { formatBytes, formatNumber, formatSigned } from '../../../format/numbers';

/** A score that became another one, with the way between. */
export function ScoreStep({ before, after }: { before: number | undefined; after: number | undefined }) {
  if (before === undefined || after === undefined) {
    const known = after ?? before;
    return <>{known === undefined ? '–' : formatNumber(known)}</>;
  }

  const step = after - before;
  return <>{formatNumber(before)} → {formatNumber(after)}{step === 0 ? null : <strong class={step > 0 ? 'up' : 'down'}> {formatSigned(step)}</strong>}</>;
}

/** How much larger or smaller the file is. */
export function SizeStep({ change }: { change: number }) {
  return change === 0 ? null : <span>{change > 0 ? '+' : '−'}{formatBytes(Math.abs(change))}</span>;
}
