import type { Account } from './accounts.ts';
import { type ProgramResult, type RunOptions, runProgram } from './run-program.ts';

/** A way of running the programs of PostgreSQL, which refuse to run as root. */
export interface Launcher {
  /** Whom the files of the server must belong to; null = whoever runs this process. */
  readonly owner: Account | null;
  run(program: string, args: readonly string[], options?: RunOptions): Promise<ProgramResult>;
}

/** As the user that runs this process. */
export const asOurselves: Launcher = { owner: null, run: runProgram };

/** As another user, who must be able to reach the programs and the data. */
export const asUser = (account: Account): Launcher => ({
  owner: account,
  run: (program, args, options) => runProgram(program, args, { ...options, user: account }),
});

/** As another user who may read and write everywhere: for a clone in a folder that is closed to others, such as /root. */
export const asUserReachingAll = (account: Account): Launcher => ({
  owner: account,
  run: (program, args, options) => {
    const ids = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
    const capabilities = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
    // Otherwise access(2), by which PostgreSQL looks for its programs, leaves the capability out for users other than root.
    capabilities.push('--securebits=+no_setuid_fixup');
    return runProgram('setpriv', [...ids, ...capabilities, program, ...args], options);
  },
});

/** As ourselves under another account's name, in a user namespace: the files stay ours. */
export const inNamespace = (account: Account): Launcher => ({
  owner: null,
  run: (program, args, options) => {
    const ids = [`--map-user=${account.uid}`, `--map-group=${account.gid}`];
    return runProgram('unshare', ['--user', ...ids, program, ...args], options);
  },
});
