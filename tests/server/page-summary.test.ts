import { beforeAll, expect, test } from 'vitest';
import { buildPage } from '../../src/web/build/build-page.ts';
import { useServer } from '../api/running-server.ts';
import { seeds, useRecords } from '../support/database.ts';

// Of its own: a server reads the page once.
const server = useServer(useRecords(seeds), {});
beforeAll(async () => {
  await buildPage();
  // The first answer waits for the ledger to be read.
  await server.dataOf('{ dataset { revision } }');
});

async function previewOf(path: string): Promise<{ title: string; description: string; text: string }> {
  const text = await (await fetch(new URL(path, server.url()))).text();
  const [, title = ''] = /<meta property="og:title" content="([^"]*)"/.exec(text) ?? [];
  const [, description = ''] = /<meta name="description" content="([^"]*)"/.exec(text) ?? [];
  expect(text).toContain(`<title>${title}</title>`);
  expect(text).toContain(`<meta property="og:description" content="${description}"`);
  return { title, description, text };
}

test.each([
  ['/', 'Concord', /^Where do countries agree/],
  [
    '/compare?parties=CN,RU&asOf=2022-02-04',
    'China and Russia agree on 27 of 28 – Concord',
    /^China and Russia agree on 27 of 28 propositions\. As of 2022-02-04\./,
  ],
  [
    '/compare?parties=USA,CN&issues=taiwan&asOf=2022-02-04&revision=1',
    /^United States and China agree on \d of \d on Taiwan question – Concord$/,
    /on Taiwan question\. As of 2022-02-04\./,
  ],
  ['/compare?parties=CN,RU&kinds=ROLL_CALL&asOf=2022-02-04', 'China and Russia: where they agree – Concord', /^As of/],
  ['/party/CN', 'China – Concord', /positions of China/],
  ['/chart/trend?parties=CN,RU', 'Agreement over time – Concord', /from year to year/],
  ['/chart/matrix', 'Who agrees with whom – Concord', /every pair/],
  ['/embed/compare?parties=CN,RU&asOf=2022-02-04', 'China and Russia agree on 27 of 28 – Concord', /^China and Russia/],
  ['/issue/taiwan', 'Taiwan question – Concord', /./],
  ['/proposition/tw-inalienable', 'Taiwan is an inalienable part of China. – Concord', /^Who supports/],
  [
    '/document/cn-ru-js-2022-02-04',
    /^Joint Statement of the Russian Federation.*… – Concord$/,
    /2022-02-04: who signed it/,
  ],
  ['/matrix', 'Who agrees with whom – Concord', /./],
] as const)('a preview of %s says what it shows', async (path, title, description) => {
  const preview = await previewOf(path);
  expect(preview.title).toEqual(typeof title === 'string' ? title : expect.stringMatching(title));
  expect(preview.description).toMatch(description);
  expect(preview.title.length).toBeLessThanOrEqual(100);
});

test.each(['/compare?parties=CN,XX', '/compare?parties=CN,CN', '/compare?parties='])(
  'of %s, which is asked for wrongly, it says what the page is',
  async (path) => expect((await previewOf(path)).title).toBe('Concord'),
);

test('what an address holds cannot end the text that it stands in', async () => {
  const { text } = await previewOf(`/compare?parties=${encodeURIComponent('"><script>alert(1)</script>')}`);
  expect(text).not.toContain('alert(1)');
});
