import { type Address, type ParametersGiven, writeAddress } from '../address/address.ts';
import { choiceIn, dayIn, listIn, numberIn } from '../address/parameters.ts';
import type {
  AgreementMatrixQueryVariables,
  Measure,
  NeutralPolicy,
  PropositionKind,
  ScopeInput,
  UnanimousPolicy,
} from '../generated/graphql.ts';
import { measures } from '../words/measures.ts';
import { readSessions, writeSessions } from './sessions.ts';

/** Rows and columns by name, or such that those who agree stand side by side. */
export type Order = 'likeness' | 'name';

/** How the pairs of the table form are sorted. */
export type PairOrder = 'highest' | 'lowest' | 'most-shared';

/** What a matrix is asked, all of it in its address. */
export interface Question {
  /** Null: all countries that hold a position in scope. */
  readonly parties: readonly string[] | null;
  /** Null: all issues. */
  readonly issues: readonly string[] | null;
  /** Null: all propositions. */
  readonly propositions: readonly string[] | null;
  /** Null: claims. */
  readonly kinds: readonly PropositionKind[] | null;
  /** Sessions of roll calls; null: all. */
  readonly sessions: readonly number[] | null;
  readonly wholeTextOnly: boolean;
  readonly importantOnly: boolean;
  /** Null: today. */
  readonly asOf: string | null;
  /** Null: the newest. */
  readonly revision: number | null;
  readonly takenFrom: string | null;
  readonly takenBefore: string | null;
  readonly measure: Measure;
  readonly neutral: NeutralPolicy;
  readonly unanimous: UnanimousPolicy;
  readonly minimum: number;
  readonly order: Order;
  /** How much larger than it fits the map is drawn. */
  readonly zoom: number;
  /** The party whose pairs the table form shows; null: all. */
  readonly pairsOf: string | null;
  readonly pairOrder: PairOrder;
}

/** Asks another question than the present one. `replace`: the present one is not worth going back to. */
export type Ask = (change: Partial<Question>, how?: 'push' | 'replace') => void;

export interface Asked {
  readonly question: Question;
  readonly ask: Ask;
}

const kinds: readonly PropositionKind[] = ['CLAIM', 'ROLL_CALL'];
const orders: readonly Order[] = ['likeness', 'name'];
const mostZoom = 8;

/** Reads the question that an address asks. What it does not name, or names wrongly, is as usual. */
export function readQuestion({ parameters }: Address): Question {
  const list = (name: string) => {
    const found = listIn(parameters, name);
    return found?.length ? found : null;
  };
  const chosenKinds = kinds.filter((kind) => list('kinds')?.includes(kind));
  return {
    parties: list('parties'),
    issues: list('issues'),
    propositions: list('propositions'),
    kinds: chosenKinds.length > 0 ? chosenKinds : null,
    sessions: readSessions(list('sessions') ?? []),
    wholeTextOnly: parameters.get('wholeTextOnly') === 'yes',
    importantOnly: parameters.get('importantOnly') === 'yes',
    asOf: dayIn(parameters, 'asOf'),
    revision: numberIn(parameters, 'revision'),
    takenFrom: dayIn(parameters, 'takenFrom'),
    takenBefore: dayIn(parameters, 'takenBefore'),
    measure: choiceIn(parameters, 'measure', measures) ?? 'AGREEMENT',
    neutral: choiceIn(parameters, 'neutral', ['EXCLUDE', 'COUNT_AS_OPPOSE']) ?? 'KEEP',
    unanimous: choiceIn(parameters, 'unanimous', ['EXCLUDE']) ?? 'INCLUDE',
    minimum: Math.max(1, numberIn(parameters, 'minimum') ?? 1),
    order: choiceIn(parameters, 'order', orders) ?? 'likeness',
    zoom: Math.min(mostZoom, Math.max(1, numberIn(parameters, 'zoom') ?? 1)),
    pairsOf: parameters.get('pairsOf'),
    pairOrder: choiceIn(parameters, 'pairOrder', ['lowest', 'most-shared']) ?? 'highest',
  };
}

/** What a question is about and how it is measured, as it stands in addresses; what is as usual is left out. */
const askedIn = (question: Question): ParametersGiven => ({
  issues: question.issues,
  propositions: question.propositions,
  kinds: question.kinds,
  sessions: question.sessions === null ? null : writeSessions(question.sessions),
  wholeTextOnly: question.wholeTextOnly ? 'yes' : null,
  importantOnly: question.importantOnly ? 'yes' : null,
  asOf: question.asOf,
  revision: question.revision,
  takenFrom: question.takenFrom,
  takenBefore: question.takenBefore,
  measure: unless(question.measure, 'AGREEMENT'),
  neutral: unless(question.neutral, 'KEEP'),
  unanimous: unless(question.unanimous, 'INCLUDE'),
  minimum: unless(question.minimum, 1),
});

/** The address of a question. */
export const addressOf = (question: Question): string =>
  writeAddress('/matrix', {
    parties: question.parties,
    ...askedIn(question),
    order: unless(question.order, 'likeness'),
    zoom: unless(question.zoom, 1),
    pairsOf: question.pairsOf,
    pairOrder: unless(question.pairOrder, 'highest'),
  });

/** The address of the comparison of some of a matrix's parties, about the same and measured the same. */
export const comparisonAddress = (question: Question, parties: readonly string[]): string =>
  writeAddress('/compare', { parties, ...askedIn(question) });

const unless = <Value>(value: Value, usual: Value): Value | null => (value === usual ? null : value);

/** The variables of the matrix that a question asks for. */
export function matrixVariables(question: Question): AgreementMatrixQueryVariables {
  const { parties, measure, neutral, unanimous, minimum } = question;
  return {
    ...(parties !== null && { parties }),
    scope: scopeOf(question),
    policy: { measure, neutral, unanimousRollCalls: unanimous, minimumShared: minimum },
  };
}

function scopeOf(question: Question): ScopeInput {
  const { issues, propositions, kinds: chosen, sessions, wholeTextOnly, importantOnly } = question;
  const { asOf, revision, takenFrom, takenBefore } = question;
  const narrowed = sessions !== null || wholeTextOnly || importantOnly;
  return {
    ...(issues !== null && { issues }),
    ...(propositions !== null && { propositions }),
    ...(chosen !== null && { kinds: chosen }),
    ...(narrowed && { rollCalls: { ...(sessions !== null && { sessions }), wholeTextOnly, importantOnly } }),
    ...(asOf !== null && { asOf }),
    ...(revision !== null && { asKnownAt: revision }),
    ...(takenFrom !== null && { takenFrom }),
    ...(takenBefore !== null && { takenBefore }),
  };
}
