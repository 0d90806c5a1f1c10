import { fileURLToPath } from 'node:url';
import { heldInCells } from './concord.ts';
import type { Contestant } from './contestant.ts';

/** A server of a few lines: no GraphQL, no checks, one prepared statement that makes the very JSON that Concord answers. */
export const bare = (url: string): Contestant => ({
  name: 'bare node:http + SQL',
  args: [fileURLToPath(new URL('./bare-server.ts', import.meta.url))],
  environment: { DATABASE_URL: url },
  bodyOf: (question) => JSON.stringify(question),
  heldIn: heldInCells,
});
