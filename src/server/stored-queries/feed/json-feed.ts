import type { Feed } from './feed.ts';
import { linesHtml } from './lines-html.ts';

/** A feed as JSON Feed 1.1 (jsonfeed.org). */
export const jsonFeedOf = ({ title, description, addresses, entries }: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: addresses.answer,
    feed_url: addresses.jsonFeed,
    description,
    language: 'en',
    authors: [{ name: 'Concord' }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.address,
      title: entry.title,
      summary: entry.summary,
      content_html: linesHtml(entry),
      content_text: entry.lines.join('\n'),
      date_published: entry.updated.toISOString(),
      date_modified: entry.updated.toISOString(),
      authors: [{ name: entry.author }],
    })),
  });
