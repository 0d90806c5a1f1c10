import { fileURLToPath } from 'node:url';
import type { Contestant, Held } from './contestant.ts';

const query = `query SideBySide($propositions: [String!]!, $parties: [String!]!) {
  allPropositions(filter: { key: { in: $propositions } }, orderBy: KEY_ASC) {
    nodes {
      key
      stancesByPropositionId(filter: { retiredIn: { isNull: true }, partyByPartyId: { key: { in: $parties } } }) {
        nodes { position heldFrom partyByPartyId { key } }
      }
    }
  }
}`;

interface Answer {
  readonly data: {
    readonly allPropositions: {
      readonly nodes: readonly {
        readonly key: string;
        readonly stancesByPropositionId: {
          readonly nodes: readonly {
            readonly position: string;
            readonly heldFrom: string;
            readonly partyByPartyId: { readonly key: string };
          }[];
        };
      }[];
    };
  };
}

function* heldIn(answer: unknown): Generator<Held> {
  for (const { key, stancesByPropositionId } of (answer as Answer).data.allPropositions.nodes) {
    for (const { position, heldFrom, partyByPartyId } of stancesByPropositionId.nodes) {
      yield { proposition: key, party: partyByPartyId.key, position, heldFrom };
    }
  }
}

/** PostGraphile 5 on the same database, asked in its natural way. */
export const postgraphile = (url: string): Contestant => ({
  name: 'PostGraphile 5',
  args: [fileURLToPath(new URL('./postgraphile-server.ts', import.meta.url))],
  environment: { DATABASE_URL: url, GRAPHILE_ENV: 'production' },
  bodyOf: (question) => JSON.stringify({ query, variables: question }),
  heldIn,
});
