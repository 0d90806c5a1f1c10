import type { Issue, Proposition } from '#snapshot/catalogue.ts';
import type { Basis, Confidence } from '#snapshot/closed-sets.ts';

/** Which roll calls; what is undefined does not matter. */
export interface RollCallFilter {
  readonly bodies?: readonly string[] | undefined;
  readonly sessions?: readonly number[] | undefined;
  /** Without paragraphs and amendments; roll calls of which that is not known are kept. */
  readonly wholeTextOnly: boolean;
  readonly importantOnly: boolean;
}

/** Which propositions, which stances, which time: everything that a number depends on besides the parties and the policy. */
export interface Scope {
  /** Undefined: all. */
  readonly issues?: readonly Issue[] | undefined;
  readonly propositions?: readonly Proposition[] | undefined;
  readonly kinds: readonly Proposition['kind'][];
  readonly rollCalls?: RollCallFilter | undefined;
  readonly bases?: readonly Basis[] | undefined;
  readonly minimumConfidence?: Confidence | undefined;
  /** Days: stances taken from the first to before the second. */
  readonly takenFrom?: number | undefined;
  readonly takenBefore?: number | undefined;
  /** Day of valid time. */
  readonly asOf: number;
  /** Revision of recorded time. */
  readonly asKnownAt: number;
}

/** A requested scope: keys instead of rows; omitted fields have defaults. */
export interface ScopeRequest {
  readonly issues?: readonly string[] | null | undefined;
  readonly propositions?: readonly string[] | null | undefined;
  readonly kinds?: readonly Proposition['kind'][] | null | undefined;
  readonly rollCalls?:
    | {
        readonly bodies?: readonly string[] | null | undefined;
        readonly sessions?: readonly number[] | null | undefined;
        readonly wholeTextOnly?: boolean | null | undefined;
        readonly importantOnly?: boolean | null | undefined;
      }
    | null
    | undefined;
  readonly bases?: readonly Basis[] | null | undefined;
  readonly minimumConfidence?: Confidence | null | undefined;
  readonly takenFrom?: number | null | undefined;
  readonly takenBefore?: number | null | undefined;
  readonly asOf?: number | null | undefined;
  readonly asKnownAt?: number | null | undefined;
}
