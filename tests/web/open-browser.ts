import { spawnSync } from 'node:child_process';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Names an installed Chromium, for machines on which that of the npm package does not run. */
const variable = 'CONCORD_TEST_CHROMIUM';

// What the package's browser is started with where it usually runs, and what these tests cannot have: one process ends with its first page, and
// without the security of the web nothing of ours is tested.
const unwanted = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];
// Drawing by a graphics card that is reckoned takes most of the time.
const slow = [
  '--ignore-gpu-blocklist',
  '--in-process-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** What a browser is started with; null where none can be. */
async function findBrowser(): Promise<{ readonly executablePath: string; readonly args: string[] } | null> {
  const given = process.env[variable];
  if (given) return { executablePath: given, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const executablePath = await sparticuz.executablePath();
  const args = sparticuz.args.filter((arg) => !unwanted.includes(arg) && !slow.includes(arg));
  return starts(executablePath) ? { executablePath, args: [...args, '--disable-gpu'] } : null;
}

/** The package brings the program and not the libraries of the system that it needs. */
const starts = (executablePath: string) => spawnSync(executablePath, ['--version']).status === 0;

const found = await findBrowser();

/** The browser and what it is started with, for whatever starts it itself; null where none runs. */
export const browserProgram = found;

/** Why the tests of the page are left out here; null when they run. */
export const noBrowser =
  found === null ? `no browser runs here; name an installed Chromium in ${variable} to test the page` : null;

/** A real browser. */
export async function openBrowser(): Promise<Browser> {
  if (found === null) throw new Error(String(noBrowser));
  return chromium.launch({ ...found, headless: true });
}
