import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from 'graphql';

/** How the values of a leaf type are written that are not null. */
export interface LeafText {
  /** The JSON of a value, without the quotes around it when `inQuotes`. Gives up at a value that is not of the type. */
  readonly text: (value: unknown) => string;
  readonly inQuotes: boolean;
}

/** How values of a leaf type are written. */
export function leafText(type: GraphQLLeafType): LeafText {
  if (isEnumType(type)) {
    const names = new Map(type.getValues().map(({ name, value }) => [value as unknown, `"${name}"`]));
    return { text: (value) => names.get(value) ?? giveUp(value), inQuotes: false };
  }
  const coerced = (value: unknown) =>
    value == null || value instanceof Error || isPromise(value) ? giveUp(value) : type.coerceOutputValue(value);
  if (type.extensions.isPlainText === true) return { text: (value) => coerced(value) as string, inQuotes: true };
  const own = (value: unknown) => jsonOf(coerced(value));
  return specified.get(type.name) ?? { text: own, inQuotes: false };
}

function jsonOf(value: unknown): string {
  if (typeof value === 'string') return `"${escaped(value)}"`;
  return value == null ? giveUp(value) : JSON.stringify(value);
}

const text = (value: unknown) => (typeof value === 'string' ? escaped(value) : giveUp(value));
const id = (value: unknown) => (typeof value === 'number' && isInt(value) ? String(value) : text(value));
const int = (value: unknown) => (isInt(value) ? String(value) : giveUp(value));
const float = (value: unknown) => (Number.isFinite(value) ? String(value) : giveUp(value));
const boolean = (value: unknown) => (typeof value === 'boolean' ? String(value) : giveUp(value));

const specified: ReadonlyMap<string, LeafText> = new Map([
  [GraphQLString.name, { text, inQuotes: true }],
  [GraphQLID.name, { text: id, inQuotes: true }],
  [GraphQLInt.name, { text: int, inQuotes: false }],
  [GraphQLFloat.name, { text: float, inQuotes: false }],
  [GraphQLBoolean.name, { text: boolean, inQuotes: false }],
]);

const isInt = (value: unknown) => typeof value === 'number' && (value | 0) === value;

/** Up to this length, looking at each character takes less than calling JSON.stringify. */
const short = 64;

/** A text as JSON, without the quotes. */
function escaped(text: string): string {
  if (text.length > short) return JSON.stringify(text).slice(1, -1);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const plain = code >= 0x20 && code < 0xd800 && code !== 0x22 && code !== 0x5c;
    if (!plain) return JSON.stringify(text).slice(1, -1);
  }
  return text;
}

/** Thrown by a writer to fall back to graphql-js. */
export class GivenUp {
  /** Whether it gave up because a field that never did so before returned a promise. */
  readonly waits: boolean;

  constructor(waits: boolean) {
    this.waits = waits;
  }
}

export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { readonly then?: unknown }).then === 'function';

/** Throws, so that graphql-js answers. */
export function giveUp(value: unknown): never {
  throw new GivenUp(forgetPromises(value));
}

/** Whether a value is a promise, or a list with promises in it. Nobody waits for them then; that one fails must not end the process. */
function forgetPromises(value: unknown): boolean {
  if (Array.isArray(value)) {
    let any = false;
    for (const item of value) if (forgetPromises(item)) any = true;
    return any;
  }
  if (!isPromise(value)) return false;
  value.then(undefined, () => {});
  return true;
}

/** Gives up at what is no list, and at a list with promises in it. */
export function requireList(value: unknown): void {
  if (!Array.isArray(value) || forgetPromises(value)) giveUp(value);
}

/** Appends the JSON of a value to `out` and returns that; what was written before a gap it puts into `pieces`. */
export type Write = (out: string, value: unknown, context: unknown, variables: unknown, pieces: Pieces) => string;

/** JSON in the making with gaps, each for a value that is waited for. */
export class Pieces {
  readonly #context: unknown;
  readonly #variables: unknown;
  readonly #pieces: (string | Promise<string>)[] = [];

  constructor(context: unknown, variables: unknown) {
    this.#context = context;
    this.#variables = variables;
  }

  /** Leaves a gap after `before`, for what `write` makes of the value that comes. Returns what has been written after the gap: nothing. */
  gap(before: string, value: PromiseLike<unknown>, write: Write): '' {
    const filled = Promise.resolve(value).then((come) => writeWhole(write, come, this.#context, this.#variables));
    this.#pieces.push(before, filled);
    return '';
  }

  /** All pieces joined; `last` is what was written after the last gap. */
  whole(last: string): string | Promise<string> {
    if (this.#pieces.length === 0) return last;
    this.#pieces.push(last);
    return Promise.all(this.#pieces).then((pieces) => pieces.join(''));
  }

  /** Waits for nothing more. A value that fails later must not end the process. */
  abandon(): void {
    for (const piece of this.#pieces) if (typeof piece !== 'string') piece.catch(() => {});
  }
}

/** Runs a writer and joins its pieces. Throws, or rejects with, what the writer throws. */
export function writeWhole(
  write: Write,
  value: unknown,
  context: unknown,
  variables: unknown,
): string | Promise<string> {
  const pieces = new Pieces(context, variables);
  try {
    return pieces.whole(write('', value, context, variables, pieces));
  } catch (error) {
    pieces.abandon();
    throw error;
  }
}
