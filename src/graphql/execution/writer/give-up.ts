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
