/**
 * The path under which Concord is served, with a slash at both ends: `/`, or `/concord/` behind a proxy. The scripts of the page are one folder below it,
 * built or not.
 */
export const rootPath: string = rootOf(import.meta.url);

/** The root of Concord by the address of one of the page's scripts; `/` for a script that no server gave. */
export function rootOf(script: string): string {
  const { protocol, pathname } = new URL('..', script);
  return protocol.startsWith('http') ? pathname : '/';
}
