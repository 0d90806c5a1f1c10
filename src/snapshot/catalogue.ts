import type {
  DocumentKind,
  MembershipRole,
  MembershipStatus,
  PartyKind,
  PassageKind,
  Precision,
  PropositionKind,
  TextScope,
  Tier,
  Verification,
} from '#postgres/generated/enums.ts';

/** A row of the catalogue in memory. `ordinal` is its index in the snapshot's list; `id` is the database's. */
interface Catalogued<Row = unknown> {
  readonly ordinal: number;
  readonly id: number;
  readonly key: string;
  readonly addedIn: number;
  /** Not in the catalogue: taken out of it or, as known in the past, not yet in it. Kept because rows are named by their ordinals. */
  readonly retired: boolean;
  /** What it said before revisions amended or retired it, the oldest first; empty in a row as known in the past. */
  readonly earlier: readonly Earlier<Row>[];
  /** The revision as known at which the row is shown; null for the newest. */
  readonly knownAt: number | null;
}

/** A row as it was until a revision changed it. */
export interface Earlier<Row> {
  readonly until: number;
  readonly row: Row;
}

export interface Party extends Catalogued<Party> {
  readonly kind: PartyKind;
  readonly iso3: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly founded: number | null;
  readonly note: string | null;
  readonly verification: Verification | null;
  readonly addresses: readonly string[];
}

export interface Issue extends Catalogued<Issue> {
  readonly name: string;
  readonly summary: string | null;
  readonly tier: Tier;
}

export interface RollCall {
  readonly body: string;
  readonly session: number;
  /** The number of the session, or what else it was: `ES-11`. */
  readonly series: string;
  readonly symbol: string | null;
  readonly tabledOn: number;
  readonly tabledOnPrecision: Precision;
  readonly textScope: TextScope;
  readonly important: boolean | null;
  readonly yes: number | null;
  readonly no: number | null;
  readonly abstain: number | null;
}

export interface Proposition extends Catalogued<Proposition> {
  readonly kind: PropositionKind;
  readonly text: string;
  readonly note: string | null;
  /** Null for a claim. */
  readonly rollCall: RollCall | null;
  readonly documentId: number | null;
}

/** What lists of documents are made by; the rest stays in the database. */
export interface Document extends Catalogued<Document> {
  readonly title: string;
  readonly publisher: string | null;
  readonly symbol: string | null;
  readonly kind: DocumentKind;
  readonly date: number;
}

export interface Passage extends Catalogued<Passage> {
  readonly documentId: number;
  readonly locator: string;
  readonly speaker: string | null;
  readonly verb: string | null;
  readonly keyPhrase: string | null;
  readonly kind: PassageKind;
  readonly note: string | null;
}

/** Something that is true of two rows from one revision to another. */
interface Linked {
  readonly addedIn: number;
  readonly retiredIn: number;
}

export interface PropositionIssue extends Linked {
  readonly proposition: number;
  readonly issue: number;
}

/** A vote that says the same as a claim (sign 1), or the contrary (-1), whether or not the ledger holds it. `proposition` is the ordinal of the claim. */
export interface Deed extends Linked {
  readonly id: number;
  readonly proposition: number;
  readonly body: string;
  /** As `symbolText` gives it. */
  readonly symbol: string;
  /** Under which other records have the same vote. */
  readonly otherSymbols: readonly string[];
  readonly sign: 1 | -1;
  readonly reason: string;
  readonly address: string | null;
  readonly verification: Verification;
}

/** Days; valid from `from` to the day before `until` (NEVER: still). Bloc and member are ordinals. */
export interface Membership extends Linked {
  readonly id: number;
  readonly bloc: number;
  readonly member: number;
  readonly from: number;
  readonly until: number;
  readonly precision: Precision;
  readonly status: MembershipStatus;
  readonly role: MembershipRole;
  readonly note: string | null;
}

/** Rows in the order of their ordinals, and by key and id. */
export interface Catalogue<Row extends Catalogued> {
  readonly list: readonly Row[];
  readonly byKey: Pick<ReadonlyMap<string, Row>, 'get'>;
  readonly byId: Pick<ReadonlyMap<number, Row>, 'get'>;
}

/** A catalogue of rows that are in the order of their ordinals. */
export const catalogue = <Row extends Catalogued>(list: readonly Row[]): Catalogue<Row> => ({
  list,
  byKey: new Map(list.map((row) => [row.key, row])),
  byId: new Map(list.map((row) => [row.id, row])),
});

/** The row of an ordinal that the snapshot itself gave; throws a RangeError for any other. */
export function rowAt<Row extends Catalogued>({ list }: Catalogue<Row>, ordinal: number): Row {
  const row = list[ordinal];
  if (row === undefined) throw new RangeError(`there is no row ${ordinal} among ${list.length}`);
  return row;
}
