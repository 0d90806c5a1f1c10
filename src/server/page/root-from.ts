/**
 * How a page at a path names the root of Concord, relative to itself: `./`, `../` and so on. So its links hold wherever a proxy serves Concord, without
 * Concord knowing where that is.
 */
export function rootFrom(path: string): string {
  const depth = path.split('/').length - 2;
  return depth <= 0 ? './' : '../'.repeat(depth);
}
