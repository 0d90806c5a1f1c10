import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import ignore from '@balena/dockerignore';
import type { Stage, Step } from './dockerfile.ts';

/** A stage that was built. */
export interface BuiltStage {
  readonly stage: Stage;
  /** What is `/` in the stage. */
  readonly root: string;
  /** Where it runs, inside of `root`. */
  readonly folder: string;
  /** The variables that the stage sets, and where its programs are: Node inside of `root`, the others on this machine. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Does in folders what `docker build` does in images: the steps of every stage, in order, on those files of `context` that its
 * .dockerignore lets through. Answers the last stage.
 */
export async function buildImage(stages: readonly Stage[], context: string, into: string): Promise<BuiltStage> {
  const ignored = ignore.default().add(await readFile(join(context, '.dockerignore'), 'utf8'));
  const built: BuiltStage[] = [];
  for (const [index, stage] of stages.entries()) {
    const next = await begin(stage, join(into, String(index)));
    for (const step of stage.steps) {
      if (step.kind === 'run') await run(step.command, next);
      else if (step.from === null) await copyFromContext(step, next, context, (path) => !ignored.ignores(path));
      else copyFromStage(step, next, built);
    }
    built.push(next);
  }
  const last = built.at(-1);
  if (last === undefined) throw new Error('The Dockerfile has no stage');
  return last;
}

async function begin(stage: Stage, root: string): Promise<BuiltStage> {
  const folder = join(root, stage.workingDirectory);
  const programs = join(root, 'usr/local/bin');
  await mkdir(folder, { recursive: true });
  await mkdir(programs, { recursive: true });
  // A link is impossible from one file system to another.
  await link(process.execPath, join(programs, 'node')).catch(() => copyFile(process.execPath, join(programs, 'node')));
  // Without those of the project's own packages, which the image may lack.
  const ofSystem = (process.env.PATH ?? '').split(':').filter((path) => !path.includes('node_modules'));
  return { stage, root, folder, env: { ...stage.env, PATH: [programs, ...ofSystem].join(':') } };
}

async function run(command: string, { folder, env }: BuiltStage): Promise<void> {
  // Where npm finds packages is a matter of the machine; which it installs must not be.
  const { NODE_ENV: _, ...machine } = process.env;
  const child = spawn('/bin/sh', ['-c', command], {
    cwd: folder,
    env: { ...machine, npm_config_prefer_offline: 'true', npm_config_audit: 'false', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (code !== 0) throw new Error(`RUN ${command} ended with ${code}:\n${stdout}${stderr}`);
}

type CopyStep = Extract<Step, { kind: 'copy' }>;

async function copyFromContext(step: CopyStep, to: BuiltStage, context: string, lets: (path: string) => boolean) {
  for (const source of step.sources) {
    const from = join(context, source);
    const paths = (await filesIn(from)).filter((path) => lets(relative(context, path)));
    if (paths.length === 0) throw new Error(`COPY ${source}: .dockerignore lets nothing of it through`);
    for (const path of paths) {
      const target = join(placeOf(source, step, to), relative(from, path));
      await mkdir(dirname(target), { recursive: true });
      await copyFile(path, target);
    }
  }
}

function copyFromStage(step: CopyStep, to: BuiltStage, built: readonly BuiltStage[]): void {
  const from = built.find(({ stage }) => stage.name === step.from);
  if (from === undefined) throw new Error(`COPY --from=${step.from}: no stage before has this name`);
  for (const source of step.sources) {
    cpSync(join(from.root, source), placeOf(source, step, to), { recursive: true, verbatimSymlinks: true });
  }
}

/** Where a source goes: into a folder whose name ends with a slash, else to the place that is named. */
function placeOf(source: string, { target }: CopyStep, { folder }: BuiltStage): string {
  return join(folder, target, target.endsWith('/') ? basename(source) : '');
}

async function filesIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
