import { html } from '../../page/text-page.ts';
import type { FeedEntry } from './feed.ts';

/** What changed, as HTML for feed readers. */
export const linesHtml = ({ summary, lines, address }: FeedEntry): string =>
  `<p>${html(summary)}</p>
<ul>
${lines.map((line) => `<li>${html(line)}</li>`).join('\n')}
</ul>
<p><a href="${html(address)}">The answer at this revision</a></p>`;
