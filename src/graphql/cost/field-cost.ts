import type { PageSizes } from '../connection.ts';

/** How much a ledger holds: what a query can touch at most. */
export interface LedgerSizes {
  readonly countries: number;
  readonly otherParties: number;
  readonly issues: number;
  readonly claims: number;
  readonly rollCalls: number;
  readonly documents: number;
  readonly passages: number;
  readonly stances: number;
  /** Links between claims and votes. */
  readonly deeds: number;
  /** Memberships of the bloc that has the most, of all days. */
  readonly largestBloc: number;
  /** Whether a text names a party that has members, by its key or otherwise. */
  isBloc(text: string): boolean;
}

/** What is known about the position of a field in a query. */
export interface Around {
  readonly ledger: LedgerSizes;
  /** How many rows a page may have. */
  readonly pageSizes: PageSizes;
  /** Parties that are compared; 0 outside of a comparison. */
  readonly parties: number;
  /** Those of them whose positions are derived from their members'. */
  readonly blocs: number;
  /** Propositions that can be in scope; 0 outside of a comparison. */
  readonly propositions: number;
  /** Rows of the page of the nearest list. */
  readonly page: number;
}

/** Arguments as the client wrote them, variables filled in: not checked yet, so anything may be anything. */
export type RawArguments = Readonly<Record<string, unknown>>;

type Reckoned = number | ((args: RawArguments, around: Around) => number);

/**
 * What a field costs, in points; a point is about half a microsecond of the server's time. A field that declares nothing is one point, a
 * list of objects has five rows, a connection has a page of them.
 */
export interface FieldCost {
  /** Points each time that the field is answered, without what is selected in it. */
  readonly points?: Reckoned;
  /** How often that which is selected in it is answered. */
  readonly rows?: Reckoned;
  /**
   * Whether the first to ask for it after a revision has an order or a count made of all stances, which is remembered then: on a large ledger that takes
   * longer than others should have to wait.
   */
  readonly preparesLedger?: true;
  /** What is known within it. */
  readonly around?: (args: RawArguments, around: Around) => Partial<Around>;
}

/** The `extensions` of a field with its cost. */
export const cost = (declared: FieldCost): { readonly cost: FieldCost } => ({ cost: declared });

/** Points of a row that is read in one batch with the same rows elsewhere in the response. */
export const batchedFromDatabase = 3;

/** Points of a list of rows that is read in one batch with the same lists elsewhere in the response. */
export const readFromDatabase = 15;

/** Points of a separate statement. */
export const askedOfDatabase = 400;

/** Points of a list for which many rows are read. */
export const listedFromDatabase = 1_500;
