import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { seedsFolder } from '#cli/seed-once.ts';

test('docs/curating.md shows the verb guide as seeds/scale.yaml has it', async () => {
  const page = await readFile(join(seedsFolder, '../docs/curating.md'), 'utf8');
  const [, section = ''] = page.split('## The verb guide\n');
  const [table = ''] = section.split('\n## ');
  const shown = Array.from(table.matchAll(/^\| `([A-Z_]+)` \| (.*) \|$/gm)).flatMap(([, position, verbs = '']) =>
    verbs.split(', ').map((verb) => ({ verb, position })),
  );
  expect(shown).toEqual(parse(await readFile(join(seedsFolder, 'scale.yaml'), 'utf8')).verbGuide);
});
