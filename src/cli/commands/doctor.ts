import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { examine } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';

/** `concord doctor`: checks an installation and suggests fixes; changes nothing. */
export function addDoctor(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .description('check the installation and say what to do; changes nothing')
    .option('--json', 'print the result as JSON')
    .action(async ({ json }: { readonly json?: true }) => {
      const findings: Finding[] = [];
      for await (const finding of examine(context, process.env)) {
        context.interruption.throwIfAborted();
        findings.push(finding);
        if (!json) console.log(line(finding));
      }
      const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
      const [problems, warnings] = [count('problem'), count('warning')];
      if (json) console.log(JSON.stringify({ problems, warnings, findings }));
      if (problems > 0)
        throw new CommandError(problems === 1 ? 'There is 1 problem.' : `There are ${problems} problems.`);
    });
}

const line = ({ level, check, found, todo }: Finding): string =>
  `${level.padEnd(7)}  ${check}: ${found}${todo === null ? '' : ` ${todo}`}`;
