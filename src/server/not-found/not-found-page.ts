import { securityOfText } from '../page/page-security.ts';

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}';

/** What a person is shown at an address that has nothing. It loads nothing. */
export const notFoundPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not found – Concord</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head><body><h1>Not found</h1>
<p>There is nothing at this address.</p>
<p><a href="/">Compare positions</a> · <a href="/graphql">API and playground</a> · <a href="/q/">Stored queries</a></p>
</body></html>
`;

/** Its headers. */
export const notFoundHeaders = {
  ...securityOfText(style),
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  vary: 'accept',
};
