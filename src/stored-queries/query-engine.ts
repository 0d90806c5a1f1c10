import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Source } from '#ledger/read/sources.ts';

/** An answer to a query, as GraphQL has it. */
export interface QueryAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[] | undefined;
    readonly extensions?: Readonly<Record<string, unknown>> | undefined;
  }[];
}

export type Ask = (document: string, variables: Readonly<Record<string, unknown>>) => Promise<QueryAnswer>;

/** Answers queries, all of them at one revision and on one day. */
export interface QuerySession {
  readonly ledger: string;
  readonly revision: { readonly number: number; readonly time: Date; readonly digest: string };
  /** Whose records the ledger has at that revision, and on which terms. */
  readonly origins: readonly Source[];
  /** The UTC day that is today for every answer, YYYY-MM-DD. */
  readonly day: string;
  readonly ask: Ask;
  close(): Promise<void>;
}

/** What those who have the GraphQL schema hand to exports. */
export interface QueryEngine {
  readonly schema: GraphQLSchema;
  /** Rows of the largest page of a list. */
  readonly largestPage: number;
  /** What makes a document too large to be asked, a sentence each. To be known before anything else looks at it: fragments multiply. */
  sizeProblems(document: DocumentNode): readonly string[];
  /** Why a valid document costs too much with these variables; null when it does not, or nobody knows. */
  costProblem(document: DocumentNode, variables: Readonly<Record<string, unknown>>): string | null;
  /**
   * Begins to answer at a revision; null is the newest.
   * @throws ExportError `UNKNOWN_REVISION`
   */
  open(databaseUrl: string, asKnownAt: number | null): Promise<QuerySession>;
}
