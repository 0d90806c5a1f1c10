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
