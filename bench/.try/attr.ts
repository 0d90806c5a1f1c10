import { readFileSync } from 'node:fs';
const prof = JSON.parse(readFileSync(process.argv[2]!, 'utf8'));
const byId = new Map<number, any>(prof.nodes.map((n: any) => [n.id, n]));
for (const n of prof.nodes) for (const c of n.children ?? []) byId.get(c).parent = n;
const self = new Map<number, number>(); let total = 0;
const skip = prof.endTime - Number(process.argv[3] ?? 11) * 1e6; let t = prof.startTime;
prof.samples.forEach((id: number, i: number) => { t += prof.timeDeltas[i]; if (t < skip) return; if (byId.get(id).callFrame.functionName === '(idle)') return; self.set(id, (self.get(id) ?? 0) + prof.timeDeltas[i]); total += prof.timeDeltas[i]; });
const pkg = (url: string) => url.includes('node_modules/') ? url.split('node_modules/').at(-1)!.split('/').slice(0, url.split('node_modules/').at(-1)!.startsWith('@') ? 2 : 1).join('/') : url.includes('/src/') ? url.replace(/.*\/work\/main\//, '') : null;
const attr = new Map<string, number>(); const incl = new Map<string, number>();
for (const [id, us] of self) {
  let n = byId.get(id); let p: string | null = null;
  const own = n.callFrame.functionName;
  while (n && !(p = pkg(n.callFrame.url))) n = n.parent;
  const key = (p ?? 'node only') + (['writev', '(garbage collector)', '(program)'].includes(own) ? ' > ' + own : '');
  attr.set(key, (attr.get(key) ?? 0) + us);
  const seen = new Set<string>();
  for (n = byId.get(id); n; n = n.parent) { const k = n.callFrame.functionName + ' ' + n.callFrame.url.replace(/.*\/work\/main\//, '').replace(/.*node_modules\//, '') + ':' + (n.callFrame.lineNumber + 1); if (!seen.has(k)) { seen.add(k); incl.set(k, (incl.get(k) ?? 0) + us); } }
}
console.log('busy s', total / 1e6);
console.log('--- self, node internals given to the caller');
for (const [n, us] of [...attr].sort((a, b) => b[1] - a[1]).slice(0, 40)) console.log((us / total * 100).toFixed(1).padStart(5) + '%', n);
console.log('--- inclusive');
for (const [n, us] of [...incl].sort((a, b) => b[1] - a[1]).slice(0, 110)) console.log((us / total * 100).toFixed(1).padStart(5) + '%', n);
