import { useState } from 'preact/hooks';
import { usePages } from '../../../api/hooks';
import { isAtWork } from './state';

const pollEvery = 1500;

/** Exports, newest first; asked for again and again while one of them runs. */
export function useExports(instance: string | undefined) {
  const [runs, setRuns] = useState(false);
  const pages = usePages('/api/library/exports', { query: { instance: instance === '' ? undefined : instance } }, { rowsOf: page => page.exports, idOf: shown => shown.exportId }, { poll: runs ? pollEvery : false, keepPrevious: true });
  const isRunning = pages.head?.exports.some(isAtWork) ?? false;
  if (isRunning !== runs) {
    setRuns(isRunning);
  }

  return pages;
}
