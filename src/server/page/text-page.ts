import { securityOfText } from './page-security.ts';

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}code{font-size:.9em}td{padding-right:2rem}td+td{text-align:right}';

/** The headers of a page made by `textPage`. */
export const textPageHeaders = { ...securityOfText(style), 'content-type': 'text/html; charset=utf-8' };

/** A plain page for people that loads nothing. `content` is HTML, below its heading. */
export const textPage = (title: string, content: readonly string[]): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${html(title)} – Concord</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head><body><main>
<h1>${html(title)}</h1>
${content.join('\n')}
</main></body></html>
`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may stand in HTML, in an attribute too. */
export const html = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? letter);
