import { readFileSync } from 'node:fs';
import ignore from '@balena/dockerignore';
import { expect, test } from 'vitest';
import { readDockerfile } from './dockerfile.ts';

const stages = readDockerfile(readFileSync('Dockerfile', 'utf8'));
const image = stages.at(-1);

test('every stage has the Node that the project is tested on, slim, at its newest patch', () => {
  const [major] = process.versions.node.split('.');
  expect(stages.map((stage) => stage.image)).toEqual(stages.map(() => `node:${major}-slim`));
});

test('the image listens on all networks of the container, is not root, and gets the signal that Concord stops by', () => {
  expect(image).toMatchObject({
    env: { NODE_ENV: 'production', HOST: '0.0.0.0', PORT: '4000' },
    user: expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/),
    entrypoint: ['node', 'src/cli/main.ts'],
    command: ['serve'],
    stopSignal: 'SIGTERM',
  });
});

test('the image installs nothing itself: what only building needs stays in the stage before', () => {
  expect(image?.steps.filter(({ kind }) => kind === 'run')).toEqual([]);
});

test.each([
  '.env',
  '.data/postgres/concord.password',
  '.git/config',
  'node_modules/pg/package.json',
  'docker-compose.yml',
])('%s never gets into a layer', (path) => {
  expect(ignore.default().add(readFileSync('.dockerignore', 'utf8')).ignores(path)).toBe(true);
});

test.each([
  ['FROM node:26-slim\nCMD node src/cli/main.ts serve', 'Dockerfile:2: CMD (the shell form'],
  ['FROM node:26-slim\nHEALTHCHECK --interval=5s CMD curl localhost', 'Dockerfile:2: HEALTHCHECK (the shell form'],
  ['FROM node:26-slim AS base\nFROM base', 'Dockerfile:2: FROM (a stage on top of a stage'],
  ['FROM node:26-slim\nADD . .', 'Dockerfile:2: ADD (not known'],
  ['FROM node:26-slim\nCOPY --chown=node . .', 'Dockerfile:2: COPY (--chown=node'],
  ['FROM node:26-slim\nRUN --network=none true', 'Dockerfile:2: RUN (--network=none'],
  ['FROM node:26-slim\nRUN true\nENV A=1', 'Dockerfile:3: ENV (after COPY or RUN'],
])('the test of the image does not pass over a line that it cannot do: %j', (text, message) => {
  expect(() => readDockerfile(text)).toThrow(message);
});
