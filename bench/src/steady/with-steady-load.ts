import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { SteadyPlan, SteadyResult } from './steady-plan.ts';

const steadyProcess = fileURLToPath(new URL('./steady-process.ts', import.meta.url));

/** Asks at a steady rate from a process of its own while `meanwhile` runs, and gives what came of it. */
export async function withSteadyLoad(plan: SteadyPlan, meanwhile: () => Promise<void>): Promise<SteadyResult> {
  const child = spawn(process.execPath, [steadyProcess], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    child.stdin.write(`${JSON.stringify({ start: plan })}\n`);
    await meanwhile();
    const told = once(createInterface({ input: child.stdout }), 'line');
    child.stdin.end('{"stop":true}\n');
    const [line] = await told;
    return JSON.parse(line) as SteadyResult; // as steady-process.ts writes it
  } finally {
    child.kill();
  }
}
