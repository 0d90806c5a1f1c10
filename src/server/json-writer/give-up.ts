const givenUp = Symbol('given up');

export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { readonly then?: unknown }).then === 'function';

/**
 * Throws, so that the answer is given in another way than by writing it. What comes of the promises in a value, if there are any, is then nobody's
 * concern; that it fails must not end the process.
 */
export function giveUp(value: unknown): never {
  for (const one of Array.isArray(value) ? value : [value]) if (isPromise(one)) one.then(undefined, () => {});
  throw givenUp;
}

export function requireList(value: unknown): void {
  if (!Array.isArray(value)) giveUp(value);
  else for (const item of value) if (isPromise(item)) giveUp(value);
}
