/** What a writer throws when it gives up. */
const givenUp = Symbol('given up');

/** The same when it gives up because of a promise. */
export const waits = Symbol('has to be waited for');

export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { readonly then?: unknown }).then === 'function';

/** Throws, so that the answer is given in another way than by writing it. */
export function giveUp(value: unknown): never {
  throw forgetPromises(value) ? waits : givenUp;
}

/** Whether a value is a promise, or a list with promises in it. What comes of them is nobody's concern then; that one fails must not end the process. */
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
