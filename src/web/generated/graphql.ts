/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How a party is bound to a position. */
export type Basis =
  /** A text adopted without a vote; attribution to each party is weaker. */
  | 'CONSENSUS'
  /** As reported by the other side. */
  | 'COUNTERPART_READOUT'
  /** A joint text that the party signed. */
  | 'CO_SIGNATURE'
  /** Follows from another position of the same party on the same day. */
  | 'ENTAILED'
  /** The party's own words, law, or policy paper. */
  | 'OWN_STATEMENT'
  /** Sorted by a research body from official statements. */
  | 'TRACKER'
  /** A treaty commitment, from the date of accession. */
  | 'TREATY'
  /** A recorded vote. */
  | 'VOTE';

/** How sure the curator is of a stance. */
export type Confidence =
  /** Beyond reasonable doubt. */
  | 'HIGH'
  /** Disputed, or read from little. */
  | 'LOW'
  /** Sound, with a weak point. */
  | 'MEDIUM';

/** How agreement is measured over the propositions on which both parties hold a position; d = half the difference of two positions, 0 to 1. Over more than two parties: the unweighted mean over the pairs that have a value; ALPHA directly. */
export type Measure =
  /** mean(1 - d), 0 to 1: an abstention is half way. The "agree" score of Voeten. */
  | 'AGREEMENT'
  /** Krippendorff's alpha, interval metric, any number of parties; up to 1, 0 = no more than chance. Krippendorff 2011. */
  | 'ALPHA'
  /** Same side / (same side + opposite sides), 0 to 1, neutrals aside. As the US Department of State counts. */
  | 'COINCIDENCE'
  /** Share with equal positions, 0 to 1. */
  | 'IDENTICAL'
  /** 1 - 2·mean(d), -1 to 1. Signorino & Ritter 1999. */
  | 'S_SCORE'
  /** 1 - ΣO·d² / ΣE·d², chance from the two margins; up to 1, 0 = no more than chance. Cohen 1968; Häge 2011. */
  | 'WEIGHTED_KAPPA'
  /** 1 - ΣO·d² / ΣE·d², chance from the pooled margin; up to 1, 0 = no more than chance. Scott 1955; Häge 2011. */
  | 'WEIGHTED_PI';

/** What becomes of neutral positions. */
export type NeutralPolicy =
  /** On roll calls an abstention counts as a vote against; on claims neutral positions count as half way. */
  | 'COUNT_AS_OPPOSE'
  /** They are left out, as if no position were known. */
  | 'EXCLUDE'
  /** They count as half way. */
  | 'KEEP';

/** What a party is. */
export type PartyKind =
  /** A group of countries with dated membership. */
  | 'BLOC'
  /** A state, now or formerly. */
  | 'COUNTRY';

/** How a number is made. Applied in this order: unanimous roll calls, neutrals, measure, minimum. */
export type PolicyInput = {
  /** Default: AGREEMENT. */
  readonly measure?: Measure | null | undefined;
  /** A pair that shares fewer propositions has no value (BELOW_MINIMUM_SHARED); from 1, default 1. */
  readonly minimumShared?: number | null | undefined;
  /** Default: KEEP. */
  readonly neutral?: NeutralPolicy | null | undefined;
  /** Default: INCLUDE. */
  readonly unanimousRollCalls?: UnanimousPolicy | null | undefined;
};

/** What a proposition is. */
export type PropositionKind =
  /** A sentence of the ledger, on which positions come from statements, signatures, treaties and votes. */
  | 'CLAIM'
  /** A text that was voted on by name; positions are the votes. */
  | 'ROLL_CALL';

/** Which roll calls. What is left out does not matter. */
export type RollCallFilter = {
  /** Only of these bodies, such as `UNGA`. */
  readonly bodies?: ReadonlyArray<string> | null | undefined;
  /** Only those that the US Department of State listed as important. */
  readonly importantOnly?: boolean | null | undefined;
  /** Only of these sessions. */
  readonly sessions?: ReadonlyArray<number> | null | undefined;
  /** Without votes on paragraphs and amendments. Roll calls of which the record does not say are kept. */
  readonly wholeTextOnly?: boolean | null | undefined;
};

/** Which propositions, which stances, which time. First the stance in force on `asOf` as known at `asKnownAt` is found; then it is kept if it fits. */
export type ScopeInput = {
  /** The revision to ask (recorded time): what was known then. Default: the newest. */
  readonly asKnownAt?: number | null | undefined;
  /** The day to ask about (valid time); default: today in UTC. */
  readonly asOf?: string | null | undefined;
  /** Only stances on these bases. */
  readonly bases?: ReadonlyArray<Basis> | null | undefined;
  /** Keys of issues: only propositions about any of these. */
  readonly issues?: ReadonlyArray<string> | null | undefined;
  /** Only these kinds. Default: claims; roll calls when `rollCalls` is given; both when `propositions` is given. Claims and roll calls are pooled only when both are named. */
  readonly kinds?: ReadonlyArray<PropositionKind> | null | undefined;
  /** Only stances of this confidence or higher. */
  readonly minimumConfidence?: Confidence | null | undefined;
  /** Keys of propositions: only these. */
  readonly propositions?: ReadonlyArray<string> | null | undefined;
  /** Which roll calls; says nothing about claims. */
  readonly rollCalls?: RollCallFilter | null | undefined;
  /** Only stances taken before this day. */
  readonly takenBefore?: string | null | undefined;
  /** Only stances taken on this day or later. */
  readonly takenFrom?: string | null | undefined;
};

/** Whether unanimous roll calls count: those on which every country with a recorded position has the same one. */
export type UnanimousPolicy =
  /** They do not. Claims always do. */
  | 'EXCLUDE'
  /** They do. */
  | 'INCLUDE';

export type ComparisonQueryVariables = Exact<{
  parties: ReadonlyArray<string> | string;
  scope?: ScopeInput | null | undefined;
  policy?: PolicyInput | null | undefined;
}>;


export type ComparisonQuery = { readonly comparison: { readonly revision: number, readonly parties: ReadonlyArray<{ readonly key: string, readonly name: string, readonly kind: PartyKind }>, readonly scope: { readonly asOf: string, readonly asKnownAt: number } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ComparisonDocument = new TypedDocumentString(`
    query Comparison($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput) {
  comparison(parties: $parties, scope: $scope, policy: $policy) {
    revision
    parties {
      key
      name
      kind
    }
    scope {
      asOf
      asKnownAt
    }
  }
}
    `, {"hash":"sha256:40bd550142463356fa321dc50e4a08301b7c5f3a2f9d15b95ede0d26cf73ba5c"}) as unknown as TypedDocumentString<ComparisonQuery, ComparisonQueryVariables>;
