import type { Config } from '#config/read-config.ts';

/** What every command is given. */
export interface CommandContext {
  /** Reads the configuration; throws ConfigError. Not read before it is needed, so that `--help` always works. */
  config(): Config;
  /** Aborted when somebody stops the process. */
  readonly interruption: AbortSignal;
}
