import { readFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { withPostgres, withClient } from '../src/ledger/server.ts';
import { migrateAndSeed } from '../src/ledger/seeded.ts';
import { generateRollCalls } from '../src/ledger/generate.ts';
import { concord } from '../src/side-by-side/concord.ts';
import { questionsFrom } from '../src/side-by-side/question.ts';
import { requestsPerSecond, ask } from '../src/side-by-side/load.ts';
const cpu = (pid: number) => { const s = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' '); return (Number(s[11]) + Number(s[12])) * 10; };
await withPostgres(async (url) => {
  await migrateAndSeed(url); await withClient(url, (c) => generateRollCalls(c, 6203));
  const questions = await withClient(url, questionsFrom); const c = concord(url); const path = import.meta.dirname;
  const list = [['serve', c.args, ''], ...['0', 'l', 'lb', 'lbs', 'lbsc'].map((x) => [x, [path + '/yoga-variant.ts'], x]), ['fast', [path + '/fast-server.ts'], '']] as [string, string[], string][];
  const kids = [];
  for (const [name, args, v] of list) { const k = spawn(process.execPath, args, { env: { ...process.env, NODE_ENV: 'production', ...c.environment, VARIANT: v }, stdio: ['ignore', 'pipe', 'ignore'], cwd: '/work/main' });
    const api = await new Promise<string>((r) => createInterface({ input: k.stdout! }).once('line', (l) => r(JSON.parse(l).api))); await ask(api, c.bodyOf(questions())); kids.push({ name, k, api, another: [] as number[], same: [] as number[] }); }
  const q = questions();
  for (let round = 0; round < 9; round++) for (const mode of ['another', 'same'] as const) for (const kid of kids) {
    const t = cpu(kid.k.pid!); const r = await requestsPerSecond(kid.api, () => c.bodyOf(mode === 'same' ? q : questions()), 2); if (round > 1) kid[mode].push((cpu(kid.k.pid!) - t) / (r * 2)); }
  const med = (x: number[]) => x.toSorted((a, b) => a - b)[x.length >> 1]!.toFixed(3);
  for (const kid of kids) { console.log(kid.name.padEnd(6), 'another', med(kid.another), 'min', Math.min(...kid.another).toFixed(3), 'same', med(kid.same), 'min', Math.min(...kid.same).toFixed(3)); kid.k.kill('SIGKILL'); }
});
