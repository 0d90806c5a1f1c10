import { createHash } from 'node:crypto';

/**
 * What a browser may do for the explorer page: run its own scripts and ask its own server. Images may come from memory, for a view is drawn
 * into one that is taken away.
 */
const explorerPolicy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob:",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
};

/** What a page may do that the explorer may not, or the other way round, by the names of the policy. */
type Exceptions = Readonly<Record<string, string>>;

/**
 * The headers by which a page of ours is kept safe. No Cross-Origin-Opener-Policy: the pages have no windows to guard, and a browser
 * changes its process for it, which took longer than all the rest of the explorer's first view (1,246 ms with it, 458 without).
 */
export const securityWith = (exceptions: Exceptions) => ({
  'content-security-policy': Object.entries({ ...explorerPolicy, ...exceptions })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name} ${value}`)
    .join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
});

/** The headers of every file of the explorer page. */
export const pageSecurity = securityWith({});

/** The headers of a chart for the frames of other sites, which only looks: it takes nothing away and draws no images. */
export const embedSecurity = (ancestors: string) => securityWith({ 'img-src': "'self'", 'frame-ancestors': ancestors });

/** The hash by which a policy permits an inline script or style. */
export const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The headers of a page that only shows something, with its one style. Its icon is an empty image in its text, so that browsers ask for none. */
export const securityOfText = (style: string) =>
  securityWith({ 'script-src': "'none'", 'style-src': sourceOf(style), 'img-src': 'data:', 'connect-src': "'none'" });
