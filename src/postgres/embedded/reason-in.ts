/** The last thing that a program of PostgreSQL complains about in its output or log; undefined when it does not complain. */
export const reasonIn = (output: string): string | undefined =>
  [...output.matchAll(/(?:FATAL|PANIC|error): *(.*)/g)].at(-1)?.[1];
