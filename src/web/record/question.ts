import { type Address, recordAddress } from '../address/address.ts';
import { dayIn, numberIn } from '../address/parameters.ts';

/** What a view of a record is asked, all of it in its address. */
export interface Question {
  readonly view: 'party' | 'issue' | 'proposition' | 'document';
  readonly key: string;
  /** Null: today. */
  readonly asOf: string | null;
  /** Null: the newest. */
  readonly revision: number | null;
  /** The stance that is looked at; null when none is. */
  readonly stance: string | null;
  /** The cursor after which a long list is shown; null: from its beginning. */
  readonly after: string | null;
}

/** Asks another question than the present one. `replace`: the present one is not worth going back to. */
export type Ask = (change: Partial<Question>, how?: 'push' | 'replace') => void;

export interface Asked {
  readonly question: Question;
  readonly ask: Ask;
}

/** Reads the question that the address of a record asks. */
export const readQuestion = (view: Question['view'], { key, parameters }: Address): Question => ({
  view,
  key,
  asOf: dayIn(parameters, 'asOf'),
  revision: numberIn(parameters, 'revision'),
  stance: parameters.get('stance'),
  after: parameters.get('after'),
});

/** The address of a question. */
export const addressOf = ({ view, key, asOf, revision, after, stance }: Question): string =>
  recordAddress(view, key, { asOf, revision, after, stance });

/** What goes with a link to another record, so that it shows the same day and revision. */
export const givenOf = ({ asOf, revision }: Question) => ({ asOf, revision });
