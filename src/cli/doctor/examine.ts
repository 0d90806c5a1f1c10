import { resolve } from 'node:path';
import type { CommandContext } from '../command-context.ts';
import { attempt } from './attempt.ts';
import { checkConfiguration } from './configuration.ts';
import { checkDataFolder } from './data-folder.ts';
import { checkDatabase } from './database.ts';
import { checkEmbedded } from './embedded.ts';
import type { Finding } from './finding.ts';
import { checkNode, checkPort } from './machine.ts';
import { checkStandby } from './standby.ts';

/** Runs every check of an installation, each when its result is requested. Changes nothing: starts no server, migrates nothing. */
export async function* examine(
  context: Pick<CommandContext, 'config'>,
  env: Readonly<Record<string, string | undefined>>,
): AsyncGenerator<Finding> {
  yield checkNode(process.versions.node);
  const { config, findings } = checkConfiguration(context.config, env);
  yield* findings;
  if (config === null) return;
  yield* await attempt('port', () => checkPort(config));
  let url = config.databaseUrl ?? config.databaseReadUrl;
  if (url === null) {
    const folder = resolve(config.dataDirectory);
    yield* await attempt('data folder', () => checkDataFolder(folder));
    const embedded = await checkEmbedded(folder);
    yield* embedded.findings;
    url = embedded.url;
  }
  if (url !== null) yield* checkDatabase(url, config);
  const { databaseUrl, databaseReadUrl } = config;
  if (databaseUrl !== null && databaseReadUrl !== null) yield* checkStandby(databaseReadUrl, databaseUrl);
}
