import { withPostgres, withClient } from '../src/ledger/server.ts';
import { migrateAndSeed } from '../src/ledger/seeded.ts';
import { generateRollCalls } from '../src/ledger/generate.ts';
import { addHundred, correctHundred } from '../src/snapshot/revise.ts';
import { buildSnapshot } from '../../src/ledger/snapshot/build-snapshot.ts';
import { nextSnapshot } from '../../src/ledger/snapshot/next-snapshot.ts';
await withPostgres(async (url) => {
  await migrateAndSeed(url); await withClient(url, (c) => generateRollCalls(c, 6203));
  let s = await buildSnapshot(url);
  await withClient(url, async (client) => {
    const times = new Map<string, number[]>();
    for (let i = 0; i < 40; i++) { await (i % 2 ? addHundred(client, i) : correctHundred(client));
      const log: [string, number][] = []; let last = performance.now(); const t0 = last;
      const original = client.query;
      (client as any).query = function (...args: any[]) { log.push(['js before ' + (typeof args[0] === 'string' ? args[0] : args[0].text ?? 'copy').trim().replace(/\s+/g, ' ').slice(0, 60), performance.now() - last]); const start = performance.now(); const r: any = (original as any).apply(this, args); if (r.then) return r.then((x: any) => { const n = performance.now(); log.push([(args[0].text ?? args[0]).trim().replace(/\s+/g, ' ').slice(0, 60), n - start]); last = n; return x; }); r.once('end', () => { log.push(['copy', performance.now() - start]); last = performance.now(); });  return r; };
      s = (await nextSnapshot(client, s))!; delete (client as any).query; log.push(['js after', performance.now() - last]); log.push(['TOTAL', performance.now() - t0]);
      log.forEach(([k, v], j) => { const key = `${String(j).padStart(2)} ${k}`; times.set(key, [...(times.get(key) ?? []), v]); }); }
    for (const [k, v] of [...times].sort()) { const x = v.toSorted((a, b) => a - b); console.log(x[x.length >> 1]!.toFixed(2).padStart(7), 'min', x[0]!.toFixed(2).padStart(6), k); }
  });
});
