import { ConfigError } from '#config/config-error.ts';
import { type Config, unknownVariables } from '#config/read-config.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

const check = 'configuration';

/** Reads the configuration and reports every invalid or unknown variable. `config` is null if one is invalid. */
export function checkConfiguration(
  read: () => Config,
  env: Readonly<Record<string, string | undefined>>,
): { readonly config: Config | null; readonly findings: readonly Finding[] } {
  const unknown = unknownVariables(env).map((name) =>
    warning(check, `${name} is not a variable of Concord.`, 'Remove it, or correct its name: concord help lists them.'),
  );
  try {
    const config = read();
    return { config, findings: unknown.length > 0 ? unknown : [ok(check, 'All variables are valid.')] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const wrong = error.problems.map((found) =>
      problem(check, found, 'Correct it; the other checks need a valid configuration.'),
    );
    return { config: null, findings: [...wrong, ...unknown] };
  }
}
