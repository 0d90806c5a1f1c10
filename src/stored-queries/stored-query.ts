/** A column of the table of a stored query. */
export interface ColumnPath {
  /** Lower-case letters, digits and underscores. */
  readonly name: string;
  /** Where its values stand in the answer, with dots between: `comparison.rows.nodes.verdict`. */
  readonly path: string;
}

/** A question under a name, as somebody says it. */
export interface QueryText {
  /** Slug. */
  readonly name: string;
  /** What it answers, in a sentence or two. */
  readonly description: string;
  /** A GraphQL document of one query. */
  readonly document: string;
  /** Default values of its variables, beside those that the document itself has. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Columns of its table; null: they follow from the document. */
  readonly columns: readonly ColumnPath[] | null;
}

/** One version of a question that is stored. */
export interface StoredQuery extends QueryText {
  /** Counts the changes from 1; always 1 of a question that is shipped. */
  readonly version: number;
  /** Null of a question that is shipped with Concord. */
  readonly stored: { readonly at: Date; readonly by: string } | null;
}

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether a text may name a stored query: it becomes an address, and the name of a folder. */
export const isQueryName = (text: string): boolean => slug.test(text) && text.length <= 100;
