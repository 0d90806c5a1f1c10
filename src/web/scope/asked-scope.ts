import type { ParametersGiven } from '../address/address.ts';
import { choiceIn, dayIn, listIn, numberIn } from '../address/parameters.ts';
import type {
  Measure,
  NeutralPolicy,
  PolicyInput,
  PropositionKind,
  ScopeInput,
  UnanimousPolicy,
} from '../generated/graphql.ts';
import { measures } from '../words/measures.ts';
import { readSessions, writeSessions } from './sessions.ts';

/** Scope and policy of a number, with the same parameters in the address of each view, so that a link from one to another shows the same number. */
export interface AskedScope {
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
  /** The requested revision; null: the newest. */
  readonly revision: number | null;
  readonly takenFrom: string | null;
  readonly takenBefore: string | null;
  readonly confirmedSince: string | null;
  readonly measure: Measure;
  readonly neutral: NeutralPolicy;
  readonly unanimous: UnanimousPolicy;
  /** The minimum number of propositions that a pair must share, from 1. */
  readonly minimum: number;
}

const kinds: readonly PropositionKind[] = ['CLAIM', 'ROLL_CALL'];

/** Parses the scope in an address. Missing and invalid values have their defaults. */
export function readScope(parameters: URLSearchParams): AskedScope {
  const list = (name: string) => {
    const found = listIn(parameters, name);
    return found?.length ? found : null;
  };
  const chosenKinds = kinds.filter((kind) => list('kinds')?.includes(kind));
  return {
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
    confirmedSince: dayIn(parameters, 'confirmedSince'),
    measure: choiceIn(parameters, 'measure', measures) ?? 'AGREEMENT',
    neutral: choiceIn(parameters, 'neutral', ['EXCLUDE', 'COUNT_AS_OPPOSE']) ?? 'KEEP',
    unanimous: choiceIn(parameters, 'unanimous', ['EXCLUDE']) ?? 'INCLUDE',
    minimum: Math.max(1, numberIn(parameters, 'minimum') ?? 1),
  };
}

/** The parameters of a scope in an address, without default values. */
export const scopeParameters = (asked: AskedScope): ParametersGiven => ({
  issues: asked.issues,
  propositions: asked.propositions,
  kinds: asked.kinds,
  sessions: asked.sessions === null ? null : writeSessions(asked.sessions),
  wholeTextOnly: asked.wholeTextOnly ? 'yes' : null,
  importantOnly: asked.importantOnly ? 'yes' : null,
  asOf: asked.asOf,
  revision: asked.revision,
  takenFrom: asked.takenFrom,
  takenBefore: asked.takenBefore,
  confirmedSince: asked.confirmedSince,
  measure: unless(asked.measure, 'AGREEMENT'),
  neutral: unless(asked.neutral, 'KEEP'),
  unanimous: unless(asked.unanimous, 'INCLUDE'),
  minimum: unless(asked.minimum, 1),
});

/** A value; null if it is the default, which an address omits. */
export const unless = <Value>(value: Value, usual: Value): Value | null => (value === usual ? null : value);

/** The scope as input of the API. */
export function scopeOf(asked: AskedScope): ScopeInput {
  const { issues, propositions, kinds: chosen, sessions, wholeTextOnly, importantOnly } = asked;
  const { asOf, revision, takenFrom, takenBefore, confirmedSince } = asked;
  const isNarrowed = sessions !== null || wholeTextOnly || importantOnly;
  return {
    ...(issues !== null && { issues }),
    ...(propositions !== null && { propositions }),
    ...(chosen !== null && { kinds: chosen }),
    ...(isNarrowed && { rollCalls: { ...(sessions !== null && { sessions }), wholeTextOnly, importantOnly } }),
    ...(asOf !== null && { asOf }),
    ...(revision !== null && { asKnownAt: revision }),
    ...(takenFrom !== null && { takenFrom }),
    ...(takenBefore !== null && { takenBefore }),
    ...(confirmedSince !== null && { confirmedSince }),
  };
}

/** The policy as input of the API. */
export const policyOf = ({ measure, neutral, unanimous, minimum }: AskedScope): PolicyInput => ({
  measure,
  neutral,
  unanimousRollCalls: unanimous,
  minimumShared: minimum,
});
