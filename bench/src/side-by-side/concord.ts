import { concordMain } from '../run/child.ts';
import type { Contestant, Held } from './contestant.ts';

export const query = `query SideBySide($propositions: [String!]!, $parties: [String!]!) {
  comparison(parties: $parties, scope: { propositions: $propositions }) {
    rows(orderBy: PROPOSITION, verdicts: [AGREE, DIVIDED, NEUTRAL, MIXED, UNKNOWN]) {
      nodes { proposition { key } cells { party { key } position stance { heldFrom } } }
    }
  }
}`;

interface Cell {
  readonly party: { readonly key: string };
  readonly position: string | null;
  readonly stance: { readonly heldFrom: string } | null;
}

/** What Concord answers, and the bare server too. */
export interface SideBySide {
  readonly data: {
    readonly comparison: {
      readonly rows: {
        readonly nodes: readonly { readonly proposition: { readonly key: string }; readonly cells: readonly Cell[] }[];
      };
    };
  };
}

export function* heldInCells(answer: unknown): Generator<Held> {
  for (const { proposition, cells } of (answer as SideBySide).data.comparison.rows.nodes) {
    for (const { party, position, stance } of cells) {
      if (position === null || stance === null) continue;
      yield { proposition: proposition.key, party: party.key, position, heldFrom: stance.heldFrom };
    }
  }
}

/** Concord's server as users run it, on the database at an address; but for the points of a client, which is here all there is. */
export const concord = (url: string): Contestant => ({
  name: 'Concord',
  args: [concordMain, 'serve', '--json'],
  environment: { DATABASE_URL: url, PORT: '0', CONCORD_RATE_LIMIT: '999999999' },
  bodyOf: (question) => JSON.stringify({ query, variables: question }),
  heldIn: heldInCells,
});
