import type { Pool } from 'pg';
import type { Acknowledged } from './api-writer.ts';
import { differences } from './differences.ts';
import type { PlannedImport } from './import-plan.ts';
import { lineOf } from './said.ts';

interface RevisionRow {
  readonly number: number;
  readonly author: string;
  readonly message: string;
  readonly time: Date;
  readonly lines: readonly string[];
}

// The citations of a stance are those that came with it, or else this shows it.
const versions = `
  SELECT stance.added_in, stance.retired_in, concat(lower(party.key), '--', proposition.key, '--', to_char(held_from, 'YYYY-MM-DD'), ' ', position, ' ',
    (SELECT string_agg(document.key, '+' ORDER BY ordinal) FROM citation JOIN document ON document.id = document_id
     WHERE stance_id = stance.id AND citation.added_in = stance.added_in
       AND citation.retired_in IS NOT DISTINCT FROM stance.retired_in)) AS line
  FROM stance JOIN party ON party.id = party_id JOIN proposition ON proposition.id = proposition_id`;

const query = `
  WITH version AS (${versions})
  SELECT number, author, message, time,
    ARRAY(SELECT '+ ' || line FROM version WHERE added_in = number) || ARRAY(SELECT '- ' || line FROM version WHERE retired_in = number) AS lines
  FROM revision WHERE number > $1 ORDER BY number`;

/**
 * What is wrong with the revisions after `before`: each change that was acknowledged has to be exactly one, with all of its rows and no other; their
 * numbers without gaps, in the order of their times and of the answers.
 */
export async function checkLedger(
  pool: Pool,
  before: number,
  writes: readonly Acknowledged[],
  imports: readonly PlannedImport[],
): Promise<string[]> {
  const { rows } = await pool.query<RevisionRow>(query, [before]);
  const counter = await pool.query<{ last: number }>('SELECT last FROM revision_counter');
  const wrong: string[] = [];

  const said = [
    ...writes.filter(({ done }) => done.changed).map(({ write, done }) => ({ ...write, author: done.revision.author })),
    ...imports.map((version) => ({ ...version, author: 'desk' })),
  ].map(({ author, message, adds, retires }) =>
    JSON.stringify([
      author,
      message,
      [...adds.map((v) => `+ ${lineOf(v)}`), ...retires.map((v) => `- ${lineOf(v)}`)].sort(),
    ]),
  );
  const held = rows.map(({ author, message, lines }) => JSON.stringify([author, message, [...lines].sort()]));
  wrong.push(...differences('revision', said, held));

  const numbers = new Map(rows.map(({ number, message }) => [message, number]));
  for (const { write, done } of writes) {
    if (done.changed !== write.adds.length + write.retires.length > 0)
      wrong.push(`${write.message} was answered changed: ${done.changed}`);
    if (done.changed && numbers.get(write.message) !== done.revision.number)
      wrong.push(`${write.message} was answered ${done.revision.number} and is revision ${numbers.get(write.message)}`);
  }

  rows.forEach(({ number, time }, index) => {
    if (number !== before + index + 1) wrong.push(`revision ${number} stands at place ${before + index + 1}`);
    if (time < (rows[index - 1]?.time ?? time)) wrong.push(`revision ${number} is older than the one before it`);
  });
  if (counter.rows[0]?.last !== before + rows.length)
    wrong.push(`the counter says ${counter.rows[0]?.last}, and there are ${before + rows.length} revisions`);
  return [...wrong, ...outOfOrder(writes)];
}

/** A write that was answered before another one was sent has the smaller number. */
function outOfOrder(writes: readonly Acknowledged[]): string[] {
  const inOrder = writes
    .filter(({ done }) => done.changed)
    .toSorted((a, b) => a.done.revision.number - b.done.revision.number);
  let lastSentAt = 0;
  return inOrder.flatMap(({ write, answeredAt, sentAt }) => {
    const late = answeredAt < lastSentAt;
    lastSentAt = Math.max(lastSentAt, sentAt);
    return late ? [`${write.message} was answered before one with a smaller number was sent`] : [];
  });
}
