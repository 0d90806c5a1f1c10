import { once } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import { listFollowed } from '#webhooks/deliveries.ts';
import { runConcord, startConcord } from '../cli/run-concord.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';
import { answers, secret, useReceiver } from './receiver.ts';

const database = useDatabase('migrated');
const receiver = useReceiver();

const until = (look: () => void | Promise<void>) => vi.waitFor(look, { timeout: 90_000, interval: 100 });
const country = (key: string) => say(database, `countries: [{ key: ${key}, name: ${key} }]`);

const worker = async (env: Readonly<Record<string, string>>) => {
  const child = startConcord(['worker', '--json'], env);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
};

test('what a worker was delivering when it was killed is delivered by another one, with the same id', async () => {
  const destinations = [{ name: 'desk', url: receiver.url('/desk'), secrets: [secret] }];
  const env = { DATABASE_URL: database.url, CONCORD_WEBHOOKS: JSON.stringify(destinations) };
  receiver.coming.set('/desk', [answers.hangs]);
  const first = await worker(env);
  await until(async () => expect(await listFollowed(database.pool)).toHaveLength(1));
  await country('AA');
  await until(() => expect(receiver.received).toHaveLength(1));
  first.kill('SIGKILL');
  await once(first, 'close');
  await country('BB');
  await worker(env);
  await worker(env);
  await until(async () =>
    expect(await listFollowed(database.pool)).toMatchObject([{ waiting: 0, delivered: 2, dead: 0 }]),
  );
  const ids = receiver.received.map(({ id, message }) => [message.data.revision, id] as const);
  const [[revision, id]] = ids as [readonly [number, string]];
  expect(ids.filter(([one]) => one === revision)).toEqual([
    [revision, id],
    [revision, id],
  ]);
  expect(ids.filter(([one]) => one === revision + 1)).toHaveLength(1);
  const { stdout } = await runConcord(['webhooks', 'list'], env);
  expect(stdout).toBe(`desk  up to revision ${revision + 1}: 0 waiting, 2 delivered, 0 dead\n`);
  expect((await runConcord(['webhooks', 'send-again', 'desk'], env)).code).toBe(1);
});
