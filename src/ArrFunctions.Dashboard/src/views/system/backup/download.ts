import { root } from '../../../api/client';
import { readPage } from './readPage';
import { differing, writeStateFile, type Tell } from './stateFile';

export interface Downloaded {
  rows: number;
  /** Compressed. */
  bytes: number;
  /** Tables that changed while they were read. */
  changed: readonly string[];
}

/** Reads the whole state, twice, and gives it to the browser as a file. */
export async function downloadState(view: { version: string; tables: readonly string[] }, tell: (step: 'read' | 'check', table: string, rows: number) => void, signal: AbortSignal): Promise<Downloaded> {
  const source = { ...view, from: root, time: new Date().toISOString() };
  const gzip = new CompressionStream('gzip');
  const file = new Response(gzip.readable).blob();
  const writer = gzip.writable.getWriter();
  const telling = (step: 'read' | 'check'): Tell => (table, rows) => tell(step, table, rows);
  try {
    const written = await writeStateFile(source, readPage, bytes => writer.write(bytes), telling('read'), signal);
    await writer.close();
    const again = await writeStateFile(source, readPage, () => Promise.resolve(), telling('check'), signal);
    const blob = await file;
    save(blob, `arrfunctions-state-${source.time.slice(0, 19).replaceAll(':', '')}.gz`);
    return { rows: written.rows, bytes: blob.size, changed: differing(written, again) };
  } catch (fault) {
    file.catch(() => undefined);
    await writer.abort(fault).catch(() => undefined);
    throw fault;
  }
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
