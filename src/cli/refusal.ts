import { type Problem, problemLine } from '#ledger/write/proposal.ts';
import { CommandError } from './command-error.ts';

const mostShown = 100;

/** The error for rejected files, with at most a hundred of their problems and the total. */
export function refusal(problems: readonly Problem[]): CommandError {
  const shown = problems.slice(0, mostShown).map(problemLine);
  const rest = problems.length > mostShown ? `, the first ${mostShown} are shown` : '';
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return new CommandError([...shown, `${count}${rest}; nothing was changed.`].join('\n'));
}
