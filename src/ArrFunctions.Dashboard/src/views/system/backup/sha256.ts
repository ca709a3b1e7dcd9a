const primes = [...Array(312).keys()].slice(2).filter(n => [...Array(n).keys()].slice(2).every(divisor => n % divisor !== 0));
const fraction = (root: number) => (root % 1) * 2 ** 32 | 0;
const constants = Int32Array.from(primes, prime => fraction(Math.cbrt(prime)));
const beginning = primes.slice(0, 8).map(prime => fraction(Math.sqrt(prime)));

const turn = (word: number, by: number) => word >>> by | word << 32 - by;

/** SHA-256 (FIPS 180-4) over bytes that come bit by bit: the browser's own takes all at once, and is not there without TLS. */
export class Sha256 {
  private state = Int32Array.from(beginning);
  private readonly block = new DataView(new ArrayBuffer(64));
  private readonly words = new Int32Array(64);
  private filled = 0;
  private length = 0;

  add(bytes: Uint8Array): void {
    this.length += bytes.length;
    for (const byte of bytes) {
      this.block.setUint8(this.filled, byte);
      this.filled += 1;
      if (this.filled === 64) {
        this.mix();
      }
    }
  }

  /** The digest in hexadecimal digits; what is added next begins anew. */
  finish(): string {
    const bits = this.length * 8;
    this.add(Uint8Array.of(0x80));
    this.add(new Uint8Array((120 - this.filled) % 64));
    const end = new DataView(new ArrayBuffer(8));
    end.setUint32(0, Math.floor(bits / 2 ** 32));
    end.setUint32(4, bits % 2 ** 32);
    this.add(new Uint8Array(end.buffer));
    const digest = [...this.state].map(word => (word >>> 0).toString(16).padStart(8, '0')).join('');
    this.state = Int32Array.from(beginning);
    this.length = 0;
    return digest;
  }

  private mix(): void {
    const { words, state } = this;
    const word = (at: number) => words[at] ?? 0;
    for (let at = 0; at < 64; at++) {
      const [before2, before15] = [word(at - 2), word(at - 15)];
      words[at] = at < 16
        ? this.block.getInt32(at * 4)
        : (turn(before2, 17) ^ turn(before2, 19) ^ before2 >>> 10) + word(at - 7) + (turn(before15, 7) ^ turn(before15, 18) ^ before15 >>> 3) + word(at - 16);
    }

    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let at = 0; at < 64; at++) {
      const first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + (constants[at] ?? 0) + word(at) | 0;
      const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, d + first | 0, c, b, a, first + second | 0];
    }

    [a, b, c, d, e, f, g, h].forEach((value, at) => {
      state[at] = (state[at] ?? 0) + value;
    });
    this.filled = 0;
  }
}
