import type { Precision } from '#postgres/generated/enums.ts';
import { anyTables, type TableName, tableNames } from '../tables/ledger-rows.ts';
import type { PropositionRow } from '../tables/propositions.ts';
import { type AnyRow, rowKey } from '../tables/table.ts';
import type { Difference, Entry, LiveLedger, Problem, Proposal } from '../write/proposal.ts';
import { forms, memberships, onceEach, periods, references } from './rows.ts';
import type { RowsByKey, Rule } from './rule.ts';

/** A stance on a claim shows its source, and one page or paragraph once; a vote on a roll call is shown by the roll call's document. */
const citations: Rule = function* (proposal, after) {
  const cited = new Set(
    Array.from(after.citation.values(), (row) => `${row.party} | ${row.proposition} | ${row.heldFrom}`),
  );
  for (const { row, at } of proposal.stance) {
    const isClaim = after.proposition.get(row.proposition)?.kind === 'CLAIM';
    if (isClaim && !cited.has(`${row.party} | ${row.proposition} | ${row.heldFrom}`)) {
      yield { at: at('citations'), found: 'no citation', expected: 'at least one' };
    }
  }
  const places = new Map<string, string>();
  for (const { row, at } of proposal.citation) {
    const place = [row.party, row.proposition, row.heldFrom, row.document, row.locator].join(' | ');
    const first = places.get(place);
    if (first === undefined) places.set(place, at());
    else
      yield {
        at: at('document'),
        found: `${row.document} cited twice with the same locator`,
        expected: `one citation (first at ${first})`,
      };
    if (after.proposition.get(row.proposition)?.kind === 'ROLL_CALL') {
      yield {
        at: at(),
        found: 'a citation for a vote in a roll call',
        expected: 'no citation, because the document of the roll call shows it',
      };
    }
  }
};

/** Who is said to hold a position by co-signature stands among the signatories of a document cited for it. */
const coSignatures: Rule = function* (proposal, after) {
  const citations = Map.groupBy(
    after.citation.values(),
    (row) => `${row.party} | ${row.proposition} | ${row.heldFrom}`,
  );
  for (const { row, at } of proposal.stance) {
    if (row.basis !== 'CO_SIGNATURE') continue;
    const documents = (citations.get(`${row.party} | ${row.proposition} | ${row.heldFrom}`) ?? []).map(
      ({ document }) => document,
    );
    if (documents.length === 0 || documents.some((document) => after.signatory.has(`${document} | ${row.party}`)))
      continue;
    yield {
      at: at('basis'),
      found: `CO_SIGNATURE of ${row.party}, which signed none of ${documents.join(', ')}`,
      expected: 'a signatory of a cited document',
    };
  }
};

/** As much of a date as its precision makes true. */
const known = (date: string, precision: Precision | null) =>
  precision === 'YEAR'
    ? date.slice(0, 4)
    : precision === 'MONTH' || precision === 'APPROXIMATE'
      ? date.slice(0, 7)
      : date;

const described = ['body', 'session', 'tabledOn', 'tabledOnPrecision', 'textScope'] as const;
const ofRollCallsAlone = [...described, 'shortTitle', 'series', 'important', 'yes', 'no', 'abstain'] as const;

/** Whether a vote on `date` came before the roll call was tabled, as far as the dates are known. */
function tooEarly(date: string, rollCall: PropositionRow): boolean {
  if (rollCall.tabledOn === null) return false;
  const tabled = known(rollCall.tabledOn, rollCall.tabledOnPrecision);
  return date.slice(0, tabled.length) < tabled;
}

/** A roll call is described as one, nobody votes before it is tabled, and a vote is yes, no or abstention. */
const rollCalls: Rule = function* (proposal, after) {
  for (const { row, at } of proposal.proposition) {
    for (const field of row.kind === 'ROLL_CALL' ? described : []) {
      if (row[field] === null) yield { at: at(), found: `a roll call without ${field}`, expected: `its ${field}` };
    }
    for (const field of row.kind === 'CLAIM' ? ofRollCallsAlone : []) {
      if (row[field] !== null)
        yield { at: at(field), found: `${field} of a claim`, expected: 'this field only on a ROLL_CALL' };
    }
  }
  for (const { row, at } of proposal.stance) {
    const rollCall = after.proposition.get(row.proposition);
    if (rollCall?.kind !== 'ROLL_CALL') continue;
    if (tooEarly(row.heldFrom, rollCall)) {
      yield {
        at: at('heldFrom'),
        found: `a vote on ${row.heldFrom}`,
        expected: `${rollCall.tabledOn}, the day of the roll call, or later`,
      };
    }
    if (row.basis !== 'VOTE') yield { at: at('basis'), found: row.basis, expected: 'VOTE on a roll call' };
    if (row.position.startsWith('LEAN')) {
      yield { at: at('position'), found: row.position, expected: 'SUPPORT, NEUTRAL or OPPOSE on a roll call' };
    }
  }
  for (const { row, at } of proposal.absence) {
    const rollCall = after.proposition.get(row.proposition);
    if (rollCall?.kind === 'ROLL_CALL' && tooEarly(row.date, rollCall)) {
      yield {
        at: at('date'),
        found: `an absence on ${row.date}`,
        expected: `${rollCall.tabledOn}, the day of the roll call, or later`,
      };
    }
  }
};

/** A quotation is a key phrase of at most this many words. */
const mostWords = 8;

const wordsIn = (phrase: string) => phrase.trim().split(/\s+/).length;

/** Key phrases are short: the ledger points at texts, it does not copy them. */
const keyPhrases: Rule = function* (proposal) {
  for (const { row, at } of [...proposal.citation, ...proposal.passage]) {
    if (row.keyPhrase === null || wordsIn(row.keyPhrase) <= mostWords) continue;
    yield {
      at: at('keyPhrase'),
      found: `a key phrase of ${wordsIn(row.keyPhrase)} words`,
      expected: `at most ${mostWords}`,
    };
  }
};

/** A passage says who speaks in it, and shows stances of those alone. */
const passages: Rule = function* (proposal, after) {
  const speaking = Map.groupBy(after.passageParty.values(), ({ passage }) => passage);
  for (const { row, at } of proposal.passage) {
    if (!speaking.has(row.key)) yield { at: at('parties'), found: 'no party', expected: 'at least one' };
  }
  for (const { row, at } of proposal.passageStance) {
    const parties = (speaking.get(row.passage) ?? []).map(({ party }) => party);
    if (parties.includes(row.party)) continue;
    yield {
      at: at('stance'),
      found: `a stance of ${row.party} in a passage of ${parties.join(', ')}`,
      expected: 'only stances of its own parties',
    };
  }
};

/** A deed is of a claim: a roll call is a deed itself. */
const deeds: Rule = function* (proposal, after) {
  for (const { row, at } of proposal.deed) {
    if (after.proposition.get(row.proposition)?.kind !== 'ROLL_CALL') continue;
    yield { at: at('proposition'), found: `the roll call ${row.proposition}`, expected: 'a claim' };
  }
};

/** What the ledger would say: what stands, without what the difference retires, and with what is proposed. */
function rowsAfter(proposal: Proposal, live: LiveLedger, difference: Difference): RowsByKey {
  const after: Partial<Record<TableName, Map<string, unknown>>> = {};
  for (const name of tableNames) {
    const table = anyTables[name];
    const gone = new Set(difference[name]?.retire);
    const rows = new Map<string, unknown>();
    for (const { id, row, retired } of live.rows[name]) {
      if (!retired && !gone.has(id)) rows.set(rowKey(table, row as unknown as AnyRow), row);
    }
    for (const { row } of proposal[name] as readonly Entry<unknown>[]) rows.set(rowKey(table, row as AnyRow), row);
    after[name] = rows;
  }
  return after as unknown as RowsByKey; // filled table by table above
}

/** Rules about what is said. */
const rules: readonly Rule[] = [forms, onceEach, periods, memberships, rollCalls, keyPhrases];
/** Rules about what is missing. */
const rulesOfTheWhole: readonly Rule[] = [references, deeds, citations, coSignatures, passages];

/**
 * Every breach of every rule in a proposal. The same rules hold for files and for the API. Of a proposal that could be read in part alone, only
 * what is there is judged.
 */
export function breachesOf(proposal: Proposal, live: LiveLedger, difference: Difference, inPart: boolean): Problem[] {
  const after = rowsAfter(proposal, live, difference);
  const applied = inPart ? rules : [...rules, ...rulesOfTheWhole];
  return applied.flatMap((rule) => [...rule(proposal, after)]);
}
