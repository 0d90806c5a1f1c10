import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readProposal } from '#ingest/files/read-proposal.ts';
import { useDatabase } from '../support/database.ts';
import { filesOf } from './files.ts';
import { importFolder, sampleWith } from './unga/sample.ts';
import { world } from './world.ts';

const seeded = useDatabase('seeded');

const bytes = fc
  .oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }).map((text) => new TextEncoder().encode(text)),
  )
  .filter((array) => !Buffer.from(array).includes(Buffer.from('\ufffd')));

const withBytes = (text: string, at: number, inserted: Uint8Array) => {
  const whole = Buffer.from(text);
  const place = Math.floor(at * whole.length);
  return Buffer.concat([whole.subarray(0, place), inserted, whole.subarray(place)]);
};
const somewhere = fc.double({ min: 0, max: 1, noNaN: true });

test('a ledger file with any bytes in it has problems with a place, or says what stands in it', async () => {
  const folder = await filesOf({});
  const file = join(folder, 'world.yaml');
  await fc.assert(
    fc.asyncProperty(bytes, somewhere, async (inserted, at) => {
      await writeFile(file, withBytes(world, at, inserted));
      const { proposal, problems } = await readProposal(seeded.pool, [file]);
      for (const problem of problems) expect(problem.at).toMatch(/world\.yaml:\d+:\d+$/);
      const rows = Object.values(proposal).flatMap((entries) => entries.map(({ row }) => row));
      expect(JSON.stringify([rows, problems])).not.toContain('\ufffd');
    }),
    { numRuns: 200 },
  );
});

test('a sheet with any bytes in it has problems with a place, or says what stands in it', async () => {
  const folder = await filesOf({});
  const file = join(folder, 'sheet.csv');
  const sheet =
    'party,proposition,from,position,basis,document\nChina,tw-inalienable,2020-01-01,yes,VOTE,cn-ru-treaty-2001\n';
  await fc.assert(
    fc.asyncProperty(bytes, somewhere, async (inserted, at) => {
      await writeFile(file, withBytes(sheet, at, inserted));
      const { proposal, problems } = await readProposal(seeded.pool, [file]);
      for (const problem of problems) expect(problem.at).toMatch(/sheet\.csv:\d+(:.+)?$/s);
      const rows = Object.values(proposal).flatMap((entries) => entries.map(({ row }) => row));
      expect(JSON.stringify([rows, problems])).not.toContain('\ufffd');
    }),
    { numRuns: 200 },
  );
});

test('roll calls with any bytes in them are refused with a place, or taken', async () => {
  await fc.assert(
    fc.asyncProperty(
      bytes,
      somewhere,
      fc.constantFrom('votes.csv', 'roll_calls.csv', 'issues.csv'),
      async (inserted, at, name) => {
        const folder = await sampleWith({ [name]: (text) => withBytes(text, at, inserted) });
        const outcome = await importFolder(seeded, folder, { dryRun: true });
        expect(['REFUSED', 'DRY_RUN']).toContain(outcome.status);
        const problems = outcome.status === 'REFUSED' ? outcome.problems : [];
        for (const problem of problems) expect(problem.at).toMatch(/\.csv:\d+$/);
        expect(JSON.stringify(outcome)).not.toContain('\ufffd');
      },
    ),
    { numRuns: 25 },
  );
});
