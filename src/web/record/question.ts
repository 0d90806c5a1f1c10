import { type Address, type RecordView, recordAddress } from '../address/address.ts';
import { dayIn, numberIn } from '../address/parameters.ts';

/** The query of a record's view, completely contained in its address. */
export interface Question {
  readonly view: RecordView;
  readonly key: string;
  /** Null: today. */
  readonly asOf: string | null;
  /** Null: the newest. */
  readonly revision: number | null;
  /** The open stance; null if none is open. */
  readonly stance: string | null;
  /** The cursor after which a long list is shown; null: from its start. */
  readonly after: string | null;
}

/** Changes the query. `replace`: without a new history entry. */
export type Ask = (change: Partial<Question>, how?: 'push' | 'replace') => void;

export interface Asked {
  readonly question: Question;
  readonly ask: Ask;
}

/** Parses the query in the address of a record. */
export const readQuestion = (view: Question['view'], { key, parameters }: Address): Question => ({
  view,
  key,
  asOf: dayIn(parameters, 'asOf'),
  revision: numberIn(parameters, 'revision'),
  stance: parameters.get('stance'),
  after: parameters.get('after'),
});

/** The address of a query. */
export const addressOf = ({ view, key, asOf, revision, after, stance }: Question): string =>
  recordAddress(view, key, { asOf, revision, after, stance });

/** The parameters of a link to another record, so that it shows the same day and revision. */
export const givenOf = ({ asOf, revision }: Question) => ({ asOf, revision });
