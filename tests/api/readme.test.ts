import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { seeds, useRecords } from '../support/database.ts';
import { useServer } from './running-server.ts';

const server = useServer(useRecords(seeds));
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const block = (language: string) => readme.match(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``))?.[1] ?? '';

test('the answer in README is what the server answers to the question there', async () => {
  expect(await server.ask(block('graphql'))).toEqual(JSON.parse(block('json')));
});

test('README says how much the seed files hold', async () => {
  const { dataset } = await server.dataOf<{ dataset: { counts: Record<string, number> } }>(
    '{ dataset { counts { countries blocs issues claims documents stances } } }',
  );
  const { countries, blocs, issues, claims, documents, stances } = dataset.counts;
  expect(readme).toContain(
    `${countries} countries, ${blocs} blocs, ${issues} issues, ${claims} propositions, ${documents} documents and ${stances} stances`,
  );
});
