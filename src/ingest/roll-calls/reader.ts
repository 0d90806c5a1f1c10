import type { ClientBase } from 'pg';
import type { TableName } from '#ledger/tables/ledger-rows.ts';
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
  /** Tables of which the files say nothing: what stands in them is kept, even if the files are complete. None unless given. */
  readonly silentOn?: readonly TableName[];
  /** Whether a roll call that the ledger has from another source is that one, rather than one more. */
  readonly matching?: boolean;
  /**
   * Reads the files into the staged tables; what is wrong with them is added to the problems. True if every roll call was read, so that the records can
   * be checked against each other.
   */
  stage(client: ClientBase, options: ReadOptions): Promise<boolean>;
  /** Looks for roll calls that cannot be those of the ledger with the same keys. Called again when another revision came first. */
  checkKnown?(client: ClientBase, problems: ProblemList): Promise<void>;
}
