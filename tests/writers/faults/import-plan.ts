import type { Random } from './random.ts';
import { type Change, dayNumber, documents, positions, type Said } from './said.ts';

/** One version of the importer's file. */
export interface PlannedImport extends Change {
  readonly text: string;
}

const proposition = 'desk-claim';
const parties = ['CN', 'RU', 'US', 'GB'];

/** The versions of a file, each with other stances than the one before it, on a claim of its own. */
export function importPlan(random: Random): () => PlannedImport {
  let standing: readonly Said[] = [];
  let days = 0;
  let count = 0;

  const newSaid = (): Said => ({
    party: random.one(parties),
    proposition,
    heldFrom: dayNumber(days++),
    position: random.one(positions),
    documents: [random.one(documents)],
  });

  return () => {
    const [dropped, changed] = [standing[0], standing[1]];
    const right = changed && { ...changed, position: random.one(positions.filter((p) => p !== changed.position)) };
    const adds = Array.from({ length: random.one([2, 3, 30]) }, newSaid);
    const next = [...standing.slice(2), ...(right ? [right] : []), ...adds];
    const kept = new Set(next);
    const change = {
      message: `import ${++count}`,
      adds: right ? [right, ...adds] : adds,
      retires: [dropped, changed].filter((said) => said !== undefined && !kept.has(said)) as Said[], // the filter says so
    };
    standing = next;
    return { ...change, text: textOf(standing) };
  };
}

// JSON is YAML.
const textOf = (stances: readonly Said[]): string =>
  JSON.stringify({
    propositions: [
      {
        key: proposition,
        issues: ['taiwan'],
        text: 'The desk has a claim of its own.',
        stances: stances.map(({ party, heldFrom, position, documents: cited }) => ({
          party,
          from: heldFrom,
          position,
          basis: 'OWN_STATEMENT',
          confidence: 'MEDIUM',
          citations: cited.map((document) => ({ document, verification: 'FROM_KNOWLEDGE' })),
        })),
      },
    ],
  });
