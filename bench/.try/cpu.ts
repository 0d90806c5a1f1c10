import { readFileSync, readdirSync } from 'node:fs';
import { withPostgres, withClient } from '../src/ledger/server.ts';
import { migrateAndSeed } from '../src/ledger/seeded.ts';
import { generateRollCalls } from '../src/ledger/generate.ts';
import { concord } from '../src/side-by-side/concord.ts';
import { bare } from '../src/side-by-side/bare.ts';
import { postgraphile } from '../src/side-by-side/postgraphile.ts';
import { questionsFrom } from '../src/side-by-side/question.ts';
import { requestsPerSecond, ask } from '../src/side-by-side/load.ts';
import { withServer } from '../src/run/child.ts';
import { isDeepStrictEqual } from 'node:util';
// CPU ticks of processes whose command line matches
const ticks = (match: RegExp) => { let sum = 0; for (const pid of readdirSync('/proc').filter(p => /^\d+$/.test(p))) { try { const cmd = readFileSync(`/proc/${pid}/cmdline`, 'utf8'); if (!match.test(cmd)) continue; const s = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' '); sum += Number(s[11]) + Number(s[12]); } catch {} } return sum * 10; };
await withPostgres(async (url) => {
  const port = new URL(url).port;
  await migrateAndSeed(url);
  await withClient(url, (c) => generateRollCalls(c, 6203));
  const questions = await withClient(url, questionsFrom);
  const path = import.meta.dirname;
  const all = { concord: concord(url), fast: { ...concord(url), name: 'fast', args: [path + '/fast-server.ts'] }, bare: bare(url), bareRows: { ...bare(url), name: 'bare rows', args: [path + '/bare-rows.ts'] }, postgraphile: postgraphile(url) };
  const variant = (x: string) => ({ ...concord(url), name: 'v' + x, args: [path + '/yoga-variant.ts'], environment: { ...concord(url).environment, VARIANT: x } });
  Object.assign(all, { 'v0': variant('0'), vl: variant('l'), vlb: variant('lb'), vlbs: variant('lbs'), vlbc: variant('lbc') });
  const pgpids = async () => withClient(url, async (c) => (await c.query('select pid from pg_stat_activity where datname=current_database() and pid<>pg_backend_pid()')).rows.map((r) => r.pid as number));
  const pidTicks = (pids: number[]) => pids.reduce((sum, pid) => { try { const s = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' '); return sum + (Number(s[11]) + Number(s[12])) * 10; } catch { return sum; } }, 0);
  const q0 = questions();
  let ref: any;
  for (const [name, c] of Object.entries(all)) if (!process.argv[2] || process.argv[2].split(',').includes(name)) await withServer(c.args, c.environment, async (api) => {
    const a = await ask(api, c.bodyOf(q0)); if (name === 'concord') ref = a; else if (name !== 'postgraphile') console.log(name, 'byte same', ref ? isDeepStrictEqual(a, ref) : null, JSON.stringify(a).length);
    const same = questions();
    for (const [mode, next] of [['another', questions], ['same', () => same]] as const) {
      await requestsPerSecond(api, () => c.bodyOf(next()), 3);
      const script = c.args.find(a => a.endsWith('.ts'))!;
      const m = new RegExp(script.replace(/[.]/g, '\\.'));
      for (let i = 0; i < 2; i++) {
        const t0 = ticks(m); const pids = await pgpids(); const p0 = pidTicks(pids);
        const r = await requestsPerSecond(api, () => c.bodyOf(next()), 4);
        console.log(name.padEnd(14), mode.padEnd(8), r.toFixed(0).padStart(6) + '/s', 'node ms/req', ((ticks(m) - t0) / (r * 4)).toFixed(3), 'pg ms/req', ((pidTicks(pids) - p0) / (r * 4)).toFixed(3));
      }
    }
  });
});
