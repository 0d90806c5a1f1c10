import { createRequire } from 'node:module';

/** The graphql that the project's schema is made with: the bench has another one beside it, that of a peer, which does not know our types. */
export const graphql = createRequire(new URL('../../../package.json', import.meta.url))(
  'graphql',
) as typeof import('graphql');
