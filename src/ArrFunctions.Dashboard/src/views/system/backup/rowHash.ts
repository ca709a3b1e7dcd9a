import { Sha256 } from './sha256';

const encoder = new TextEncoder();

/** The digest of a table, as docs/migration.md says: each part of each row in UTF-8 with its length before it. */
export class RowHash {
  rows = 0;
  private readonly hash = new Sha256();

  add(...parts: readonly string[]): void {
    for (const part of parts) {
      const bytes = encoder.encode(part);
      const length = new DataView(new ArrayBuffer(4));
      length.setUint32(0, bytes.length);
      this.hash.add(new Uint8Array(length.buffer));
      this.hash.add(bytes);
    }

    this.rows += 1;
  }

  finish(): string {
    this.rows = 0;
    return this.hash.finish();
  }
}
