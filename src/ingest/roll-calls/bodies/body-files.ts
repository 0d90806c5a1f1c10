import type { SourceRow } from '#ledger/tables/sources.ts';
import type { DocumentKind, Position } from '#postgres/generated/enums.ts';
import type { ProblemList } from '../outcome.ts';
import type { FoundMembership, FoundParty, FoundRollCall } from './found.ts';
import type { TableOptions } from './read-table.ts';

/** What a reader takes from the files of a body that votes. Votes are read as they are staged: there can be millions. */
export interface BodyFiles {
  readonly parties: readonly FoundParty[];
  readonly memberships: readonly FoundMembership[];
  readonly rollCalls: readonly FoundRollCall[];
  /** What documents of its roll calls are. */
  readonly documentKind: DocumentKind;
  /** Paths by the number of a file. */
  readonly paths: readonly string[];
  /** Yields lines of `voteLine`. */
  votes(): AsyncIterable<string>;
  /** What was left out of the votes and why, in sentences; asked for when they have been read. */
  left?(): readonly string[];
}

/** What every reader is told. */
export interface ReaderOptions extends TableOptions {
  /** Whose records these are. */
  readonly source: SourceRow;
}

/**
 * What a record says of a party and a roll call, each by its number: in COPY's text format the number of the file, the line, the roll call, the
 * party, and the position. Null is an absence: the party could vote and took no position.
 */
export const voteLine = (
  file: number,
  line: number,
  rollCall: number,
  party: number,
  position: Position | null,
): string => `${file}\t${line}\t${rollCall}\t${party}\t${position ?? '\\N'}\n`;

/** Files of which it is known whose they are. */
export interface OpenedBody {
  /** Whose records these are, as far as the format tells. */
  readonly source: SourceRow;
  /** Reads all but the votes. Null when there are problems. */
  read(options: ReaderOptions): Promise<BodyFiles | null>;
}

/** Null when there are problems, so that votes are not held against records that could not be read. */
export const unlessProblems = <T>(problems: ProblemList, value: T): T | null => (problems.total > 0 ? null : value);
