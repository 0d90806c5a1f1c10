/**
 * What the values of a column are: `array` is a list of texts or objects, as JSON; `date` a day, `datetime` a moment in UTC with
 * milliseconds; `integer` fits 32 bits.
 */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'array';

/** One column of an exported table: data, package metadata and documentation come from it. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** One sentence; says what an empty value means where there may be one. */
  readonly description: string;
  /** No row is without a value. */
  readonly required: boolean;
  /** All the values that there can be. */
  readonly oneOf?: readonly string[];
  /** A regular expression that every value keeps from its first to its last character. */
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}
