import { once } from 'node:events';
import FeedParser from 'feedparser';
import { expect } from 'vitest';

/** What a feed reader made of Atom. */
export interface AtomRead {
  readonly title: string;
  readonly id: string;
  readonly self: string;
  readonly link: string;
  readonly updated: string;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly author: string;
    readonly link: string;
    readonly updated: string;
    readonly html: string;
  }[];
}

/** Reads Atom as feed readers do that are written with the package `feedparser`; it refuses what is no XML. */
export async function readAtom(text: string): Promise<AtomRead> {
  const parser = new FeedParser({ addmeta: false });
  const items: FeedParser.Item[] = [];
  parser.on('data', (item: FeedParser.Item) => items.push(item));
  const ended = once(parser, 'end');
  parser.end(text);
  await ended;
  const meta = parser.meta as FeedParser.Meta & { '#xml': unknown; 'atom:id': { '#': string } };
  return {
    title: meta.title,
    id: meta['atom:id']['#'],
    self: meta.xmlurl,
    link: meta.link,
    updated: meta.date?.toISOString() ?? '',
    items: items.map((item) => ({
      id: item.guid,
      title: item.title,
      author: item.author,
      link: item.link,
      updated: item.date?.toISOString() ?? '',
      html: item.description,
    })),
  };
}

const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const address = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/q\//);

/** What JSON Feed 1.1 demands and what we promise beside it; nothing else may stand in it. */
export const jsonFeedForm = {
  version: 'https://jsonfeed.org/version/1.1',
  title: expect.any(String),
  home_page_url: address,
  feed_url: address,
  description: expect.any(String),
  language: 'en',
  authors: [{ name: 'Concord' }],
  items: expect.any(Array),
};
export const jsonFeedItem = {
  id: expect.stringMatching(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
  url: address,
  title: expect.any(String),
  summary: expect.any(String),
  content_html: expect.stringMatching(/^<p>/),
  content_text: expect.any(String),
  date_published: instant,
  date_modified: instant,
  authors: [{ name: expect.any(String) }],
};
