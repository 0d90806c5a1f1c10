import type { Config } from '#config/read-config.ts';

/** Passed to every command. */
export interface CommandContext {
  /** Reads the configuration; throws ConfigError. Read lazily, so that `--help` always works. */
  config(): Config;
  /** Aborted when the process is stopped. */
  readonly interruption: AbortSignal;
}
