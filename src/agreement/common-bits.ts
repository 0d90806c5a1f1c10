// The only loop of Concord that is not TypeScript: JavaScript has no popcount and no 64-bit words. docs/decisions/matrix.md has the figures.

const [i32, i64, block] = [0x7f, 0x7e, 0x40];
const [a, b, bytes, sets, out, at, end, sum] = [0, 1, 2, 3, 4, 5, 6, 7];
const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const constant = (value: number) => [0x41, value];
const [loop, done] = [[0x03, block], 0x0b];
const [add, subtract, differ] = [0x6a, 0x6b, 0x47];
const backIf = [0x0d, 0];
const load64 = (offset: number) => [0x29, 0, offset];
const [and64, countBits64, add64, as32] = [0x83, 0x7b, 0x7c, 0xa7];
const store32 = [0x36, 0, 0];

const wordsPerStep = 4;

/** Sets have a length that is a multiple of this. */
export const bytesPerStep = wordsPerStep * 8;

const advance = (local: number, by: number) => [...get(local), ...constant(by), add, ...set(local)];

/** sum += the bits that the word at `at` and the word at b have in common. */
const countWord = (_: unknown, word: number) =>
  [get(sum), get(at), load64(8 * word), get(b), load64(8 * word), and64, countBits64, add64, set(sum)].flat();

const body = [
  ...[2, 2, i32, 1, i64], // locals of our own: at, end; sum
  ...[...get(a), ...get(bytes), add, ...set(end)],
  ...loop, // over sets
  ...[...get(a), ...set(at), 0x42, 0, ...set(sum)],
  ...loop, // over words
  ...Array.from({ length: wordsPerStep }, countWord).flat(),
  ...[...advance(at, bytesPerStep), ...advance(b, bytesPerStep)],
  ...[...get(at), ...get(end), differ, ...backIf, done],
  ...[...get(out), ...get(sum), as32, ...store32, ...advance(out, 4)],
  ...[...get(sets), ...constant(1), subtract, ...set(sets), ...get(sets), ...backIf, done],
  done,
];

/** A length, as WebAssembly writes it: seven bits a byte, the lowest first. */
const size = (value: number): number[] => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...size(value >>> 7)]);
const sized = (content: readonly number[]) => [...size(content.length), ...content];
const text = (value: string) => sized([...Buffer.from(value, 'ascii')]);
const section = (id: number, content: readonly number[]) => [id, ...sized(content)];

const binary = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // "\0asm", version 1
  ...section(1, [1, 0x60, 5, i32, i32, i32, i32, i32, 0]), // one type: five numbers to nothing
  ...section(3, [1, 0]), // one function of that type
  ...section(5, [1, 0, 1]), // one memory, at first one page
  ...section(7, [2, ...text('memory'), 2, 0, ...text('common'), 0, 0]),
  ...section(10, [1, ...sized(body)]),
]);

const pageBytes = 65_536;
const compiled = new WebAssembly.Module(binary);

/** Memory of a size, and a function that counts the bits which sets in it have in common. */
export interface CommonBits {
  /** The memory, as words of 32 bits. */
  readonly words: Int32Array;
  /**
   * Counts what the set at `a` has in common with each of the `sets` sets (at least one) that stand one after another from `b` on, all of
   * `bytes` bytes, a multiple of `bytesPerStep`. Writes the counts, of four bytes each, to `out` and after.
   */
  common(a: number, b: number, bytes: number, sets: number, out: number): void;
}

export function commonBits(memoryBytes: number): CommonBits {
  const { exports } = new WebAssembly.Instance(compiled);
  const memory = exports.memory as WebAssembly.Memory;
  memory.grow(Math.ceil(memoryBytes / pageBytes));
  return { words: new Int32Array(memory.buffer), common: exports.common as CommonBits['common'] };
}
