import type { Feed, FeedEntry } from './feed.ts';
import { linesHtml } from './lines-html.ts';

/** A feed as Atom (RFC 4287). */
export const atomOf = ({ id, title, description, addresses, updated, entries }: Feed): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${xml(id)}</id>
  <title>${xml(title)}</title>
  <subtitle>${xml(description)}</subtitle>
  <updated>${updated.toISOString()}</updated>
  <author><name>Concord</name></author>
  <generator>Concord</generator>
  <link rel="self" type="application/atom+xml" href="${xml(addresses.atom)}"/>
  <link rel="alternate" type="application/json" href="${xml(addresses.answer)}"/>
  <link rel="alternate" type="application/feed+json" href="${xml(addresses.jsonFeed)}"/>
${entries.map(entryOf).join('')}</feed>
`;

const entryOf = (entry: FeedEntry): string => `  <entry>
    <id>${xml(entry.id)}</id>
    <title>${xml(entry.title)}</title>
    <updated>${entry.updated.toISOString()}</updated>
    <published>${entry.updated.toISOString()}</published>
    <author><name>${xml(entry.author)}</name></author>
    <link rel="alternate" type="application/json" href="${xml(entry.address)}"/>
    <summary>${xml(entry.summary)}</summary>
    <content type="html">${xml(linesHtml(entry))}</content>
  </entry>
`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// A character that XML 1.0 has not, not even escaped, would make the whole feed unreadable.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML has not
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text as it may stand in XML, in an attribute too. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(notInXml, '\ufffd')
    .replaceAll(/[&<>"]/g, (letter) => entities[letter] ?? letter);
