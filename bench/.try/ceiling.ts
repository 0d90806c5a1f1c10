import { createServer } from 'node:http';
import { fork } from 'node:child_process';
import { requestsPerSecond } from '../src/side-by-side/load.ts';
if (process.argv[2]) { const b = Buffer.alloc(9000, 'x'); createServer((q, s) => { q.resume(); q.on('end', () => s.end(b)); }).listen(5599); }
else { const c = fork(import.meta.filename, ['s']); await new Promise(r => setTimeout(r, 800));
 const body = 'y'.repeat(900); for (let i = 0; i < 3; i++) { const u = process.cpuUsage(); const r = await requestsPerSecond('http://127.0.0.1:5599/', () => body, 3); const d = process.cpuUsage(u); console.log(r, 'client cpu us/req', (d.user + d.system) / (r * 3)); } c.kill(); }
