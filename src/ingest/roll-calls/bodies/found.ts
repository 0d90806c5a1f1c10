import type { PartyKind, Precision, TextScope } from '#postgres/generated/enums.ts';
import type { ProblemList } from '../outcome.ts';

/** A person or a group as the files of a body have it. */
export interface FoundParty {
  readonly key: string;
  readonly kind: Extract<PartyKind, 'PERSON' | 'GROUP'>;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly note: string | null;
  /** Pages about it. */
  readonly addresses: readonly string[];
  readonly place: string;
}

/** A person belongs to a group from a day on, to the day before `until`; null while it lasts. */
export interface FoundMembership {
  readonly group: string;
  readonly member: string;
  readonly from: string;
  readonly until: string | null;
  readonly precision: Precision;
  readonly place: string;
}

/** A roll call as the files of a body have it. */
export interface FoundRollCall {
  readonly key: string;
  readonly body: string;
  readonly session: number;
  /** Null where it is the number of the session. */
  readonly series: string | null;
  readonly symbol: string | null;
  readonly text: string;
  readonly tabledOn: string;
  readonly precision: Precision;
  readonly textScope: TextScope;
  /** Page of the roll call; null when there is none. */
  readonly address: string | null;
  readonly file: number;
  readonly line: number;
}

/** Records that are found by the identifier that the files have for them, numbered from 0 in the order of the files. */
export class Numbered<Row extends { readonly key: string }> {
  readonly rows: Row[] = [];
  readonly #byIdentifier = new Map<string, number>();
  readonly #places = new Map<string, string>();
  readonly #what: string;
  readonly #problems: ProblemList;

  /** `what` names the records in problems, such as `person`. */
  constructor(what: string, problems: ProblemList) {
    this.#what = what;
    this.#problems = problems;
  }

  /** Adds a record. Two with one identifier, or with identifiers that make one key, are a problem. */
  add(identifier: string, row: Row, place: string): void {
    const first = this.#places.get(row.key);
    if (first !== undefined) {
      const same = this.#byIdentifier.has(identifier);
      const found = `${this.#what} ${identifier} ${same ? 'again' : `with the key ${row.key} of another one`}`;
      this.#problems.add({
        at: place,
        found,
        expected: `${same ? 'it once' : 'a key of its own'} (first at ${first})`,
      });
      return;
    }
    this.#places.set(row.key, place);
    this.#byIdentifier.set(identifier, this.rows.length);
    this.rows.push(row);
  }

  /** The number of a record; undefined if the files have none with this identifier. */
  numberOf(identifier: string): number | undefined {
    return this.#byIdentifier.get(identifier);
  }

  /** The record itself. */
  get(identifier: string): Row | undefined {
    const number = this.#byIdentifier.get(identifier);
    return number === undefined ? undefined : this.rows[number];
  }
}
