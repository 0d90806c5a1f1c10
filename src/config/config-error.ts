import { Refusal } from '#refusal/refusal.ts';

/** The environment cannot be used: every variable that is wrong is named in `problems`, one sentence each. */
export class ConfigError extends Refusal<'INVALID_CONFIG'> {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super('INVALID_CONFIG', problems.join('\n'));
    this.problems = problems;
  }
}
