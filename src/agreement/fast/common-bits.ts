// The only loop of Concord that is not TypeScript: JavaScript has no popcount and no 128-bit words. docs/decisions/matrix.md has the figures.

const [i32, v128, block] = [0x7f, 0x7b, 0x40];
const localGet = (index: number) => [0x20, index];
const localSet = (index: number) => [0x21, index];
const localTee = (index: number) => [0x22, index];
const constant = (value: number) => [0x41, value];
const [add, subtract, end, branchIf] = [0x6a, 0x6b, 0x0b, [0x0d, 0]];
const load128 = [0xfd, 0x00, 0, 0];
const and128 = [0xfd, 0x4e];
const countBits = [0xfd, 0x62];
const addPairsOf8 = [0xfd, 0x7d];
const addPairsOf16 = [0xfd, 0x7f];
const addLanes = [0xfd, 0xae, 0x01];
const lane = (index: number) => [0xfd, 0x1b, index];

const [a, b, bytes, sum] = [0, 1, 2, 3];
const bytesPerStep = 16;

/** sum += the bits that the 16 bytes at a and at b have in common; a, b forward; until all bytes are done. */
const body = [
  ...[1, 1, v128], // one local of our own: sum, four lanes
  ...[0x03, block], // loop
  ...[...localGet(sum), ...localGet(a), ...load128, ...localGet(b), ...load128],
  ...[...and128, ...countBits, ...addPairsOf8, ...addPairsOf16, ...addLanes, ...localSet(sum)],
  ...[...localGet(a), ...constant(bytesPerStep), add, ...localSet(a)],
  ...[...localGet(b), ...constant(bytesPerStep), add, ...localSet(b)],
  ...[...localGet(bytes), ...constant(bytesPerStep), subtract, ...localTee(bytes), ...branchIf],
  end,
  ...[...localGet(sum), ...lane(0), ...localGet(sum), ...lane(1), add],
  ...[...localGet(sum), ...lane(2), add, ...localGet(sum), ...lane(3), add],
  end,
];

const text = (value: string) => [value.length, ...Buffer.from(value, 'ascii')];
const section = (id: number, content: readonly number[]) => [id, content.length, ...content];

const binary = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // "\0asm", version 1
  ...section(1, [1, 0x60, 3, i32, i32, i32, 1, i32]), // one type: three numbers to one
  ...section(3, [1, 0]), // one function of that type
  ...section(5, [1, 0, 1]), // one memory, at first one page
  ...section(7, [2, ...text('memory'), 2, 0, ...text('common'), 0, 0]),
  ...section(10, [1, body.length, ...body]),
]);

const pageBytes = 65_536;
const compiled = new WebAssembly.Module(binary);

/** Memory of a size, and a function that counts the bits which two equally long pieces of it have in common. */
export interface CommonBits {
  /** The memory, as words of 32 bits. */
  readonly words: Int32Array;
  /** `a` and `b` are where the pieces begin and `bytes` how long they are; all multiples of 16, `bytes` at least 16. */
  common(a: number, b: number, bytes: number): number;
}

export function commonBits(bytes: number): CommonBits {
  const { exports } = new WebAssembly.Instance(compiled);
  const memory = exports.memory as WebAssembly.Memory;
  memory.grow(Math.ceil(bytes / pageBytes));
  return { words: new Int32Array(memory.buffer), common: exports.common as CommonBits['common'] };
}
