import { failureOfServer } from '#postgres/database-error.ts';
import { Refusal } from '#refusal/refusal.ts';
import { type Finding, problem, refused } from './finding.ts';

/** Runs one check; an exception is also a finding, so that the remaining checks still run. */
export async function attempt(check: string, make: () => Promise<Finding | readonly Finding[]>): Promise<Finding[]> {
  try {
    return [await make()].flat();
  } catch (error) {
    return [findingOf(check, error)];
  }
}

export function findingOf(check: string, error: unknown): Finding {
  const told = failureOfServer(error) ?? error;
  if (told instanceof Refusal) return refused(check, told);
  const { message, syscall } = (told instanceof Error ? told : new Error(String(told))) as NodeJS.ErrnoException;
  if (syscall !== undefined) {
    const todo = 'Run Concord as the owner of the folder, or set CONCORD_DATA_DIR to another folder.';
    return problem(check, `The operating system refused: ${message}.`, todo);
  }
  return problem(check, `This could not be checked: ${message}.`, 'Fix this, and run concord doctor again.');
}
