import { wordsSearched } from '#snapshot/search/search-question.ts';
import { type Around, cost, type LedgerSizes, type RawArguments } from './field-cost.ts';

/** Points of looking for a text among so many rows: each of its words is looked for. */
export const searchPoints = (search: unknown, rows: number): number =>
  typeof search === 'string' ? 200 + rows / 8 + wordsSearched(search) * (50 + rows / 6) : 0;

/** Cost of a list in memory, which is searched when `search` is given: `rows` of the ledger are looked at, and no more come. */
export const listCost = (rows: (ledger: LedgerSizes) => number) =>
  cost({
    points: ({ search }, { ledger }) => 20 + rows(ledger) / 6 + searchPoints(search, rows(ledger)),
    around: (_args, { page, ledger }) => ({ page: Math.min(page, rows(ledger)) }),
  });

export const partiesIn = ({ countries, otherParties }: LedgerSizes): number => countries + otherParties;
export const propositionsIn = ({ claims, rollCalls }: LedgerSizes): number => claims + rollCalls;

/** Points of showing the catalogue as it was known at another revision: every row of it is looked at. */
export const pastPoints = (ledger: LedgerSizes): number =>
  (propositionsIn(ledger) + ledger.documents + partiesIn(ledger)) / 4;

/** Parties, blocs whose positions are derived and propositions that a comparison with these arguments has at most. */
export function compared({ parties, scope, policy }: RawArguments, { ledger }: Around) {
  return {
    parties: countOf(parties, ledger.countries),
    propositions: propositionsInScope(scope, ledger),
    blocs: within(policy, 'blocs') === 'RECORDED' ? 0 : blocsAmong(parties, ledger),
  };
}

/** How many of the texts of an argument name a party that has members. */
function blocsAmong(parties: unknown, { isBloc }: LedgerSizes): number {
  if (parties == null) return 0;
  let blocs = 0;
  for (const text of Array.isArray(parties) ? parties : [parties])
    if (typeof text === 'string' && isBloc(text)) blocs++;
  return blocs;
}

function propositionsInScope(scope: unknown, { claims, rollCalls }: Around['ledger']): number {
  const kinds = within(scope, 'kinds');
  const usual = within(scope, 'rollCalls') == null ? ['CLAIM'] : ['ROLL_CALL'];
  const meant = kinds == null ? usual : [kinds].flat();
  const all = (meant.includes('CLAIM') ? claims : 0) + (meant.includes('ROLL_CALL') ? rollCalls : 0);
  const named = within(scope, 'propositions');
  return named == null ? all : Math.min(countOf(named, 0), claims + rollCalls);
}

type Size = Pick<Around, 'parties' | 'propositions'>;

/** Points of reading what parties hold on propositions. */
export const cellPoints = ({ parties, propositions }: Size): number =>
  10 + propositions / 2 + (parties * propositions) / 64;

/** Points of counting how many parties do what on each proposition. */
export const tallyPoints = ({ parties, propositions }: Size): number =>
  10 + propositions + (parties * propositions) / 250;

/** Points of a number over every pair of parties. */
export const pairPoints = ({ parties, propositions }: Size): number => 10 + (pairs(parties) * propositions) / 2_000;

/** Rows of evidence of a number: every pair on every proposition. */
export const evidenceRows = ({ parties, propositions }: Size): number => pairs(parties) * propositions;

const pairs = (parties: number) => (parties * (parties - 1)) / 2;

/** Points of ranking a pair among all pairs of countries, by every measure. */
export function percentilePoints({ propositions, ledger }: Around): number {
  const everybody = { parties: ledger.countries, propositions };
  return cellPoints(everybody) + 1.6 * pairPoints(everybody) + pairs(ledger.countries) / 2;
}

/** For fields within a comparison: its parties, and the points of a number over its pairs. */
export const partiesCompared = (_args: RawArguments, { parties }: Around): number => parties;
export const pairsCompared = (_args: RawArguments, around: Around): number => pairPoints(around);

/** Stances that are looked at for a point. */
const stancesAPoint = 30;

/** Points of a list of the stances that fit a filter, of so many parties: every proposition is looked at, and the stances on it. */
export function stancePoints(filter: unknown, parties: number, ledger: LedgerSizes): number {
  const propositions = countOf(within(filter, 'propositions'), propositionsIn(ledger));
  const held =
    Math.min(1, parties / Math.max(1, partiesIn(ledger))) *
    Math.min(1, propositions / Math.max(1, propositionsIn(ledger)));
  const document = within(filter, 'document') == null ? 0 : 400 + onDocumentPoints(ledger);
  return 50 + propositions / 2 + (held * ledger.stances) / stancesAPoint + document;
}

/** Points of a list of the stances on one proposition: three times as many as there are on average. */
export const onePropositionPoints = (ledger: LedgerSizes): number =>
  50 + (3 * ledger.stances) / Math.max(1, propositionsIn(ledger)) / 4;

/** Points of a list of the stances that one document shows, which is a vote or two; where a list of propositions is looked through as well. */
export const onDocumentPoints = (ledger: LedgerSizes): number =>
  propositionsIn(ledger) / 4 + onePropositionPoints(ledger);

/** How many items a list argument has: one that is not a list counts as one, `otherwise` when there is none. */
export const countOf = (value: unknown, otherwise: number): number =>
  Array.isArray(value) ? value.length : value == null ? otherwise : 1;

/** A property of an input object; undefined when there is no object. */
export const within = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

/** Members, counted or not, a point pays for. */
const countedAPoint = 300;

/** Points of deriving what blocs hold from what their members hold; 0 without blocs. */
export function derivingPoints({ blocs, propositions, ledger }: Pick<Around, 'blocs' | 'propositions' | 'ledger'>) {
  if (blocs === 0) return 0;
  const members = blocs * ledger.largestBloc;
  const read = cellPoints({ parties: Math.min(members, ledger.countries + ledger.otherParties), propositions });
  return read + (members * propositions) / countedAPoint;
}

/** Points of looking up what each member of one bloc holds on one proposition. */
const onePoints = ({ ledger }: Around): number => 20 + ledger.largestBloc / 2;

/** Points of looking up the members of all blocs on one proposition. */
export const receiptPoints = (around: Around): number => around.blocs * onePoints(around);

/** The same on every claim in scope. */
export const claimReceiptPoints = (around: Around): number =>
  Math.min(around.propositions, around.ledger.claims) * receiptPoints(around);

/** Points of following what blocs hold on one proposition from day to day. */
export const historyPoints = (around: Around): number => 4 * receiptPoints(around);

/** Share of the parties compared that are blocs: so many of their cells are derived. */
const share = ({ blocs, parties }: Around) => (parties === 0 ? 1 : blocs / parties);

/** Points of the receipt of a cell. */
export const cellReceiptPoints = (_args: RawArguments, around: Around): number => 1 + share(around) * onePoints(around);

/** Members that the receipt of a cell lists. */
export const membersOfCell = (_args: RawArguments, around: Around): number => share(around) * around.ledger.largestBloc;
