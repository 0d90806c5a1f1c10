import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Prisma } from '#postgres/generated/client.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { version } = JSON.parse(read('node_modules/@prisma/client/package.json'));
const told = 'run: npm run client';

test('the Prisma client is of prisma/schema.prisma as it is', () => {
  const isOfSchema = read('src/postgres/generated/internal/class.ts').includes(
    JSON.stringify(read('prisma/schema.prisma')),
  );
  expect(isOfSchema, told).toBe(true);
});

test('it was written by the version that runs it', () => {
  expect(Prisma.prismaVersion.client, told).toBe(version);
});
