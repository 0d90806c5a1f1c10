import type { ClientBase } from 'pg';
import type { ProblemList, Report } from './outcome.ts';

/** A file of an import. Staged rows contain its index among the files of the import. */
export interface StagedFile {
  readonly name: string;
  readonly path: string;
}

export interface ReadOptions {
  readonly problems: ProblemList;
  readonly report: Report;
}

/** The roll calls that the files of a source describe. `stage` fills the tables of stage/create-staging.ts. */
export interface RollCallFiles {
  /** Source of every record of the import, such as `unga`. */
  readonly source: string;
  readonly files: readonly StagedFile[];
  /** Where the roll calls are described, for the message about a record of another one: `roll_calls.csv`. */
  readonly rollCallsIn: string;
  /**
   * Reads the files into the staged tables; what is wrong with them is added to the problems. True if every roll call was read, so that the records can
   * be checked against each other.
   */
  stage(client: ClientBase, options: ReadOptions): Promise<boolean>;
}
