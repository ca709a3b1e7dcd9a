import { t } from '../texts';

const plain = new Intl.NumberFormat(t.language, { maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat(t.language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

export const formatNumber = (value: number): string => plain.format(value);

/** With its sign: +120, -40, 0. */
export const formatSigned = (value: number): string => signed.format(value);

/** 0.987 is "98.7 %". Never rounded up to all: 99.96 % stays below 100. */
export function formatShare(share: number): string {
  const percent = share >= 1 ? 100 : Math.min(99.9, share * 100);
  return `${plain.format(percent)} %`;
}

export function formatBytes(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  return `${plain.format(bytes / 1024 ** power)} ${units[power] ?? ''}`;
}
