import type { Database } from '#postgres/open-database.ts';
import { comeAndGone } from '../api/come-and-gone.ts';
import { fiveRevisions } from '../api/five-revisions.ts';
import { say } from '../ingest/say.ts';
import { importSample } from '../ingest/unga/sample.ts';
import type { Records } from '../support/database.ts';

/** Texts with everything that a file format could lose. */
const oddTexts = `
documents:
  - key: odd
    title: "A \\"title\\", with; commas,\\ttabs and \\\\N"
    kind: LAW
    date: 0987-01-02
    verification: VERIFIED
    note: "two\\nlines\\r\\n and \\\\. a — “dash” 🙂"
`;

/** The last of the revisions of `past`. */
export const lastRevision = 12;

/** A seeded ledger with the revisions 2 to 12: additions, corrections, retirements, amendments and roll calls. */
export const past: Records = { name: 'past', fill: giveAPast };

async function giveAPast(database: Database): Promise<void> {
  const outcomes = [];
  for (const [text, options] of [...fiveRevisions, ...comeAndGone]) outcomes.push(await say(database, text, options));
  outcomes.push(await say(database, oddTexts), await importSample(database));
  const numbers = outcomes.map((outcome) => outcome.status === 'REVISED' && outcome.revision);
  if (numbers.at(-1) !== lastRevision) throw new Error(`The revisions are ${numbers.join(', ')}.`);
}
