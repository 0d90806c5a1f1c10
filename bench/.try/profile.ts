import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPostgres, withClient } from '../src/ledger/server.ts';
import { migrateAndSeed } from '../src/ledger/seeded.ts';
import { generateRollCalls } from '../src/ledger/generate.ts';
import { concord } from '../src/side-by-side/concord.ts';
import { questionsFrom } from '../src/side-by-side/question.ts';
import { requestsPerSecond } from '../src/side-by-side/load.ts';
import { withServer } from '../src/run/child.ts';
await withPostgres(async (url) => {
  await migrateAndSeed(url);
  await withClient(url, (c) => generateRollCalls(c, 6203));
  const questions = await withClient(url, questionsFrom);
  const c = process.argv[2] ? { ...concord(url), args: [import.meta.dirname + '/fast-server.ts'] } : concord(url);
  for (const mode of ['another', 'same']) {
    const dir = mkdtempSync(`/tmp/cpuprof-${mode}-`);
    const q = questions();
    const next = mode === 'another' ? questions : () => q;
    await withServer(['--cpu-prof', '--cpu-prof-dir', dir, '--cpu-prof-interval', '200', ...c.args], c.environment, async (api) => {
      for (let i = 0; i < 4; i++) console.log(mode, await requestsPerSecond(api, () => c.bodyOf(next()), 4));
    });
    const file = readdirSync(dir).map(f => join(dir, f)).sort((a, b) => readFileSync(b).length - readFileSync(a).length)[0]!;
    console.log(file);
    const prof = JSON.parse(readFileSync(file, 'utf8'));
    const byId = new Map(prof.nodes.map((n: any) => [n.id, n]));
    const self = new Map<string, number>(); let total = 0;
    const skip = prof.endTime - 16e6; let t = prof.startTime;
    prof.samples.forEach((id: number, i: number) => {
      t += prof.timeDeltas[i]; if (t < skip) return;
      const { functionName, url, lineNumber } = (byId.get(id) as any).callFrame;
      const name = `${functionName || '(anonymous)'} ${url.replace('file:///work/main/', '').replace('node_modules/', '')}:${lineNumber + 1}`;
      self.set(name, (self.get(name) ?? 0) + prof.timeDeltas[i]);
      if (functionName !== '(idle)') total += prof.timeDeltas[i];
    });
    for (const [name, us] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 60)) console.log((us / total * 100).toFixed(1).padStart(5) + '%', name);
    const byFile = new Map<string, number>();
    for (const [name, us] of self) { const f = name.split(' ').at(-1)!.replace(/:\d+$/, '').split('/').slice(0, name.includes('src/') ? 4 : 2).join('/'); byFile.set(f, (byFile.get(f) ?? 0) + us); }
    console.log('--- by package/folder'); for (const [name, us] of [...byFile].sort((a, b) => b[1] - a[1]).slice(0, 20)) console.log((us / total * 100).toFixed(1).padStart(5) + '%', name);
  }
});
