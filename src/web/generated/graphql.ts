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
  /** A report by the other side of a meeting. */
  | 'COUNTERPART_READOUT'
  /** A joint text that the party signed. */
  | 'CO_SIGNATURE'
  /** Follows from another position of the same party on the same day. */
  | 'ENTAILED'
  /** The party's own statement, law or policy paper. */
  | 'OWN_STATEMENT'
  /** A classification of official statements by a research body. */
  | 'TRACKER'
  /** A treaty commitment, from the date of accession. */
  | 'TREATY'
  /** A vote in a recorded ballot. */
  | 'VOTE';

/** How much stances with a basis count. */
export type BasisWeightInput = {
  /** The basis of the stances that are weighed. */
  readonly basis: Basis;
  /** 0: such stances do not count. 1: they count, as by default. */
  readonly weight: number;
};

/** Which positions blocs, and groups of persons, have. */
export type BlocPolicy =
  /** Only what its members make, even where it has a stance of its own. */
  | 'DERIVED'
  /** Only the stances recorded for the bloc itself. */
  | 'RECORDED'
  /** The stance recorded for the bloc itself; where it has none in scope, what its members make. */
  | 'RECORDED_ELSE_DERIVED';

/** What is known about the position of a party on a proposition. */
export type CellState =
  /** The party could have taken a position and is recorded as not having done so. Not the same as abstaining. */
  | 'ABSENT'
  /** The party is a bloc without a stance of its own, and its members of that day make its position; see `derivation`. */
  | 'DERIVED'
  /** The party holds a position: a stance of its own. */
  | 'HELD'
  /** The party is a bloc without a stance of its own. Enough of its members hold a position, but not enough of these are on one side. Counts as no position. */
  | 'SPLIT'
  /** Nothing is known about its position; of a bloc also: too few of its members hold one. */
  | 'UNKNOWN';

/** What changed since the previous stance of the party on the proposition. */
export type ChangeKind =
  /** A clearer source was found for the later date; the party may not have changed its position. */
  | 'EVIDENCE_ONLY'
  /** The party changed its position. */
  | 'POLICY_CHANGE'
  /** The party sharpened or softened its wording. */
  | 'WORDING';

/** How a cited document relates to the text that shows a stance. */
export type CitationRole =
  /** A report that carries the text. */
  | 'CARRIER'
  /** The text itself: what was said, signed or voted on. */
  | 'PRIMARY';

/** How certain the curator is of a stance. */
export type Confidence =
  /** Beyond reasonable doubt. */
  | 'HIGH'
  /** Disputed, or based on little evidence. */
  | 'LOW'
  /** Sound, but with a weak point. */
  | 'MEDIUM';

/** How positions of blocs are derived from those of their members. */
export type DerivationInput = {
  /** Share of the members, 0 to 1, that have to hold a position; with fewer the position of the bloc is UNKNOWN. Default: 0.5. */
  readonly minimumCoverage?: number | null | undefined;
  /** The rule to apply. Default: MAJORITY. */
  readonly rule?: DerivationRule | null | undefined;
};

/** How the position of a bloc follows from those of its members. A lean counts as its side; the bloc takes the side fully if more of its members on it take it fully than lean to it. */
export type DerivationRule =
  /** The side on which more than half of the members that hold a position are; neutral when all of these are. Otherwise SPLIT. */
  | 'MAJORITY'
  /** The mean of the members that hold a position: a value, but no position, so that it is shown and counts in no measure or verdict. */
  | 'MEAN'
  /** The side on which all members that hold a position are; neutral when all of these are. Otherwise SPLIT. */
  | 'UNANIMOUS';

/** Kinds of documents. */
export type DocumentKind =
  /** An application for membership. */
  | 'APPLICATION'
  /** An award of a tribunal. */
  | 'ARBITRAL_AWARD'
  /** The communiqué of a meeting. */
  | 'COMMUNIQUE'
  /** The conclusions of a council, such as the European Council. */
  | 'CONCLUSIONS'
  /** The communiqué of a conference of many states. */
  | 'CONFERENCE_COMMUNIQUE'
  /** A report of a meeting by the other side. */
  | 'COUNTERPART_READOUT'
  /** A declaration by one party or body. */
  | 'DECLARATION'
  /** A note from one state to another or to an organisation. */
  | 'DIPLOMATIC_NOTE'
  /** The establishment or resumption of diplomatic relations. */
  | 'DIPLOMATIC_RELATIONS'
  /** A proposed treaty. */
  | 'DRAFT_TREATY'
  /** An election, known by what is reported of it. */
  | 'ELECTION'
  /** The final act of a conference. */
  | 'FINAL_ACT'
  /** A decision of a government. */
  | 'GOVERNMENT_DECISION'
  /** An article signed by officials of several parties. */
  | 'JOINT_ARTICLE'
  /** A communiqué by two or more parties. */
  | 'JOINT_COMMUNIQUE'
  /** A declaration by two or more parties. */
  | 'JOINT_DECLARATION'
  /** A press conference by two or more parties. */
  | 'JOINT_PRESS_CONFERENCE'
  /** A report of a meeting issued jointly by two or more parties. */
  | 'JOINT_READOUT'
  /** A statement by two or more parties. */
  | 'JOINT_STATEMENT'
  /** A law or constitution. */
  | 'LAW'
  /** A statement by a head of state or government. */
  | 'LEADER_STATEMENT'
  /** A memorandum of understanding. */
  | 'MEMORANDUM'
  /** A statement by a minister. */
  | 'MINISTER_STATEMENT'
  /** A report by a news outlet. */
  | 'NEWS_ARTICLE'
  /** A vote of a parliament. */
  | 'PARLIAMENT_VOTE'
  /** A strategy, white paper or policy page. */
  | 'POLICY_PAPER'
  /** A statement by a spokesperson or ministry. */
  | 'PRESS_STATEMENT'
  /** A formal proclamation by a state or leader. */
  | 'PROCLAMATION'
  /** An act of ratification. */
  | 'RATIFICATION'
  /** A declaration adopted by a summit. */
  | 'SUMMIT_DECLARATION'
  /** A research body's list of positions. */
  | 'TRACKER'
  /** A treaty that was concluded. */
  | 'TREATY'
  /** A United Nations resolution adopted without a vote. */
  | 'UN_RESOLUTION_CONSENSUS'
  /** A United Nations resolution put to a recorded vote. */
  | 'UN_RESOLUTION_VOTE';

/** How agreement is measured over the propositions on which both parties hold a position; d = half the absolute difference of two positions, 0 to 1. For more than two parties: the unweighted mean over the pairs that have a value, except ALPHA, which is computed directly. */
export type Measure =
  /** mean(1 - d), 0 to 1; an abstention is half-way. Voeten's "agree" score. */
  | 'AGREEMENT'
  /** Krippendorff's alpha with the interval metric, for any number of parties; at most 1, 0 = no better than chance. Krippendorff (2011). */
  | 'ALPHA'
  /** Same side / (same side + opposite sides), 0 to 1, ignoring neutral positions. The voting coincidence of the US Department of State for 2013 to 2016. */
  | 'COINCIDENCE'
  /** (Same side + half of those on which one is neutral) / all shared, 0 to 1; both neutral is the same side. The voting coincidence of the US Department of State since 2017. */
  | 'COINCIDENCE_2017'
  /** (Same side + half of those on which one is neutral or absent) / all of these, 0 to 1. Over propositions for which any absence is recorded. The voting coincidence of the US Department of State since 2022. */
  | 'COINCIDENCE_2022'
  /** Share of propositions with equal positions, 0 to 1. */
  | 'IDENTICAL'
  /** 1 - 2·mean(d), -1 to 1. Signorino & Ritter (1999). */
  | 'S_SCORE'
  /** 1 - ΣO·d² / ΣE·d², with chance agreement from the two marginal distributions; at most 1, 0 = no better than chance. Cohen (1968); Häge (2011). */
  | 'WEIGHTED_KAPPA'
  /** 1 - ΣO·d² / ΣE·d², with chance agreement from the pooled marginal distribution; at most 1, 0 = no better than chance. Scott (1955); Häge (2011). */
  | 'WEIGHTED_PI';

/** How a party belongs to a bloc or group. */
export type MembershipRole =
  /** The party is a full member. */
  | 'MEMBER'
  /** The party takes part without being a member. Recorded, but returned only on request. */
  | 'PARTICIPANT';

/** Whether a membership is beyond doubt. */
export type MembershipStatus =
  /** The membership is beyond doubt. */
  | 'CONFIRMED'
  /** Reports differ. Recorded, but returned only on request. */
  | 'UNCLEAR';

/** How neutral positions are treated. */
export type NeutralPolicy =
  /** On roll calls an abstention counts as a vote against; on claims neutral positions count as half-way. */
  | 'COUNT_AS_OPPOSE'
  /** They are excluded, as if no position were known. */
  | 'EXCLUDE'
  /** They count as half-way between support and opposition. */
  | 'KEEP';

/** Why a value is null. Parties without shared evidence have no value; they never have 0. */
export type NoValueReason =
  /** The measure counts absences, and none are recorded for the propositions that the parties share. */
  | 'ABSENCES_NOT_RECORDED'
  /** The measure ignores neutral positions, and the parties share no others. */
  | 'ALL_NEUTRAL'
  /** The parties share fewer propositions than `minimumShared`. */
  | 'BELOW_MINIMUM_SHARED'
  /** No two of the parties hold a position on the same proposition in scope. */
  | 'NO_SHARED_EVIDENCE'
  /** The chance-corrected measure is undefined because the expected disagreement is zero. */
  | 'NO_VARIATION'
  /** The query names fewer than two parties. */
  | 'TOO_FEW_PARTIES';

/** Why a row of evidence is not counted. */
export type NotCountedReason =
  /** The measure counts absences, and none are recorded for the proposition. */
  | 'ABSENCES_NOT_RECORDED'
  /** At least one of the two parties was recorded as absent. */
  | 'ABSENT'
  /** At least one of the two stances has a basis that the policy weighs 0. */
  | 'BASIS_WEIGHTLESS'
  /** At least one of the two is a bloc with the mean of its members, which is no position. */
  | 'MEAN_ONLY'
  /** At least one of the two parties is neutral, and this measure ignores neutral positions. */
  | 'NEUTRAL_ASIDE'
  /** At least one of the two parties is neutral, and the policy excludes neutral positions. */
  | 'NEUTRAL_EXCLUDED'
  /** The pair has no value, for example because it shares too few propositions. */
  | 'PAIR_WITHHELD'
  /** At least one of the two parties holds no known position on the proposition. */
  | 'POSITION_MISSING'
  /** At least one of the two is a bloc whose members are on no side together. */
  | 'SPLIT'
  /** Everyone voted the same way, and the policy excludes unanimous roll calls. */
  | 'UNANIMOUS_ROLL_CALL';

/** Kinds of parties. */
export type PartyKind =
  /** A group of countries with dated membership. */
  | 'BLOC'
  /** A present or former state. */
  | 'COUNTRY'
  /** A group of persons with dated membership, such as a party or political group in a parliament. */
  | 'GROUP'
  /** A person who votes or speaks for themselves, such as a member of a parliament. */
  | 'PERSON';

/** Kinds of passages. */
export type PassageKind =
  /** Calls on someone to act. */
  | 'CALL'
  /** States what its parties claim about others; never a stance of those others. */
  | 'CLAIM_ABOUT_OTHERS'
  /** Too general to be a position on a proposition. */
  | 'GENERAL'
  /** States a position of its parties; `stances` names it. */
  | 'POSITION'
  /** Describes the relations of the parties with each other. */
  | 'RELATIONSHIP';

/** How values are computed. Applied in this order: positions of blocs, bases, unanimous roll calls, neutral positions, measure, minimum. */
export type PolicyInput = {
  /** Bases of stances that weigh 0: no number and no position of a bloc counts such a stance, and it is still shown. Unlike `bases` of the scope, which leaves stances out altogether. Default: every basis weighs 1. */
  readonly bases?: ReadonlyArray<BasisWeightInput> | null | undefined;
  /** Which positions blocs have. Default: RECORDED_ELSE_DERIVED. */
  readonly blocs?: BlocPolicy | null | undefined;
  /** How positions of blocs are derived from those of their members. Default: MAJORITY of at least half of them. */
  readonly derivation?: DerivationInput | null | undefined;
  /** The measure to compute. Default: AGREEMENT. */
  readonly measure?: Measure | null | undefined;
  /** Minimum number of propositions that a pair must share to have a value (else BELOW_MINIMUM_SHARED); at least 1. Default: 1. */
  readonly minimumShared?: number | null | undefined;
  /** How to treat neutral positions. Default: KEEP. */
  readonly neutral?: NeutralPolicy | null | undefined;
  /** Whether unanimous roll calls count. Default: INCLUDE. */
  readonly unanimousRollCalls?: UnanimousPolicy | null | undefined;
};

/** Where a party stands on a proposition, on a five-point scale from -1 to 1. Its side is its sign; a lean counts as its side. */
export type Position =
  /** -0.5: leans against it, such as "is concerned". */
  | 'LEAN_OPPOSE'
  /** 0.5: leans towards it, such as "understands and respects". */
  | 'LEAN_SUPPORT'
  /** 0: spoke, abstained or acknowledged it without taking a side. Not the same as an unknown position. */
  | 'NEUTRAL'
  /** -1: opposes it, condemns it, votes against it. */
  | 'OPPOSE'
  /** 1: supports it, reaffirms it, votes for it. */
  | 'SUPPORT';

/** How exact a date is. Unknown parts are placeholders in the date. */
export type Precision =
  /** Approximate: near this date. */
  | 'APPROXIMATE'
  /** Exact to the day. */
  | 'DAY'
  /** Exact to the month; the day is a placeholder. */
  | 'MONTH'
  /** Exact to the year; month and day are placeholders. */
  | 'YEAR';

/** Kinds of propositions. */
export type PropositionKind =
  /** A sentence written by the curators; positions come from statements, signatures, treaties and votes. */
  | 'CLAIM'
  /** A text put to a recorded vote; positions are the votes. */
  | 'ROLL_CALL';

/** Restricts roll calls. Omitted fields do not restrict. */
export type RollCallFilter = {
  /** Only roll calls of these bodies, such as `["UNGA"]`. `UNKNOWN_BODY` for one that has none. */
  readonly bodies?: ReadonlyArray<string> | null | undefined;
  /** True: only votes that the US Department of State listed as important. */
  readonly importantOnly?: boolean | null | undefined;
  /** Only roll calls of these series, such as `["ES-11"]` for an emergency special session, or `["77"]`. `UNKNOWN_SERIES` for one that has none. */
  readonly series?: ReadonlyArray<string> | null | undefined;
  /** Only roll calls of these sessions, such as `[74, 75]`. */
  readonly sessions?: ReadonlyArray<number> | null | undefined;
  /** True: exclude votes on paragraphs and amendments. Roll calls whose text scope is unknown are kept. */
  readonly wholeTextOnly?: boolean | null | undefined;
};

/** Sort orders for roll calls. Equal ones follow the newest, then their keys. */
export type RollCallOrder =
  /** By `margin`, the closest first; those without one last. */
  | 'CLOSEST'
  /** By how well they fit `search`; latest first without it. */
  | 'RELEVANCE'
  /** By day of the vote, earliest first. */
  | 'TABLED_ASC'
  /** By day of the vote, latest first. */
  | 'TABLED_DESC';

/** Selects propositions, stances and time. For each party and proposition the stance in force on `asOf`, as known at `asKnownAt`, is found first; then it is kept if it matches the other fields. */
export type ScopeInput = {
  /** The revision to query (recorded time): what was known then. Default: the newest. */
  readonly asKnownAt?: number | null | undefined;
  /** The day to query (valid time). Default: today in UTC. */
  readonly asOf?: string | null | undefined;
  /** Only stances with these bases. */
  readonly bases?: ReadonlyArray<Basis> | null | undefined;
  /** Only stances whose `lastConfirmed` is this day or later, and absences of such days. */
  readonly confirmedSince?: string | null | undefined;
  /** Keys of issues; only propositions about at least one of them. */
  readonly issues?: ReadonlyArray<string> | null | undefined;
  /** Only propositions of these kinds. Default: CLAIM; ROLL_CALL when `rollCalls` is given; both when `propositions` is given. Claims and roll calls are pooled only when both are named. */
  readonly kinds?: ReadonlyArray<PropositionKind> | null | undefined;
  /** Only stances of at least this confidence. */
  readonly minimumConfidence?: Confidence | null | undefined;
  /** Keys of propositions; only these. */
  readonly propositions?: ReadonlyArray<string> | null | undefined;
  /** Restricts roll calls; does not affect claims. */
  readonly rollCalls?: RollCallFilter | null | undefined;
  /** Only stances taken before this day. */
  readonly takenBefore?: string | null | undefined;
  /** Only stances taken on or after this day. */
  readonly takenFrom?: string | null | undefined;
};

/** What can be found by a search of everything. */
export type SearchKind =
  /** A proposition of the kind CLAIM. */
  | 'CLAIM'
  /** A document; the record of a roll call is found as the roll call alone. */
  | 'DOCUMENT'
  /** An issue, by its name or summary. */
  | 'ISSUE'
  /** A country, bloc, person or group. */
  | 'PARTY'
  /** A passage of a document. */
  | 'PASSAGE'
  /** A proposition of the kind ROLL_CALL. */
  | 'ROLL_CALL';

/** Why a proposition in scope counts at no point of a series. */
export type SeriesLeftOutReason =
  /** The measure counts absences, and none are recorded for it. */
  | 'ABSENCES_NOT_RECORDED'
  /** The day of the roll call is not known well enough to say in which period it was. */
  | 'DAY_NOT_KNOWN'
  /** None of the parties holds a position on it or was absent, in any of the periods. */
  | 'NO_POSITION'
  /** No two of the parties that are compared hold a position on it in the same period. */
  | 'ONE_POSITION'
  /** Of the positions held, the policy excludes so many that no two are left. */
  | 'POSITIONS_EXCLUDED'
  /** The policy excludes unanimous roll calls, and this is one. */
  | 'UNANIMOUS_ROLL_CALL';

/** By what a series is divided. */
export type SeriesPeriod =
  /** Calendar months, UTC. */
  | 'MONTH'
  /** Calendar quarters, UTC. */
  | 'QUARTER'
  /** Sessions of one body, as its roll calls are numbered: the body of the roll calls that the parties voted on, else the only one. In the order of their first days; they may overlap. */
  | 'SESSION'
  /** Calendar years, UTC. */
  | 'YEAR';

/** The side of a position: the sign of its value. */
export type Side =
  /** Against the proposition: OPPOSE or LEAN_OPPOSE. */
  | 'OPPOSE'
  /** In favour of the proposition: SUPPORT or LEAN_SUPPORT. */
  | 'SUPPORT';

/** How a party is bound to a document. */
export type SignatoryRole =
  /** The party acceded to it later. */
  | 'ACCEDED'
  /** The party adopted it with others, for example at a summit or conference. */
  | 'ADOPTED'
  /** The party associated itself with it without being one of its authors. */
  | 'ASSOCIATED'
  /** The party signed or issued it. */
  | 'SIGNED';

/** Selects stances. Omitted fields do not restrict; a stance must match all given fields. */
export type StanceFilter = {
  /** Only stances with these bases. */
  readonly bases?: ReadonlyArray<Basis> | null | undefined;
  /** Only stances whose `lastConfirmed` is this day or later. */
  readonly confirmedSince?: string | null | undefined;
  /** Key of a document; only stances that cite it. */
  readonly document?: string | null | undefined;
  /** Keys of issues; only stances on propositions about at least one of them. */
  readonly issues?: ReadonlyArray<string> | null | undefined;
  /** Only stances on propositions of these kinds. Default: both. */
  readonly kinds?: ReadonlyArray<PropositionKind> | null | undefined;
  /** Only stances of at least this confidence. */
  readonly minimumConfidence?: Confidence | null | undefined;
  /** Keys or names of parties; only stances of these parties. */
  readonly parties?: ReadonlyArray<string> | null | undefined;
  /** Only stances with these positions. */
  readonly positions?: ReadonlyArray<Position> | null | undefined;
  /** Keys of propositions; only stances on these. */
  readonly propositions?: ReadonlyArray<string> | null | undefined;
  /** Restricts roll calls; does not affect claims. */
  readonly rollCalls?: RollCallFilter | null | undefined;
  /** Only stances taken before this day. */
  readonly takenBefore?: string | null | undefined;
  /** Only stances taken on or after this day. */
  readonly takenFrom?: string | null | undefined;
};

/** Why a party is in no group or on no map. */
export type StructureLeftOutReason =
  /** It holds a position on too few of the propositions in scope; see `minimumHeld`. */
  | 'HOLDS_TOO_LITTLE'
  /** It holds no position in scope that counts. */
  | 'NO_POSITION'
  /** It has no value with one of the parties on the map, or with several. */
  | 'PAIR_UNKNOWN'
  /** It has a value with fewer than half of the other parties. */
  | 'SHARES_TOO_LITTLE';

/** How much of a text was put to the vote. */
export type TextScope =
  /** An amendment to it. */
  | 'AMENDMENT'
  /** A paragraph or another part of it. */
  | 'PARAGRAPH'
  /** The record does not say which part was voted on. */
  | 'UNKNOWN'
  /** The text as a whole. */
  | 'WHOLE';

/** How closely a record was curated. */
export type Tier =
  /** Main issues: curated statements and the votes that mark a change. */
  | 'CORE'
  /** Bulk data: roll calls, consensus texts, treaty principles and optional issues. */
  | 'EXTENDED';

/** Whether unanimous roll calls count: those in which everyone with a recorded position, blocs aside, has the same one. */
export type UnanimousPolicy =
  /** Unanimous roll calls do not count. Claims always count. */
  | 'EXCLUDE'
  /** Unanimous roll calls count. */
  | 'INCLUDE';

/** Whether the parties that hold a position on a proposition agree. A lean counts as its side. */
export type Verdict =
  /** At least two parties hold a position, and all of those are on the same side. */
  | 'AGREE'
  /** At least one party supports and at least one opposes it. */
  | 'DIVIDED'
  /** Some parties are on one side and the others neutral. */
  | 'MIXED'
  /** At least two parties hold a position, and all of those are neutral. */
  | 'NEUTRAL'
  /** Fewer than two parties hold a position. */
  | 'UNKNOWN';

/** Whether a curator read a page that carries or reports the content. */
export type Verification =
  /** From general knowledge; not checked against a page. */
  | 'FROM_KNOWLEDGE'
  /** A page confirms a part, for example the year; the rest is from general knowledge. */
  | 'PARTLY_VERIFIED'
  /** A page that carries or reports the content was read: usually an excerpt, rarely the whole document. */
  | 'VERIFIED';

/** Which side of a roll call had more votes, abstentions aside. Whether a text was adopted can depend on more: important questions in the UN General Assembly take two thirds. */
export type VoteResult =
  /** More votes against than in favour. */
  | 'MORE_AGAINST'
  /** More votes in favour than against. */
  | 'MORE_FOR'
  /** As many votes in favour as against. */
  | 'TIED';

/** Why a value deserves a second look. */
export type WarningCode =
  /** More than half of the evidence comes from texts adopted by consensus, which show less of what each party holds. */
  | 'CONSENSUS_TEXTS'
  /** On some of the roll calls another record of the votes shows that what is recorded of a party is wrong; `dataset { differences }` says what the official record has, `dataset { knownGaps }` which errors are known where it was not imported. */
  | 'DISPUTED_VOTES'
  /** One passage is counted in more than one proposition, so that what was said once weighs more than once. */
  | 'ENTAILED_TWICE'
  /** The parties share fewer than ten propositions, so that one more may change the value a lot. */
  | 'FEW_SHARED'
  /** Among all pairs of countries in the scope the pair stands high by one measure and low by another: more than 25 percentiles apart. */
  | 'MEASURES_DIFFER'
  /** More than half of the evidence is older than five years on the day that the value is about: one of the two stances was last confirmed before then. */
  | 'STALE';

/** On which day the word is looked up. */
export type WordDay =
  /** On `asOf`: what the party says then beside how it voted before. */
  | 'AS_OF'
  /** On the day of the vote: what the party said when it voted. */
  | 'ON_THE_DAY';

/** Why a row does not count in the share. */
export type WordNotCountedReason =
  /** The word or the vote has a basis that the policy weighs 0. */
  | 'BASIS_WEIGHTLESS'
  /** The word or the vote is neutral, and the policy excludes neutral positions. */
  | 'NEUTRAL_EXCLUDED'
  /** The word was read from this very vote: it would be compared with itself. */
  | 'SAME_VOTE'
  /** There is no word, or no vote. */
  | 'SILENT'
  /** Everyone voted the same way, and the policy excludes unanimous roll calls. */
  | 'UNANIMOUS_ROLL_CALL'
  /** The word was read from another vote, or derived mostly from votes: two deeds, no word. */
  | 'WORD_IS_VOTE';

/** How what a party says and how it voted stand to each other. */
export type WordVerdict =
  /** The vote says the same as the word: the same position, abstaining beside a neutral word too. */
  | 'CONSISTENT'
  /** The vote is on the other side than the word. */
  | 'CONTRARY'
  /** There is a word without a vote, or a vote without a word; `missing` says which is not there. */
  | 'SILENT'
  /** The one is milder than the other: neutral beside a side, or a lean beside a vote for or against. */
  | 'SOFTER';

export type AboutQueryVariables = Exact<{
  example: ReadonlyArray<string> | string;
}>;


export type AboutQuery = { readonly dataset: { readonly revision: number, readonly digest: string | null, readonly reviewedOn: string | null, readonly knownGaps: ReadonlyArray<string>, readonly counts: { readonly countries: number, readonly blocs: number, readonly people: number, readonly issues: number, readonly claims: number, readonly rollCalls: number, readonly stances: number, readonly absences: number, readonly documents: number, readonly passages: number }, readonly coverage: { readonly earliest: string | null, readonly latest: string | null }, readonly sources: ReadonlyArray<{ readonly key: string, readonly title: string | null, readonly citation: string | null, readonly licence: string | null, readonly licenceAddress: string | null, readonly address: string | null, readonly reviewedOn: string | null }> }, readonly comparison: { readonly agreement: { readonly value: number | null, readonly sharedPropositions: number, readonly same: number, readonly partial: number, readonly opposite: number } } | null };

export type ComparisonQueryVariables = Exact<{
  parties: ReadonlyArray<string> | string;
  scope?: ScopeInput | null | undefined;
  policy?: PolicyInput | null | undefined;
  verdicts?: ReadonlyArray<Verdict> | Verdict | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ComparisonQuery = { readonly comparison: { readonly revision: number, readonly parties: ReadonlyArray<{ readonly key: string, readonly name: string, readonly kind: PartyKind }>, readonly scope: { readonly asOf: string, readonly asKnownAt: number, readonly issues: ReadonlyArray<{ readonly key: string }> | null }, readonly agreement: { readonly measure: Measure, readonly value: number | null, readonly reason: NoValueReason | null, readonly sharedPropositions: number, readonly pairs: number, readonly measures: ReadonlyArray<{ readonly measure: Measure, readonly value: number | null, readonly reason: NoValueReason | null }>, readonly warnings: ReadonlyArray<{ readonly code: WarningCode, readonly message: string }> }, readonly issues: ReadonlyArray<{ readonly issue: { readonly key: string, readonly name: string }, readonly agreement: { readonly value: number | null, readonly sharedPropositions: number }, readonly verdicts: ReadonlyArray<{ readonly verdict: Verdict, readonly count: number }> }>, readonly rows: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly verdict: Verdict, readonly side: Side | null, readonly since: string | null, readonly sinceIsFirstKnown: boolean, readonly positionCount: number, readonly proposition: { readonly key: string, readonly text: string, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }> }, readonly cells: ReadonlyArray<{ readonly state: CellState, readonly position: Position | null, readonly derivation: { readonly members: number, readonly support: number, readonly neutral: number, readonly oppose: number } | null, readonly stance: { readonly key: string, readonly heldFrom: string, readonly lastConfirmed: string } | null }> }> }, readonly agree: { readonly totalCount: number }, readonly divided: { readonly totalCount: number }, readonly mixed: { readonly totalCount: number }, readonly neutral: { readonly totalCount: number }, readonly unknown: { readonly totalCount: number }, readonly jointDocuments: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly title: string, readonly date: string, readonly precision: Precision, readonly kind: DocumentKind, readonly publisher: string | null }> } } | null };

export type RowFragment = { readonly verdict: Verdict, readonly side: Side | null, readonly since: string | null, readonly sinceIsFirstKnown: boolean, readonly positionCount: number, readonly proposition: { readonly key: string, readonly text: string, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }> }, readonly cells: ReadonlyArray<{ readonly state: CellState, readonly position: Position | null, readonly derivation: { readonly members: number, readonly support: number, readonly neutral: number, readonly oppose: number } | null, readonly stance: { readonly key: string, readonly heldFrom: string, readonly lastConfirmed: string } | null }> };

export type DaysTakenQueryVariables = Exact<{
  parties: ReadonlyArray<string> | string;
  scope?: ScopeInput | null | undefined;
}>;


export type DaysTakenQuery = { readonly comparison: { readonly days: ReadonlyArray<{ readonly day: string, readonly stances: number }> } | null };

export type SignedTogetherQueryVariables = Exact<{
  parties: ReadonlyArray<string> | string;
  asKnownAt?: number | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SignedTogetherQuery = { readonly documents: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly key: string, readonly title: string, readonly date: string }> } };

export type CommonGroundQueryVariables = Exact<{
  parties: ReadonlyArray<string> | string;
  scope?: ScopeInput | null | undefined;
  policy?: PolicyInput | null | undefined;
}>;


export type CommonGroundQuery = { readonly commonGround: { readonly passing: number, readonly rows: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly side: Side | null, readonly proposition: { readonly key: string, readonly text: string }, readonly standing: { readonly support: number, readonly oppose: number, readonly neutral: number, readonly unknown: number }, readonly apart: ReadonlyArray<{ readonly position: Position | null, readonly party: { readonly name: string } }> }> } } | null };

export type WedgesQueryVariables = Exact<{
  left: ReadonlyArray<string> | string;
  right: ReadonlyArray<string> | string;
  scope?: ScopeInput | null | undefined;
  policy?: PolicyInput | null | undefined;
}>;


export type WedgesQuery = { readonly wedges: { readonly rows: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly proposition: { readonly key: string, readonly text: string }, readonly left: { readonly side: Side }, readonly right: { readonly side: Side, readonly standing: { readonly support: number, readonly oppose: number, readonly neutral: number, readonly unknown: number } } }> } } | null };

export type LedgerQueryVariables = Exact<{ [key: string]: never; }>;


export type LedgerQuery = { readonly dataset: { readonly revision: number, readonly coverage: { readonly earliest: string | null, readonly latest: string | null }, readonly counts: { readonly rollCalls: number } }, readonly issues: { readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string, readonly summary: string | null }> } };

export type MembersHoldQueryVariables = Exact<{
  parties: ReadonlyArray<string> | string;
  scope?: ScopeInput | null | undefined;
  policy?: PolicyInput | null | undefined;
}>;


export type MembersHoldQuery = { readonly comparison: { readonly rows: { readonly nodes: ReadonlyArray<{ readonly proposition: { readonly key: string, readonly text: string }, readonly cells: ReadonlyArray<{ readonly position: Position | null, readonly state: CellState, readonly party: { readonly key: string, readonly name: string }, readonly derivation: { readonly day: string, readonly rule: DerivationRule, readonly members: number, readonly cells: ReadonlyArray<{ readonly state: CellState, readonly position: Position | null, readonly party: { readonly key: string, readonly name: string } }> } | null }> }> } } | null };

export type MoreRowsQueryVariables = Exact<{
  parties: ReadonlyArray<string> | string;
  scope?: ScopeInput | null | undefined;
  policy?: PolicyInput | null | undefined;
  verdicts?: ReadonlyArray<Verdict> | Verdict | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type MoreRowsQuery = { readonly comparison: { readonly rows: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly verdict: Verdict, readonly side: Side | null, readonly since: string | null, readonly sinceIsFirstKnown: boolean, readonly positionCount: number, readonly proposition: { readonly key: string, readonly text: string, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }> }, readonly cells: ReadonlyArray<{ readonly state: CellState, readonly position: Position | null, readonly derivation: { readonly members: number, readonly support: number, readonly neutral: number, readonly oppose: number } | null, readonly stance: { readonly key: string, readonly heldFrom: string, readonly lastConfirmed: string } | null }> }> } } | null };

export type FindPartiesQueryVariables = Exact<{
  search: string;
}>;


export type FindPartiesQuery = { readonly parties: { readonly nodes: ReadonlyArray<{ readonly key: string, readonly iso3: string | null, readonly name: string, readonly kind: PartyKind, readonly aliases: ReadonlyArray<string> }> } };

export type MembersQueryVariables = Exact<{
  bloc: string;
  asOf?: string | null | undefined;
  asKnownAt?: number | null | undefined;
}>;


export type MembersQuery = { readonly parties: { readonly nodes: ReadonlyArray<{ readonly key: string }> } };

export type EvidenceQueryVariables = Exact<{
  parties: ReadonlyArray<string> | string;
  scope?: ScopeInput | null | undefined;
  policy?: PolicyInput | null | undefined;
  after?: string | null | undefined;
}>;


export type EvidenceQuery = { readonly agreement: { readonly measure: Measure, readonly value: number | null, readonly reason: NoValueReason | null, readonly pairs: number, readonly evidence: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly counted: boolean, readonly reason: NotCountedReason | null, readonly contribution: number | null, readonly positions: ReadonlyArray<Position | null>, readonly parties: ReadonlyArray<{ readonly key: string }>, readonly proposition: { readonly key: string, readonly text: string } }> } } | null };

export type TakenRowsQueryVariables = Exact<{
  parties: ReadonlyArray<string> | string;
  scope?: ScopeInput | null | undefined;
  policy?: PolicyInput | null | undefined;
  verdicts?: ReadonlyArray<Verdict> | Verdict | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type TakenRowsQuery = { readonly comparison: { readonly rows: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly verdict: Verdict, readonly side: Side | null, readonly since: string | null, readonly sinceIsFirstKnown: boolean, readonly positionCount: number, readonly cells: ReadonlyArray<{ readonly state: CellState, readonly position: Position | null, readonly stance: { readonly confidence: Confidence, readonly key: string, readonly heldFrom: string, readonly lastConfirmed: string, readonly citations: ReadonlyArray<{ readonly role: CitationRole, readonly locator: string | null, readonly keyPhrase: string | null, readonly address: string | null, readonly document: { readonly key: string, readonly title: string, readonly publisher: string | null, readonly date: string } }> } | null, readonly derivation: { readonly members: number, readonly support: number, readonly neutral: number, readonly oppose: number } | null }>, readonly proposition: { readonly key: string, readonly text: string, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }> } }> } } | null };

export type TakenJointDocumentsQueryVariables = Exact<{
  parties: ReadonlyArray<string> | string;
  scope?: ScopeInput | null | undefined;
  policy?: PolicyInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type TakenJointDocumentsQuery = { readonly comparison: { readonly jointDocuments: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly key: string, readonly title: string, readonly date: string, readonly precision: Precision, readonly kind: DocumentKind, readonly publisher: string | null, readonly addresses: ReadonlyArray<{ readonly url: string, readonly read: boolean }> }> } } | null };

export type TakenRowFragment = { readonly verdict: Verdict, readonly side: Side | null, readonly since: string | null, readonly sinceIsFirstKnown: boolean, readonly positionCount: number, readonly cells: ReadonlyArray<{ readonly state: CellState, readonly position: Position | null, readonly stance: { readonly confidence: Confidence, readonly key: string, readonly heldFrom: string, readonly lastConfirmed: string, readonly citations: ReadonlyArray<{ readonly role: CitationRole, readonly locator: string | null, readonly keyPhrase: string | null, readonly address: string | null, readonly document: { readonly key: string, readonly title: string, readonly publisher: string | null, readonly date: string } }> } | null, readonly derivation: { readonly members: number, readonly support: number, readonly neutral: number, readonly oppose: number } | null }>, readonly proposition: { readonly key: string, readonly text: string, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }> } };

export type CoverageOfPartiesQueryVariables = Exact<{
  scope: ScopeInput;
  parties?: ReadonlyArray<string> | string | null | undefined;
}>;


export type CoverageOfPartiesQuery = { readonly coverage: { readonly revision: number, readonly held: number, readonly absent: number, readonly unknown: number, readonly scope: { readonly asOf: string, readonly asKnownAt: number }, readonly cells: ReadonlyArray<{ readonly propositions: number, readonly held: number, readonly absent: number, readonly unknown: number, readonly latest: string | null, readonly party: { readonly key: string, readonly name: string }, readonly issue: { readonly key: string, readonly name: string } | null }> } | null };

export type DocumentPageQueryVariables = Exact<{
  key: string;
  asKnownAt?: number | null | undefined;
}>;


export type DocumentPageQuery = { readonly dataset: { readonly revision: number }, readonly document: { readonly key: string, readonly title: string, readonly publisher: string | null, readonly kind: DocumentKind, readonly date: string, readonly precision: Precision, readonly symbol: string | null, readonly textAddress: string | null, readonly verification: Verification, readonly note: string | null, readonly addresses: ReadonlyArray<{ readonly url: string, readonly read: boolean, readonly note: string | null }>, readonly signatories: ReadonlyArray<{ readonly date: string, readonly role: SignatoryRole, readonly party: { readonly key: string, readonly name: string } | null }>, readonly passages: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly locator: string, readonly speaker: string | null, readonly verb: string | null, readonly keyPhrase: string | null, readonly kind: PassageKind, readonly note: string | null, readonly parties: ReadonlyArray<{ readonly key: string, readonly name: string }>, readonly stances: ReadonlyArray<{ readonly key: string, readonly position: Position, readonly heldFrom: string, readonly heldFromPrecision: Precision, readonly heldUntil: string | null, readonly inForceUntil: string | null, readonly lastConfirmed: string, readonly basis: Basis, readonly confidence: Confidence, readonly party: { readonly key: string, readonly name: string }, readonly proposition: { readonly key: string, readonly text: string, readonly kind: PropositionKind, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }> } }> }> }, readonly stances: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly position: Position, readonly heldFrom: string, readonly heldFromPrecision: Precision, readonly heldUntil: string | null, readonly inForceUntil: string | null, readonly lastConfirmed: string, readonly basis: Basis, readonly confidence: Confidence, readonly party: { readonly key: string, readonly name: string }, readonly proposition: { readonly key: string, readonly text: string, readonly kind: PropositionKind, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }> } }> } } | null };

export type SourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type SourcesQuery = { readonly dataset: { readonly revision: number, readonly digest: string | null, readonly knownGaps: ReadonlyArray<string>, readonly sources: ReadonlyArray<{ readonly key: string, readonly title: string | null, readonly citation: string | null, readonly licence: string | null, readonly licenceAddress: string | null, readonly address: string | null, readonly reviewedOn: string | null }> } };

export type PartyGroupsQueryVariables = Exact<{
  scope: ScopeInput;
  policy: PolicyInput;
  groups?: number | null | undefined;
  minimumHeld?: number | null | undefined;
}>;


export type PartyGroupsQuery = { readonly structure: { readonly revision: number, readonly blocDay: string, readonly scope: { readonly asOf: string, readonly asKnownAt: number }, readonly leftOut: ReadonlyArray<{ readonly reason: StructureLeftOutReason, readonly party: { readonly key: string, readonly name: string } }>, readonly numbersOfGroups: ReadonlyArray<{ readonly count: number, readonly silhouette: number }>, readonly groups: ReadonlyArray<{ readonly number: number, readonly size: number, readonly within: number | null, readonly outside: number | null, readonly members: ReadonlyArray<{ readonly silhouette: number, readonly party: { readonly key: string, readonly name: string } }>, readonly wedges: { readonly nodes: ReadonlyArray<{ readonly value: number, readonly proposition: { readonly key: string, readonly text: string, readonly rollCall: { readonly title: string } | null }, readonly left: { readonly side: Side } }> } }>, readonly blocs: ReadonlyArray<{ readonly jaccard: number, readonly adjustedRand: number | null, readonly bloc: { readonly key: string, readonly name: string }, readonly group: { readonly number: number }, readonly both: ReadonlyArray<{ readonly key: string, readonly name: string }>, readonly onlyBloc: ReadonlyArray<{ readonly key: string, readonly name: string }>, readonly onlyGroup: ReadonlyArray<{ readonly key: string, readonly name: string }> }>, readonly bridges: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly withFirst: number, readonly withSecond: number, readonly between: number, readonly margin: number, readonly party: { readonly key: string, readonly name: string }, readonly own: { readonly number: number }, readonly first: { readonly number: number }, readonly second: { readonly number: number } }> } } | null };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { readonly dataset: { readonly revision: number, readonly reviewedOn: string | null, readonly knownGaps: ReadonlyArray<string>, readonly coverage: { readonly earliest: string | null, readonly latest: string | null }, readonly counts: { readonly countries: number, readonly blocs: number, readonly issues: number, readonly claims: number, readonly rollCalls: number, readonly stances: number, readonly documents: number } }, readonly revisions: { readonly nodes: ReadonlyArray<{ readonly number: number, readonly time: string, readonly message: string }> }, readonly stances: { readonly nodes: ReadonlyArray<{ readonly key: string, readonly position: Position, readonly heldFrom: string, readonly party: { readonly key: string, readonly name: string }, readonly proposition: { readonly key: string, readonly text: string } }> } };

export type HomeExampleQueryVariables = Exact<{
  parties: ReadonlyArray<string> | string;
  scope?: ScopeInput | null | undefined;
}>;


export type HomeExampleQuery = { readonly comparison: { readonly parties: ReadonlyArray<{ readonly key: string, readonly name: string, readonly kind: PartyKind }>, readonly scope: { readonly asOf: string }, readonly agreement: { readonly measure: Measure, readonly value: number | null }, readonly issues: ReadonlyArray<{ readonly issue: { readonly key: string, readonly name: string }, readonly verdicts: ReadonlyArray<{ readonly verdict: Verdict, readonly count: number }> }>, readonly agree: { readonly totalCount: number }, readonly divided: { readonly totalCount: number }, readonly mixed: { readonly totalCount: number }, readonly neutral: { readonly totalCount: number }, readonly unknown: { readonly totalCount: number } } | null };

export type IssuePageQueryVariables = Exact<{
  key: string;
  asOf: string;
  asKnownAt?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type IssuePageQuery = { readonly dataset: { readonly revision: number }, readonly issue: { readonly key: string, readonly name: string, readonly summary: string | null, readonly tier: Tier, readonly propositions: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly key: string, readonly text: string, readonly kind: PropositionKind, readonly rollCall: { readonly title: string, readonly body: string, readonly session: number, readonly symbol: string | null, readonly tabledOn: string, readonly tabledOnPrecision: Precision } | null, readonly stances: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly position: Position, readonly party: { readonly key: string, readonly name: string } }> } }> } } | null };

export type TakenIssueQueryVariables = Exact<{
  key: string;
  asOf: string;
  asKnownAt?: number | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type TakenIssueQuery = { readonly issue: { readonly propositions: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly key: string, readonly text: string, readonly kind: PropositionKind, readonly rollCall: { readonly body: string, readonly session: number, readonly symbol: string | null, readonly tabledOn: string, readonly tabledOnPrecision: Precision } | null, readonly stances: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly position: Position, readonly party: { readonly key: string }, readonly citations: ReadonlyArray<{ readonly role: CitationRole, readonly locator: string | null, readonly keyPhrase: string | null, readonly address: string | null, readonly document: { readonly key: string, readonly title: string, readonly publisher: string | null, readonly date: string } }> }> } }> } } | null };

export type TakenPropositionFragment = { readonly key: string, readonly text: string, readonly kind: PropositionKind, readonly rollCall: { readonly body: string, readonly session: number, readonly symbol: string | null, readonly tabledOn: string, readonly tabledOnPrecision: Precision } | null, readonly stances: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly position: Position, readonly party: { readonly key: string }, readonly citations: ReadonlyArray<{ readonly role: CitationRole, readonly locator: string | null, readonly keyPhrase: string | null, readonly address: string | null, readonly document: { readonly key: string, readonly title: string, readonly publisher: string | null, readonly date: string } }> }> } };

export type IssueListQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type IssueListQuery = { readonly dataset: { readonly revision: number }, readonly issues: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string, readonly summary: string | null, readonly tier: Tier, readonly propositions: { readonly totalCount: number } }> } };

export type PartyListQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type PartyListQuery = { readonly dataset: { readonly revision: number }, readonly blocs: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string }> }, readonly countries: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string }> }, readonly people: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string }> }, readonly groups: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string }> } };

export type ListedPartyFragment = { readonly key: string, readonly name: string };

export type ListedPartiesFragment = { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string }> };

export type ListedCountriesFragment = { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string }> };

export type ListedPeopleFragment = { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string }> };

export type ListedGroupsFragment = { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string }> };

export type DocumentListQueryVariables = Exact<{
  search?: string | null | undefined;
  kinds?: ReadonlyArray<DocumentKind> | DocumentKind | null | undefined;
  after?: string | null | undefined;
}>;


export type DocumentListQuery = { readonly dataset: { readonly revision: number }, readonly documents: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly key: string, readonly title: string, readonly publisher: string | null, readonly kind: DocumentKind, readonly date: string, readonly precision: Precision }> } };

export type ClaimListQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type ClaimListQuery = { readonly dataset: { readonly revision: number }, readonly propositions: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly text: string, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }> }> } };

export type AgreementMatrixQueryVariables = Exact<{
  parties?: ReadonlyArray<string> | string | null | undefined;
  scope?: ScopeInput | null | undefined;
  policy?: PolicyInput | null | undefined;
}>;


export type AgreementMatrixQuery = { readonly agreementMatrix: { readonly revision: number, readonly measure: Measure, readonly values: ReadonlyArray<ReadonlyArray<number | null>>, readonly shared: ReadonlyArray<ReadonlyArray<number>>, readonly parties: ReadonlyArray<{ readonly key: string, readonly name: string, readonly kind: PartyKind }>, readonly scope: { readonly asOf: string, readonly asKnownAt: number, readonly kinds: ReadonlyArray<PropositionKind> }, readonly policy: { readonly minimumShared: number } } | null };

export type MatrixChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type MatrixChoicesQuery = { readonly dataset: { readonly revision: number, readonly counts: { readonly rollCalls: number } }, readonly issues: { readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string, readonly summary: string | null }> } };

export type MatrixGroupsQueryVariables = Exact<{
  parties?: ReadonlyArray<string> | string | null | undefined;
  scope?: ScopeInput | null | undefined;
  policy?: PolicyInput | null | undefined;
}>;


export type MatrixGroupsQuery = { readonly structure: { readonly groups: ReadonlyArray<{ readonly number: number, readonly members: ReadonlyArray<{ readonly party: { readonly key: string } }> }> } | null };

export type PartyMapQueryVariables = Exact<{
  scope: ScopeInput;
  policy: PolicyInput;
}>;


export type PartyMapQuery = { readonly structureSeries: { readonly revision: number, readonly scope: { readonly asOf: string, readonly asKnownAt: number }, readonly periods: ReadonlyArray<{ readonly label: string, readonly from: string, readonly points: ReadonlyArray<{ readonly coordinates: ReadonlyArray<number>, readonly party: { readonly key: string } }>, readonly alignment: { readonly with: string } | null }> } | null };

export type GroupsOfYearsQueryVariables = Exact<{
  scope: ScopeInput;
  policy: PolicyInput;
}>;


export type GroupsOfYearsQuery = { readonly structureSeries: { readonly periods: ReadonlyArray<{ readonly label: string, readonly structure: { readonly groups: ReadonlyArray<{ readonly members: ReadonlyArray<{ readonly party: { readonly key: string } }> }> } }> } | null };

export type MapOfYearQueryVariables = Exact<{
  from: string;
  until: string;
  scope: ScopeInput;
  policy: PolicyInput;
}>;


export type MapOfYearQuery = { readonly structureSeries: { readonly periods: ReadonlyArray<{ readonly label: string, readonly structure: { readonly map: { readonly stress: number | null, readonly axes: ReadonlyArray<{ readonly share: number | null }>, readonly leftOut: ReadonlyArray<{ readonly reason: StructureLeftOutReason, readonly party: { readonly key: string } }> }, readonly leftOut: ReadonlyArray<{ readonly reason: StructureLeftOutReason, readonly party: { readonly key: string } }> } }> } | null };

export type PartyNamesQueryVariables = Exact<{
  asKnownAt?: number | null | undefined;
}>;


export type PartyNamesQuery = { readonly countries: { readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string }> } };

export type NeighboursQueryVariables = Exact<{
  key: string;
  claims: ScopeInput;
  votes: ScopeInput;
  fewClaims: number;
  fewVotes: number;
  asKnownAt?: number | null | undefined;
}>;


export type NeighboursQuery = { readonly party: { readonly nearestOnClaims: ReadonlyArray<{ readonly value: number | null, readonly shared: number, readonly other: { readonly key: string, readonly name: string } }>, readonly farthestOnClaims: ReadonlyArray<{ readonly value: number | null, readonly shared: number, readonly other: { readonly key: string, readonly name: string } }>, readonly nearestInVotes: ReadonlyArray<{ readonly value: number | null, readonly shared: number, readonly other: { readonly key: string, readonly name: string } }>, readonly farthestInVotes: ReadonlyArray<{ readonly value: number | null, readonly shared: number, readonly other: { readonly key: string, readonly name: string } }> } | null };

export type NeighbourFragment = { readonly value: number | null, readonly shared: number, readonly other: { readonly key: string, readonly name: string } };

export type MembershipLineFragment = { readonly from: string, readonly until: string | null, readonly precision: Precision, readonly role: MembershipRole, readonly status: MembershipStatus, readonly note: string | null, readonly bloc: { readonly key: string, readonly name: string }, readonly member: { readonly key: string, readonly name: string } };

export type PartyPageQueryVariables = Exact<{
  key: string;
  asOf: string;
  asKnownAt?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PartyPageQuery = { readonly dataset: { readonly revision: number }, readonly party: { readonly key: string, readonly name: string, readonly kind: PartyKind, readonly iso3: string | null, readonly aliases: ReadonlyArray<string>, readonly note: string | null, readonly founded: string | null, readonly addresses: ReadonlyArray<string>, readonly verification: Verification | null, readonly memberships: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly from: string, readonly until: string | null, readonly precision: Precision, readonly role: MembershipRole, readonly status: MembershipStatus, readonly note: string | null, readonly bloc: { readonly key: string, readonly name: string }, readonly member: { readonly key: string, readonly name: string } }> }, readonly members: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly from: string, readonly until: string | null, readonly precision: Precision, readonly role: MembershipRole, readonly status: MembershipStatus, readonly note: string | null, readonly bloc: { readonly key: string, readonly name: string }, readonly member: { readonly key: string, readonly name: string } }> }, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly position: Position, readonly heldFrom: string, readonly heldFromPrecision: Precision, readonly heldUntil: string | null, readonly inForceUntil: string | null, readonly lastConfirmed: string, readonly basis: Basis, readonly confidence: Confidence, readonly party: { readonly key: string, readonly name: string }, readonly proposition: { readonly key: string, readonly text: string, readonly kind: PropositionKind, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }> } }> }, readonly votes: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly key: string, readonly position: Position, readonly heldFrom: string, readonly heldFromPrecision: Precision, readonly heldUntil: string | null, readonly inForceUntil: string | null, readonly lastConfirmed: string, readonly basis: Basis, readonly confidence: Confidence, readonly party: { readonly key: string, readonly name: string }, readonly proposition: { readonly key: string, readonly text: string, readonly kind: PropositionKind, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }> } }> } } | null };

export type SignedDocumentsQueryVariables = Exact<{
  signatories: ReadonlyArray<string> | string;
  asKnownAt?: number | null | undefined;
}>;


export type SignedDocumentsQuery = { readonly documents: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly title: string, readonly publisher: string | null, readonly date: string, readonly precision: Precision, readonly kind: DocumentKind }> } };

export type PartyWordAndDeedQueryVariables = Exact<{
  key: string;
  scope: ScopeInput;
  word: WordDay;
}>;


export type PartyWordAndDeedQuery = { readonly wordAndDeed: { readonly parties: ReadonlyArray<{ readonly share: number | null, readonly consistent: number, readonly softer: number, readonly contrary: number, readonly silent: number, readonly n: number, readonly notCounted: number }>, readonly rows: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly date: string, readonly verdict: WordVerdict, readonly counted: boolean, readonly notCountedReason: WordNotCountedReason | null, readonly claim: { readonly key: string, readonly text: string }, readonly deed: { readonly symbol: string, readonly sign: number, readonly reason: string }, readonly rollCall: { readonly key: string } | null, readonly word: { readonly state: CellState, readonly position: Position | null, readonly stance: { readonly key: string, readonly heldFrom: string, readonly heldFromPrecision: Precision } | null }, readonly vote: { readonly state: CellState, readonly position: Position | null } }> } } | null };

export type PropositionPageQueryVariables = Exact<{
  key: string;
  asKnownAt?: number | null | undefined;
}>;


export type PropositionPageQuery = { readonly dataset: { readonly revision: number }, readonly proposition: { readonly key: string, readonly text: string, readonly note: string | null, readonly kind: PropositionKind, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }>, readonly stances: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly position: Position, readonly heldFrom: string, readonly heldFromPrecision: Precision, readonly heldUntil: string | null, readonly inForceUntil: string | null, readonly lastConfirmed: string, readonly basis: Basis, readonly confidence: Confidence, readonly citations: ReadonlyArray<{ readonly locator: string | null, readonly document: { readonly key: string, readonly title: string, readonly date: string, readonly precision: Precision } }>, readonly party: { readonly key: string, readonly name: string }, readonly proposition: { readonly key: string, readonly text: string, readonly kind: PropositionKind, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }> } }> } } | null };

export type MovesQueryVariables = Exact<{
  filter: StanceFilter;
  asKnownAt?: number | null | undefined;
}>;


export type MovesQuery = { readonly stances: { readonly nodes: ReadonlyArray<{ readonly key: string, readonly position: Position, readonly heldFrom: string, readonly heldFromPrecision: Precision, readonly heldUntil: string | null, readonly inForceUntil: string | null, readonly lastConfirmed: string, readonly basis: Basis, readonly confidence: Confidence, readonly previous: { readonly position: Position } | null, readonly party: { readonly key: string, readonly name: string }, readonly proposition: { readonly key: string, readonly text: string, readonly kind: PropositionKind, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }> } }> } };

export type NewestRevisionQueryVariables = Exact<{ [key: string]: never; }>;


export type NewestRevisionQuery = { readonly dataset: { readonly revision: number } };

export type StanceLineFragment = { readonly key: string, readonly position: Position, readonly heldFrom: string, readonly heldFromPrecision: Precision, readonly heldUntil: string | null, readonly inForceUntil: string | null, readonly lastConfirmed: string, readonly basis: Basis, readonly confidence: Confidence, readonly party: { readonly key: string, readonly name: string }, readonly proposition: { readonly key: string, readonly text: string, readonly kind: PropositionKind, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }> } };

export type SuggestionsQueryVariables = Exact<{
  text: string;
  first: number;
}>;


export type SuggestionsQuery = { readonly search: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: SearchKind, readonly key: string, readonly title: string, readonly node:
        | { readonly __typename: 'Document', readonly date: string, readonly precision: Precision }
        | { readonly __typename: 'Issue' }
        | { readonly __typename: 'Party', readonly partyKind: PartyKind }
        | { readonly __typename: 'Passage', readonly locator: string, readonly document: { readonly key: string, readonly title: string } }
        | { readonly __typename: 'Proposition', readonly rollCall: { readonly tabledOn: string, readonly tabledOnPrecision: Precision, readonly symbol: string | null } | null }
       }> } };

export type SearchPageQueryVariables = Exact<{
  text: string;
  first: number;
}>;


export type SearchPageQuery = { readonly dataset: { readonly revision: number }, readonly parties: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: SearchKind, readonly key: string, readonly title: string, readonly node:
        | { readonly __typename: 'Document', readonly date: string, readonly precision: Precision }
        | { readonly __typename: 'Issue' }
        | { readonly __typename: 'Party', readonly partyKind: PartyKind }
        | { readonly __typename: 'Passage', readonly locator: string, readonly document: { readonly key: string, readonly title: string } }
        | { readonly __typename: 'Proposition', readonly rollCall: { readonly tabledOn: string, readonly tabledOnPrecision: Precision, readonly symbol: string | null } | null }
       }> }, readonly issues: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: SearchKind, readonly key: string, readonly title: string, readonly node:
        | { readonly __typename: 'Document', readonly date: string, readonly precision: Precision }
        | { readonly __typename: 'Issue' }
        | { readonly __typename: 'Party', readonly partyKind: PartyKind }
        | { readonly __typename: 'Passage', readonly locator: string, readonly document: { readonly key: string, readonly title: string } }
        | { readonly __typename: 'Proposition', readonly rollCall: { readonly tabledOn: string, readonly tabledOnPrecision: Precision, readonly symbol: string | null } | null }
       }> }, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: SearchKind, readonly key: string, readonly title: string, readonly node:
        | { readonly __typename: 'Document', readonly date: string, readonly precision: Precision }
        | { readonly __typename: 'Issue' }
        | { readonly __typename: 'Party', readonly partyKind: PartyKind }
        | { readonly __typename: 'Passage', readonly locator: string, readonly document: { readonly key: string, readonly title: string } }
        | { readonly __typename: 'Proposition', readonly rollCall: { readonly tabledOn: string, readonly tabledOnPrecision: Precision, readonly symbol: string | null } | null }
       }> }, readonly votes: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: SearchKind, readonly key: string, readonly title: string, readonly node:
        | { readonly __typename: 'Document', readonly date: string, readonly precision: Precision }
        | { readonly __typename: 'Issue' }
        | { readonly __typename: 'Party', readonly partyKind: PartyKind }
        | { readonly __typename: 'Passage', readonly locator: string, readonly document: { readonly key: string, readonly title: string } }
        | { readonly __typename: 'Proposition', readonly rollCall: { readonly tabledOn: string, readonly tabledOnPrecision: Precision, readonly symbol: string | null } | null }
       }> }, readonly documents: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: SearchKind, readonly key: string, readonly title: string, readonly node:
        | { readonly __typename: 'Document', readonly date: string, readonly precision: Precision }
        | { readonly __typename: 'Issue' }
        | { readonly __typename: 'Party', readonly partyKind: PartyKind }
        | { readonly __typename: 'Passage', readonly locator: string, readonly document: { readonly key: string, readonly title: string } }
        | { readonly __typename: 'Proposition', readonly rollCall: { readonly tabledOn: string, readonly tabledOnPrecision: Precision, readonly symbol: string | null } | null }
       }> }, readonly passages: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: SearchKind, readonly key: string, readonly title: string, readonly node:
        | { readonly __typename: 'Document', readonly date: string, readonly precision: Precision }
        | { readonly __typename: 'Issue' }
        | { readonly __typename: 'Party', readonly partyKind: PartyKind }
        | { readonly __typename: 'Passage', readonly locator: string, readonly document: { readonly key: string, readonly title: string } }
        | { readonly __typename: 'Proposition', readonly rollCall: { readonly tabledOn: string, readonly tabledOnPrecision: Precision, readonly symbol: string | null } | null }
       }> } };

export type FoundHitsFragment = { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly kind: SearchKind, readonly key: string, readonly title: string, readonly node:
      | { readonly __typename: 'Document', readonly date: string, readonly precision: Precision }
      | { readonly __typename: 'Issue' }
      | { readonly __typename: 'Party', readonly partyKind: PartyKind }
      | { readonly __typename: 'Passage', readonly locator: string, readonly document: { readonly key: string, readonly title: string } }
      | { readonly __typename: 'Proposition', readonly rollCall: { readonly tabledOn: string, readonly tabledOnPrecision: Precision, readonly symbol: string | null } | null }
     }> };

export type FoundHitFragment = { readonly kind: SearchKind, readonly key: string, readonly title: string, readonly node:
    | { readonly __typename: 'Document', readonly date: string, readonly precision: Precision }
    | { readonly __typename: 'Issue' }
    | { readonly __typename: 'Party', readonly partyKind: PartyKind }
    | { readonly __typename: 'Passage', readonly locator: string, readonly document: { readonly key: string, readonly title: string } }
    | { readonly __typename: 'Proposition', readonly rollCall: { readonly tabledOn: string, readonly tabledOnPrecision: Precision, readonly symbol: string | null } | null }
   };

export type StanceHistoryQueryVariables = Exact<{
  filter: StanceFilter;
  asKnownAt?: number | null | undefined;
}>;


export type StanceHistoryQuery = { readonly stances: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly key: string, readonly position: Position, readonly heldFrom: string, readonly heldFromPrecision: Precision, readonly changeKind: ChangeKind | null }> } };

export type StanceQueryVariables = Exact<{
  key: string;
  asKnownAt?: number | null | undefined;
}>;


export type StanceQuery = { readonly stance: { readonly key: string, readonly position: Position, readonly heldFrom: string, readonly heldFromPrecision: Precision, readonly heldUntil: string | null, readonly inForceUntil: string | null, readonly lastConfirmed: string, readonly basis: Basis, readonly confidence: Confidence, readonly verb: string | null, readonly rationale: string | null, readonly changeKind: ChangeKind | null, readonly party: { readonly key: string, readonly name: string }, readonly proposition: { readonly key: string, readonly text: string, readonly kind: PropositionKind }, readonly citations: ReadonlyArray<{ readonly role: CitationRole, readonly locator: string | null, readonly keyPhrase: string | null, readonly verification: Verification, readonly verifiedAt: string | null, readonly document: { readonly key: string, readonly title: string, readonly publisher: string | null, readonly date: string, readonly precision: Precision, readonly kind: DocumentKind, readonly symbol: string | null, readonly textAddress: string | null, readonly addresses: ReadonlyArray<{ readonly url: string, readonly note: string | null, readonly read: boolean }> } }> } | null };

export type CitedRevisionQueryVariables = Exact<{
  number: number;
}>;


export type CitedRevisionQuery = { readonly revision: { readonly number: number, readonly time: string, readonly digest: string } | null };

export type TakenStancesQueryVariables = Exact<{
  filter: StanceFilter;
  asKnownAt?: number | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type TakenStancesQuery = { readonly stances: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly key: string, readonly position: Position, readonly heldFrom: string, readonly heldFromPrecision: Precision, readonly heldUntil: string | null, readonly inForceUntil: string | null, readonly lastConfirmed: string, readonly basis: Basis, readonly confidence: Confidence, readonly citations: ReadonlyArray<{ readonly role: CitationRole, readonly locator: string | null, readonly keyPhrase: string | null, readonly address: string | null, readonly document: { readonly key: string, readonly title: string, readonly publisher: string | null, readonly date: string } }>, readonly party: { readonly key: string, readonly name: string }, readonly proposition: { readonly key: string, readonly text: string, readonly kind: PropositionKind, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }> } }> } };

export type TakenCitationFragment = { readonly role: CitationRole, readonly locator: string | null, readonly keyPhrase: string | null, readonly address: string | null, readonly document: { readonly key: string, readonly title: string, readonly publisher: string | null, readonly date: string } };

export type TakenStanceFragment = { readonly key: string, readonly position: Position, readonly heldFrom: string, readonly heldFromPrecision: Precision, readonly heldUntil: string | null, readonly inForceUntil: string | null, readonly lastConfirmed: string, readonly basis: Basis, readonly confidence: Confidence, readonly citations: ReadonlyArray<{ readonly role: CitationRole, readonly locator: string | null, readonly keyPhrase: string | null, readonly address: string | null, readonly document: { readonly key: string, readonly title: string, readonly publisher: string | null, readonly date: string } }>, readonly party: { readonly key: string, readonly name: string }, readonly proposition: { readonly key: string, readonly text: string, readonly kind: PropositionKind, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }> } };

export type TrendQueryVariables = Exact<{
  parties: ReadonlyArray<string> | string;
  with?: ReadonlyArray<string> | string | null | undefined;
  scope?: ScopeInput | null | undefined;
  policy?: PolicyInput | null | undefined;
  by: SeriesPeriod;
}>;


export type TrendQuery = { readonly agreementSeries: { readonly revision: number, readonly measure: Measure, readonly parties: ReadonlyArray<{ readonly key: string, readonly name: string }>, readonly scope: { readonly asOf: string, readonly asKnownAt: number, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }> | null }, readonly points: ReadonlyArray<{ readonly label: string, readonly from: string, readonly until: string, readonly value: number | null, readonly reason: NoValueReason | null, readonly shared: number, readonly interval: { readonly low: number | null, readonly high: number | null } }>, readonly turningPoints: ReadonlyArray<{ readonly date: string, readonly levelBefore: number, readonly levelAfter: number, readonly point: { readonly label: string } }>, readonly with: ReadonlyArray<{ readonly party: { readonly key: string, readonly name: string }, readonly points: ReadonlyArray<{ readonly label: string, readonly from: string, readonly until: string, readonly value: number | null, readonly reason: NoValueReason | null, readonly shared: number }>, readonly turningPoints: ReadonlyArray<{ readonly date: string, readonly levelBefore: number, readonly levelAfter: number, readonly point: { readonly label: string } }> }>, readonly leftOut: ReadonlyArray<{ readonly reason: SeriesLeftOutReason, readonly propositions: number }> } | null };

export type TrendPointFragment = { readonly label: string, readonly from: string, readonly until: string, readonly value: number | null, readonly reason: NoValueReason | null, readonly shared: number };

export type TurnFragment = { readonly date: string, readonly levelBefore: number, readonly levelAfter: number, readonly point: { readonly label: string } };

export type MoversQueryVariables = Exact<{
  parties: ReadonlyArray<string> | string;
  scope?: ScopeInput | null | undefined;
  policy?: PolicyInput | null | undefined;
  by: SeriesPeriod;
}>;


export type MoversQuery = { readonly agreementSeries: { readonly turningPoints: ReadonlyArray<{ readonly date: string, readonly movers: { readonly nodes: ReadonlyArray<{ readonly proposition: { readonly key: string, readonly text: string, readonly rollCall: { readonly title: string } | null } }> } }> } | null };

export type VotePageQueryVariables = Exact<{
  key: string;
  asKnownAt?: number | null | undefined;
}>;


export type VotePageQuery = { readonly dataset: { readonly revision: number }, readonly proposition: { readonly key: string, readonly text: string, readonly note: string | null, readonly kind: PropositionKind, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }>, readonly document: { readonly key: string, readonly title: string } | null, readonly rollCall: { readonly title: string, readonly readableText: string, readonly textAddress: string | null, readonly body: string, readonly session: number, readonly series: string, readonly symbol: string | null, readonly tabledOn: string, readonly tabledOnPrecision: Precision, readonly textScope: TextScope, readonly important: boolean | null, readonly yes: number | null, readonly no: number | null, readonly abstain: number | null, readonly absent: number | null, readonly result: VoteResult | null, readonly absentParties: ReadonlyArray<{ readonly key: string, readonly name: string }> } | null, readonly stances: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly key: string, readonly position: Position, readonly party: { readonly key: string, readonly name: string } }> } } | null };

export type CastVoteFragment = { readonly key: string, readonly position: Position, readonly party: { readonly key: string, readonly name: string } };

export type MoreCastVotesQueryVariables = Exact<{
  key: string;
  asKnownAt?: number | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type MoreCastVotesQuery = { readonly proposition: { readonly stances: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly key: string, readonly position: Position, readonly party: { readonly key: string, readonly name: string } }> } } | null };

export type BlocNamesQueryVariables = Exact<{
  asKnownAt?: number | null | undefined;
}>;


export type BlocNamesQuery = { readonly blocs: { readonly nodes: ReadonlyArray<{ readonly key: string }> }, readonly groups: { readonly nodes: ReadonlyArray<{ readonly key: string }> } };

export type BlocsInVoteQueryVariables = Exact<{
  blocs: ReadonlyArray<string> | string;
  key: string;
  asKnownAt?: number | null | undefined;
}>;


export type BlocsInVoteQuery = { readonly comparison: { readonly rows: { readonly nodes: ReadonlyArray<{ readonly cells: ReadonlyArray<{ readonly state: CellState, readonly position: Position | null, readonly party: { readonly key: string, readonly name: string }, readonly derivation: { readonly members: number, readonly support: number, readonly neutral: number, readonly oppose: number, readonly absent: number, readonly dissenters: ReadonlyArray<{ readonly position: Position | null, readonly party: { readonly key: string, readonly name: string } }> } | null }> }> } } | null };

export type VotesQueryVariables = Exact<{
  search?: string | null | undefined;
  symbol?: string | null | undefined;
  from?: string | null | undefined;
  before?: string | null | undefined;
  issues?: ReadonlyArray<string> | string | null | undefined;
  series?: ReadonlyArray<string> | string | null | undefined;
  results?: ReadonlyArray<VoteResult> | VoteResult | null | undefined;
  mostMargin?: number | null | undefined;
  orderBy?: RollCallOrder | null | undefined;
  after?: string | null | undefined;
  parties: ReadonlyArray<string> | string;
  areParties: boolean;
  asKnownAt?: number | null | undefined;
}>;


export type VotesQuery = { readonly dataset: { readonly revision: number }, readonly rollCalls: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly key: string, readonly stances?: { readonly nodes: ReadonlyArray<{ readonly position: Position, readonly party: { readonly key: string, readonly name: string } }> }, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }>, readonly rollCall: { readonly title: string, readonly readableText: string, readonly body: string, readonly series: string, readonly symbol: string | null, readonly tabledOn: string, readonly tabledOnPrecision: Precision, readonly textScope: TextScope, readonly yes: number | null, readonly no: number | null, readonly abstain: number | null, readonly absent: number | null, readonly result: VoteResult | null } | null }> } };

export type VoteLineFragment = { readonly key: string, readonly issues: ReadonlyArray<{ readonly key: string, readonly name: string }>, readonly rollCall: { readonly title: string, readonly readableText: string, readonly body: string, readonly series: string, readonly symbol: string | null, readonly tabledOn: string, readonly tabledOnPrecision: Precision, readonly textScope: TextScope, readonly yes: number | null, readonly no: number | null, readonly abstain: number | null, readonly absent: number | null, readonly result: VoteResult | null } | null };

export type IssueNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type IssueNamesQuery = { readonly issues: { readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string }> } };

export type WorldOfPartyQueryVariables = Exact<{
  key: string;
  scope: ScopeInput;
  policy: PolicyInput;
  asKnownAt?: number | null | undefined;
}>;


export type WorldOfPartyQuery = { readonly dataset: { readonly revision: number }, readonly party: { readonly key: string, readonly name: string, readonly kind: PartyKind, readonly countries: ReadonlyArray<{ readonly value: number | null, readonly shared: number, readonly other: { readonly key: string, readonly name: string } }>, readonly blocs: ReadonlyArray<{ readonly value: number | null, readonly shared: number, readonly other: { readonly key: string, readonly name: string } }> } | null, readonly countries: { readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string }> } };

export type WorldPairFragment = { readonly value: number | null, readonly shared: number, readonly other: { readonly key: string, readonly name: string } };

export type WorldChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type WorldChoicesQuery = { readonly countries: { readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string }> }, readonly blocs: { readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string }> } };

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
export const RowFragmentDoc = new TypedDocumentString(`
    fragment Row on ComparisonRow {
  verdict
  side
  since
  sinceIsFirstKnown
  positionCount
  proposition {
    key
    text
    issues {
      key
      name
    }
  }
  cells {
    state
    position
    derivation {
      members
      support
      neutral
      oppose
    }
    stance {
      key
      heldFrom
      lastConfirmed
    }
  }
}
    `, {"fragmentName":"Row"}) as unknown as TypedDocumentString<RowFragment, unknown>;
export const TakenCitationFragmentDoc = new TypedDocumentString(`
    fragment TakenCitation on Citation {
  role
  locator
  keyPhrase
  address
  document {
    key
    title
    publisher
    date
  }
}
    `, {"fragmentName":"TakenCitation"}) as unknown as TypedDocumentString<TakenCitationFragment, unknown>;
export const TakenRowFragmentDoc = new TypedDocumentString(`
    fragment TakenRow on ComparisonRow {
  ...Row
  cells {
    stance {
      confidence
      citations {
        ...TakenCitation
      }
    }
  }
}
    fragment Row on ComparisonRow {
  verdict
  side
  since
  sinceIsFirstKnown
  positionCount
  proposition {
    key
    text
    issues {
      key
      name
    }
  }
  cells {
    state
    position
    derivation {
      members
      support
      neutral
      oppose
    }
    stance {
      key
      heldFrom
      lastConfirmed
    }
  }
}
fragment TakenCitation on Citation {
  role
  locator
  keyPhrase
  address
  document {
    key
    title
    publisher
    date
  }
}`, {"fragmentName":"TakenRow"}) as unknown as TypedDocumentString<TakenRowFragment, unknown>;
export const TakenPropositionFragmentDoc = new TypedDocumentString(`
    fragment TakenProposition on Proposition {
  key
  text
  kind
  rollCall {
    body
    session
    symbol
    tabledOn
    tabledOnPrecision
  }
  stances(asOf: $asOf, asKnownAt: $asKnownAt, first: 250) {
    totalCount
    nodes {
      key
      position
      party {
        key
      }
      citations {
        ...TakenCitation
      }
    }
  }
}
    fragment TakenCitation on Citation {
  role
  locator
  keyPhrase
  address
  document {
    key
    title
    publisher
    date
  }
}`, {"fragmentName":"TakenProposition"}) as unknown as TypedDocumentString<TakenPropositionFragment, unknown>;
export const ListedPartyFragmentDoc = new TypedDocumentString(`
    fragment ListedParty on Party {
  key
  name
}
    `, {"fragmentName":"ListedParty"}) as unknown as TypedDocumentString<ListedPartyFragment, unknown>;
export const ListedPartiesFragmentDoc = new TypedDocumentString(`
    fragment ListedParties on QueryBlocsConnection {
  totalCount
  nodes {
    ...ListedParty
  }
}
    fragment ListedParty on Party {
  key
  name
}`, {"fragmentName":"ListedParties"}) as unknown as TypedDocumentString<ListedPartiesFragment, unknown>;
export const ListedCountriesFragmentDoc = new TypedDocumentString(`
    fragment ListedCountries on QueryCountriesConnection {
  totalCount
  nodes {
    ...ListedParty
  }
}
    fragment ListedParty on Party {
  key
  name
}`, {"fragmentName":"ListedCountries"}) as unknown as TypedDocumentString<ListedCountriesFragment, unknown>;
export const ListedPeopleFragmentDoc = new TypedDocumentString(`
    fragment ListedPeople on QueryPeopleConnection {
  totalCount
  nodes {
    ...ListedParty
  }
}
    fragment ListedParty on Party {
  key
  name
}`, {"fragmentName":"ListedPeople"}) as unknown as TypedDocumentString<ListedPeopleFragment, unknown>;
export const ListedGroupsFragmentDoc = new TypedDocumentString(`
    fragment ListedGroups on QueryGroupsConnection {
  totalCount
  nodes {
    ...ListedParty
  }
}
    fragment ListedParty on Party {
  key
  name
}`, {"fragmentName":"ListedGroups"}) as unknown as TypedDocumentString<ListedGroupsFragment, unknown>;
export const NeighbourFragmentDoc = new TypedDocumentString(`
    fragment Neighbour on AgreementPair {
  value
  shared
  other {
    key
    name
  }
}
    `, {"fragmentName":"Neighbour"}) as unknown as TypedDocumentString<NeighbourFragment, unknown>;
export const MembershipLineFragmentDoc = new TypedDocumentString(`
    fragment MembershipLine on Membership {
  bloc {
    key
    name
  }
  member {
    key
    name
  }
  from
  until
  precision
  role
  status
  note
}
    `, {"fragmentName":"MembershipLine"}) as unknown as TypedDocumentString<MembershipLineFragment, unknown>;
export const FoundHitFragmentDoc = new TypedDocumentString(`
    fragment FoundHit on SearchHit {
  kind
  key
  title
  node {
    __typename
    ... on Party {
      partyKind: kind
    }
    ... on Proposition {
      rollCall {
        tabledOn
        tabledOnPrecision
        symbol
      }
    }
    ... on Document {
      date
      precision
    }
    ... on Passage {
      locator
      document {
        key
        title
      }
    }
  }
}
    `, {"fragmentName":"FoundHit"}) as unknown as TypedDocumentString<FoundHitFragment, unknown>;
export const FoundHitsFragmentDoc = new TypedDocumentString(`
    fragment FoundHits on QuerySearchConnection {
  totalCount
  nodes {
    ...FoundHit
  }
}
    fragment FoundHit on SearchHit {
  kind
  key
  title
  node {
    __typename
    ... on Party {
      partyKind: kind
    }
    ... on Proposition {
      rollCall {
        tabledOn
        tabledOnPrecision
        symbol
      }
    }
    ... on Document {
      date
      precision
    }
    ... on Passage {
      locator
      document {
        key
        title
      }
    }
  }
}`, {"fragmentName":"FoundHits"}) as unknown as TypedDocumentString<FoundHitsFragment, unknown>;
export const StanceLineFragmentDoc = new TypedDocumentString(`
    fragment StanceLine on Stance {
  key
  position
  heldFrom
  heldFromPrecision
  heldUntil
  inForceUntil
  lastConfirmed
  basis
  confidence
  party {
    key
    name
  }
  proposition {
    key
    text
    kind
    issues {
      key
      name
    }
  }
}
    `, {"fragmentName":"StanceLine"}) as unknown as TypedDocumentString<StanceLineFragment, unknown>;
export const TakenStanceFragmentDoc = new TypedDocumentString(`
    fragment TakenStance on Stance {
  ...StanceLine
  citations {
    ...TakenCitation
  }
}
    fragment StanceLine on Stance {
  key
  position
  heldFrom
  heldFromPrecision
  heldUntil
  inForceUntil
  lastConfirmed
  basis
  confidence
  party {
    key
    name
  }
  proposition {
    key
    text
    kind
    issues {
      key
      name
    }
  }
}
fragment TakenCitation on Citation {
  role
  locator
  keyPhrase
  address
  document {
    key
    title
    publisher
    date
  }
}`, {"fragmentName":"TakenStance"}) as unknown as TypedDocumentString<TakenStanceFragment, unknown>;
export const TrendPointFragmentDoc = new TypedDocumentString(`
    fragment TrendPoint on SeriesPoint {
  label
  from
  until
  value
  reason
  shared
}
    `, {"fragmentName":"TrendPoint"}) as unknown as TypedDocumentString<TrendPointFragment, unknown>;
export const TurnFragmentDoc = new TypedDocumentString(`
    fragment Turn on TurningPoint {
  date
  levelBefore
  levelAfter
  point {
    label
  }
}
    `, {"fragmentName":"Turn"}) as unknown as TypedDocumentString<TurnFragment, unknown>;
export const CastVoteFragmentDoc = new TypedDocumentString(`
    fragment CastVote on Stance {
  key
  position
  party {
    key
    name
  }
}
    `, {"fragmentName":"CastVote"}) as unknown as TypedDocumentString<CastVoteFragment, unknown>;
export const VoteLineFragmentDoc = new TypedDocumentString(`
    fragment VoteLine on Proposition {
  key
  issues {
    key
    name
  }
  rollCall {
    title
    readableText
    body
    series
    symbol
    tabledOn
    tabledOnPrecision
    textScope
    yes
    no
    abstain
    absent
    result
  }
}
    `, {"fragmentName":"VoteLine"}) as unknown as TypedDocumentString<VoteLineFragment, unknown>;
export const WorldPairFragmentDoc = new TypedDocumentString(`
    fragment WorldPair on AgreementPair {
  value
  shared
  other {
    key
    name
  }
}
    `, {"fragmentName":"WorldPair"}) as unknown as TypedDocumentString<WorldPairFragment, unknown>;
export const AboutDocument = new TypedDocumentString(`
    query About($example: [String!]!) {
  dataset {
    revision
    digest
    counts {
      countries
      blocs
      people
      issues
      claims
      rollCalls
      stances
      absences
      documents
      passages
    }
    coverage {
      earliest
      latest
    }
    reviewedOn
    knownGaps
    sources {
      key
      title
      citation
      licence
      licenceAddress
      address
      reviewedOn
    }
  }
  comparison(parties: $example) {
    agreement {
      value
      sharedPropositions
      same
      partial
      opposite
    }
  }
}
    `, {"hash":"sha256:2b1cb8b7f375b802da7c8fef8b9b000ac6af75d1fef4397fc385d1088147ac36"}) as unknown as TypedDocumentString<AboutQuery, AboutQueryVariables>;
export const ComparisonDocument = new TypedDocumentString(`
    query Comparison($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput, $verdicts: [Verdict!], $first: Int!, $after: String) {
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
      issues {
        key
      }
    }
    agreement {
      measure
      value
      reason
      sharedPropositions
      pairs
      measures {
        measure
        value
        reason
      }
      warnings {
        code
        message
      }
    }
    issues {
      issue {
        key
        name
      }
      agreement {
        value
        sharedPropositions
      }
      verdicts {
        verdict
        count
      }
    }
    rows(verdicts: $verdicts, first: $first, after: $after, orderBy: SPREAD_DESC) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...Row
      }
    }
    agree: rows(verdicts: [AGREE], first: 0) {
      totalCount
    }
    divided: rows(verdicts: [DIVIDED], first: 0) {
      totalCount
    }
    mixed: rows(verdicts: [MIXED], first: 0) {
      totalCount
    }
    neutral: rows(verdicts: [NEUTRAL], first: 0) {
      totalCount
    }
    unknown: rows(verdicts: [UNKNOWN], first: 0) {
      totalCount
    }
    jointDocuments(first: 50) {
      totalCount
      nodes {
        key
        title
        date
        precision
        kind
        publisher
      }
    }
  }
}
    fragment Row on ComparisonRow {
  verdict
  side
  since
  sinceIsFirstKnown
  positionCount
  proposition {
    key
    text
    issues {
      key
      name
    }
  }
  cells {
    state
    position
    derivation {
      members
      support
      neutral
      oppose
    }
    stance {
      key
      heldFrom
      lastConfirmed
    }
  }
}`, {"hash":"sha256:63ed14838ae281107bd8456d5e788093f4f04642b3a72628e1298bdf948b9875"}) as unknown as TypedDocumentString<ComparisonQuery, ComparisonQueryVariables>;
export const DaysTakenDocument = new TypedDocumentString(`
    query DaysTaken($parties: [String!]!, $scope: ScopeInput) {
  comparison(parties: $parties, scope: $scope) {
    days {
      day
      stances
    }
  }
}
    `, {"hash":"sha256:73a609604c2b1fb9122d713954dee863578a9e7dea994cd61ffbf0748bc55b51"}) as unknown as TypedDocumentString<DaysTakenQuery, DaysTakenQueryVariables>;
export const SignedTogetherDocument = new TypedDocumentString(`
    query SignedTogether($parties: [String!]!, $asKnownAt: Int, $first: Int!, $after: String) {
  documents(
    signatories: $parties
    asKnownAt: $asKnownAt
    orderBy: DATE_ASC
    first: $first
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      key
      title
      date
    }
  }
}
    `, {"hash":"sha256:8dbe39e22831328a2d58eb74c593903261ad8057e59e4b6089f222a7ee892636"}) as unknown as TypedDocumentString<SignedTogetherQuery, SignedTogetherQueryVariables>;
export const CommonGroundDocument = new TypedDocumentString(`
    query CommonGround($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput) {
  commonGround(
    parties: $parties
    scope: $scope
    policy: $policy
    quorum: 0.5
    shareOf: ALL
  ) {
    passing
    rows(first: 8, passes: true) {
      totalCount
      nodes {
        side
        proposition {
          key
          text
        }
        standing {
          support
          oppose
          neutral
          unknown
        }
        apart {
          position
          party {
            name
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:fdb5398da7743666bd437b9877c4f0c87a2fb05a450271e1c6226fa148934c29"}) as unknown as TypedDocumentString<CommonGroundQuery, CommonGroundQueryVariables>;
export const WedgesDocument = new TypedDocumentString(`
    query Wedges($left: [String!]!, $right: [String!]!, $scope: ScopeInput, $policy: PolicyInput) {
  wedges(left: $left, right: $right, scope: $scope, policy: $policy) {
    rows(first: 8) {
      totalCount
      nodes {
        proposition {
          key
          text
        }
        left {
          side
        }
        right {
          side
          standing {
            support
            oppose
            neutral
            unknown
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:dec1dc0bbb55fb9f4b787cf95303f67a87b32175f73a1b117acec211e809def7"}) as unknown as TypedDocumentString<WedgesQuery, WedgesQueryVariables>;
export const LedgerDocument = new TypedDocumentString(`
    query Ledger {
  dataset {
    revision
    coverage {
      earliest
      latest
    }
    counts {
      rollCalls
    }
  }
  issues(first: 250, orderBy: NAME) {
    nodes {
      key
      name
      summary
    }
  }
}
    `, {"hash":"sha256:8fab77c1d2f6fe331cdc9158313c72abaa7f32dcc5726313d0ba63123447d678"}) as unknown as TypedDocumentString<LedgerQuery, LedgerQueryVariables>;
export const MembersHoldDocument = new TypedDocumentString(`
    query MembersHold($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput) {
  comparison(parties: $parties, scope: $scope, policy: $policy) {
    rows(verdicts: [AGREE, DIVIDED, MIXED, NEUTRAL, UNKNOWN], first: 1) {
      nodes {
        proposition {
          key
          text
        }
        cells {
          position
          state
          party {
            key
            name
          }
          derivation {
            day
            rule
            members
            cells {
              state
              position
              party {
                key
                name
              }
            }
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:76e47ce17c7c78b16ceb5b4c18d3539c95e78a26cb8df251e97bc0ee72396964"}) as unknown as TypedDocumentString<MembersHoldQuery, MembersHoldQueryVariables>;
export const MoreRowsDocument = new TypedDocumentString(`
    query MoreRows($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput, $verdicts: [Verdict!], $first: Int!, $after: String) {
  comparison(parties: $parties, scope: $scope, policy: $policy) {
    rows(verdicts: $verdicts, first: $first, after: $after, orderBy: SPREAD_DESC) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...Row
      }
    }
  }
}
    fragment Row on ComparisonRow {
  verdict
  side
  since
  sinceIsFirstKnown
  positionCount
  proposition {
    key
    text
    issues {
      key
      name
    }
  }
  cells {
    state
    position
    derivation {
      members
      support
      neutral
      oppose
    }
    stance {
      key
      heldFrom
      lastConfirmed
    }
  }
}`, {"hash":"sha256:27e454109ee8cf67fcf56d9ab03be8dd9a13b18659457dff295c065a5dae45dc"}) as unknown as TypedDocumentString<MoreRowsQuery, MoreRowsQueryVariables>;
export const FindPartiesDocument = new TypedDocumentString(`
    query FindParties($search: String!) {
  parties(search: $search, first: 12) {
    nodes {
      key
      iso3
      name
      kind
      aliases
    }
  }
}
    `, {"hash":"sha256:2cb81fda23ead12b306a0f4e0d093aa9ec7819071450aceecbcb756c569269a5"}) as unknown as TypedDocumentString<FindPartiesQuery, FindPartiesQueryVariables>;
export const MembersDocument = new TypedDocumentString(`
    query Members($bloc: String!, $asOf: Date, $asKnownAt: Int) {
  parties(
    memberOf: $bloc
    asOf: $asOf
    asKnownAt: $asKnownAt
    orderBy: NAME
    first: 250
  ) {
    nodes {
      key
    }
  }
}
    `, {"hash":"sha256:32396a121ac8da045e3499bfba46587118c3fc78d51529026f88e376b15393e8"}) as unknown as TypedDocumentString<MembersQuery, MembersQueryVariables>;
export const EvidenceDocument = new TypedDocumentString(`
    query Evidence($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput, $after: String) {
  agreement(parties: $parties, scope: $scope, policy: $policy) {
    measure
    value
    reason
    pairs
    evidence(first: 250, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        counted
        reason
        contribution
        positions
        parties {
          key
        }
        proposition {
          key
          text
        }
      }
    }
  }
}
    `, {"hash":"sha256:d8a70c4549dccd560649e8b0f71cf9da99702326408db6559288c4ce4e47ae56"}) as unknown as TypedDocumentString<EvidenceQuery, EvidenceQueryVariables>;
export const TakenRowsDocument = new TypedDocumentString(`
    query TakenRows($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput, $verdicts: [Verdict!], $first: Int!, $after: String) {
  comparison(parties: $parties, scope: $scope, policy: $policy) {
    rows(verdicts: $verdicts, first: $first, after: $after, orderBy: SPREAD_DESC) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...TakenRow
      }
    }
  }
}
    fragment Row on ComparisonRow {
  verdict
  side
  since
  sinceIsFirstKnown
  positionCount
  proposition {
    key
    text
    issues {
      key
      name
    }
  }
  cells {
    state
    position
    derivation {
      members
      support
      neutral
      oppose
    }
    stance {
      key
      heldFrom
      lastConfirmed
    }
  }
}
fragment TakenRow on ComparisonRow {
  ...Row
  cells {
    stance {
      confidence
      citations {
        ...TakenCitation
      }
    }
  }
}
fragment TakenCitation on Citation {
  role
  locator
  keyPhrase
  address
  document {
    key
    title
    publisher
    date
  }
}`, {"hash":"sha256:70fe93b51c3d8cd184aa04f97f1acf685bc43053a8666170aee90af4199b2c30"}) as unknown as TypedDocumentString<TakenRowsQuery, TakenRowsQueryVariables>;
export const TakenJointDocumentsDocument = new TypedDocumentString(`
    query TakenJointDocuments($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput, $first: Int!, $after: String) {
  comparison(parties: $parties, scope: $scope, policy: $policy) {
    jointDocuments(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        key
        title
        date
        precision
        kind
        publisher
        addresses {
          url
          read
        }
      }
    }
  }
}
    `, {"hash":"sha256:08112fafb351478330fe0242f46d9e106d7c787d3776d80e22d5d07f5ac8682c"}) as unknown as TypedDocumentString<TakenJointDocumentsQuery, TakenJointDocumentsQueryVariables>;
export const CoverageOfPartiesDocument = new TypedDocumentString(`
    query CoverageOfParties($scope: ScopeInput!, $parties: [String!]) {
  coverage(scope: $scope, parties: $parties) {
    revision
    scope {
      asOf
      asKnownAt
    }
    held
    absent
    unknown
    cells {
      party {
        key
        name
      }
      issue {
        key
        name
      }
      propositions
      held
      absent
      unknown
      latest
    }
  }
}
    `, {"hash":"sha256:09685175c0a64942766d7a5498bb228c5075f80935e75a361a141e2089a8ee12"}) as unknown as TypedDocumentString<CoverageOfPartiesQuery, CoverageOfPartiesQueryVariables>;
export const DocumentPageDocument = new TypedDocumentString(`
    query DocumentPage($key: String!, $asKnownAt: Int) {
  dataset(asKnownAt: $asKnownAt) {
    revision
  }
  document(key: $key, asKnownAt: $asKnownAt) {
    key
    title
    publisher
    kind
    date
    precision
    symbol
    textAddress
    verification
    note
    addresses {
      url
      read
      note
    }
    signatories {
      date
      role
      party {
        key
        name
      }
    }
    passages(first: 250) {
      totalCount
      nodes {
        key
        locator
        speaker
        verb
        keyPhrase
        kind
        note
        parties {
          key
          name
        }
        stances {
          ...StanceLine
        }
      }
    }
    stances(inForce: false, asKnownAt: $asKnownAt, orderBy: PROPOSITION, first: 250) {
      totalCount
      nodes {
        ...StanceLine
      }
    }
  }
}
    fragment StanceLine on Stance {
  key
  position
  heldFrom
  heldFromPrecision
  heldUntil
  inForceUntil
  lastConfirmed
  basis
  confidence
  party {
    key
    name
  }
  proposition {
    key
    text
    kind
    issues {
      key
      name
    }
  }
}`, {"hash":"sha256:59cf95c68bf012a324fc33eba70f29e627202762dd4538578ac29a1e9893f6ee"}) as unknown as TypedDocumentString<DocumentPageQuery, DocumentPageQueryVariables>;
export const SourcesDocument = new TypedDocumentString(`
    query Sources {
  dataset {
    revision
    digest
    knownGaps
    sources {
      key
      title
      citation
      licence
      licenceAddress
      address
      reviewedOn
    }
  }
}
    `, {"hash":"sha256:d465604e30b8e39fd19882ba892c6bd6da72dd6fd5a207151accd2a673cf15d2"}) as unknown as TypedDocumentString<SourcesQuery, SourcesQueryVariables>;
export const PartyGroupsDocument = new TypedDocumentString(`
    query PartyGroups($scope: ScopeInput!, $policy: PolicyInput!, $groups: Int, $minimumHeld: Float) {
  structure(
    scope: $scope
    policy: $policy
    groups: $groups
    minimumHeld: $minimumHeld
  ) {
    revision
    blocDay
    scope {
      asOf
      asKnownAt
    }
    leftOut {
      party {
        key
        name
      }
      reason
    }
    numbersOfGroups {
      count
      silhouette
    }
    groups {
      number
      size
      within
      outside
      members {
        party {
          key
          name
        }
        silhouette
      }
      wedges(first: 3) {
        nodes {
          proposition {
            key
            text
            rollCall {
              title
            }
          }
          left {
            side
          }
          value
        }
      }
    }
    blocs {
      bloc {
        key
        name
      }
      group {
        number
      }
      jaccard
      adjustedRand
      both {
        key
        name
      }
      onlyBloc {
        key
        name
      }
      onlyGroup {
        key
        name
      }
    }
    bridges(first: 12) {
      totalCount
      nodes {
        party {
          key
          name
        }
        own {
          number
        }
        first {
          number
        }
        second {
          number
        }
        withFirst
        withSecond
        between
        margin
      }
    }
  }
}
    `, {"hash":"sha256:e000c8b2f7c984432d27416d17e44fa620a3626d8b632f5f83ebffab309bf651"}) as unknown as TypedDocumentString<PartyGroupsQuery, PartyGroupsQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home {
  dataset {
    revision
    reviewedOn
    knownGaps
    coverage {
      earliest
      latest
    }
    counts {
      countries
      blocs
      issues
      claims
      rollCalls
      stances
      documents
    }
  }
  revisions(first: 3) {
    nodes {
      number
      time
      message
    }
  }
  stances(
    filter: { kinds: [CLAIM] }
    inForce: false
    orderBy: HELD_FROM_DESC
    first: 4
  ) {
    nodes {
      key
      position
      heldFrom
      party {
        key
        name
      }
      proposition {
        key
        text
      }
    }
  }
}
    `, {"hash":"sha256:1d271a48c58f6efb4b601247a729d9181075fd50cf6051dd657123ca05bb573f"}) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const HomeExampleDocument = new TypedDocumentString(`
    query HomeExample($parties: [String!]!, $scope: ScopeInput) {
  comparison(parties: $parties, scope: $scope) {
    parties {
      key
      name
      kind
    }
    scope {
      asOf
    }
    agreement {
      measure
      value
    }
    issues {
      issue {
        key
        name
      }
      verdicts {
        verdict
        count
      }
    }
    agree: rows(verdicts: [AGREE], first: 0) {
      totalCount
    }
    divided: rows(verdicts: [DIVIDED], first: 0) {
      totalCount
    }
    mixed: rows(verdicts: [MIXED], first: 0) {
      totalCount
    }
    neutral: rows(verdicts: [NEUTRAL], first: 0) {
      totalCount
    }
    unknown: rows(verdicts: [UNKNOWN], first: 0) {
      totalCount
    }
  }
}
    `, {"hash":"sha256:31e407a0c8f5bc4d4759c75c1aac7ae1c714e3f002296ba674cc90808ae73f9a"}) as unknown as TypedDocumentString<HomeExampleQuery, HomeExampleQueryVariables>;
export const IssuePageDocument = new TypedDocumentString(`
    query IssuePage($key: String!, $asOf: Date!, $asKnownAt: Int, $after: String) {
  dataset(asKnownAt: $asKnownAt) {
    revision
  }
  issue(key: $key, asKnownAt: $asKnownAt) {
    key
    name
    summary
    tier
    propositions(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        key
        text
        kind
        rollCall {
          title
          body
          session
          symbol
          tabledOn
          tabledOnPrecision
        }
        stances(asOf: $asOf, asKnownAt: $asKnownAt, first: 250) {
          totalCount
          nodes {
            position
            party {
              key
              name
            }
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:6457dba522bf471c8d028e0556a4935fa945ebffc1631c18bac0b4197a1fadec"}) as unknown as TypedDocumentString<IssuePageQuery, IssuePageQueryVariables>;
export const TakenIssueDocument = new TypedDocumentString(`
    query TakenIssue($key: String!, $asOf: Date!, $asKnownAt: Int, $first: Int!, $after: String) {
  issue(key: $key, asKnownAt: $asKnownAt) {
    propositions(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...TakenProposition
      }
    }
  }
}
    fragment TakenProposition on Proposition {
  key
  text
  kind
  rollCall {
    body
    session
    symbol
    tabledOn
    tabledOnPrecision
  }
  stances(asOf: $asOf, asKnownAt: $asKnownAt, first: 250) {
    totalCount
    nodes {
      key
      position
      party {
        key
      }
      citations {
        ...TakenCitation
      }
    }
  }
}
fragment TakenCitation on Citation {
  role
  locator
  keyPhrase
  address
  document {
    key
    title
    publisher
    date
  }
}`, {"hash":"sha256:ba394f8a281a55b646907d3851fd42f591d9ffa9d0e81accf3d8dc4a17fafb60"}) as unknown as TypedDocumentString<TakenIssueQuery, TakenIssueQueryVariables>;
export const IssueListDocument = new TypedDocumentString(`
    query IssueList($search: String) {
  dataset {
    revision
  }
  issues(search: $search, orderBy: NAME, first: 250) {
    totalCount
    nodes {
      key
      name
      summary
      tier
      propositions(first: 0) {
        totalCount
      }
    }
  }
}
    `, {"hash":"sha256:842ba67d1a37b9b23747cf89a553943c157076eb4e7e6907e872649c295a9895"}) as unknown as TypedDocumentString<IssueListQuery, IssueListQueryVariables>;
export const PartyListDocument = new TypedDocumentString(`
    query PartyList($search: String) {
  dataset {
    revision
  }
  blocs(search: $search, orderBy: NAME, first: 250) {
    ...ListedParties
  }
  countries(search: $search, orderBy: NAME, first: 250) {
    ...ListedCountries
  }
  people(search: $search, orderBy: NAME, first: 250) {
    ...ListedPeople
  }
  groups(search: $search, orderBy: NAME, first: 250) {
    ...ListedGroups
  }
}
    fragment ListedParty on Party {
  key
  name
}
fragment ListedParties on QueryBlocsConnection {
  totalCount
  nodes {
    ...ListedParty
  }
}
fragment ListedCountries on QueryCountriesConnection {
  totalCount
  nodes {
    ...ListedParty
  }
}
fragment ListedPeople on QueryPeopleConnection {
  totalCount
  nodes {
    ...ListedParty
  }
}
fragment ListedGroups on QueryGroupsConnection {
  totalCount
  nodes {
    ...ListedParty
  }
}`, {"hash":"sha256:2587e8dd037f066ff20b2d7052765663848e59afa13487c6f53b68daba477bd3"}) as unknown as TypedDocumentString<PartyListQuery, PartyListQueryVariables>;
export const DocumentListDocument = new TypedDocumentString(`
    query DocumentList($search: String, $kinds: [DocumentKind!], $after: String) {
  dataset {
    revision
  }
  documents(
    search: $search
    kinds: $kinds
    orderBy: DATE_DESC
    first: 50
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      key
      title
      publisher
      kind
      date
      precision
    }
  }
}
    `, {"hash":"sha256:df67dd41288df1f110352ae96ba4eed89dfa74aea89c6b55917a6fd21c31d7fe"}) as unknown as TypedDocumentString<DocumentListQuery, DocumentListQueryVariables>;
export const ClaimListDocument = new TypedDocumentString(`
    query ClaimList($search: String) {
  dataset {
    revision
  }
  propositions(search: $search, kinds: [CLAIM], first: 250) {
    totalCount
    nodes {
      key
      text
      issues {
        key
        name
      }
    }
  }
}
    `, {"hash":"sha256:b4d3564d141b0fc87e8d13415dc968f3984bafb1b1467550c61e0cc552974e27"}) as unknown as TypedDocumentString<ClaimListQuery, ClaimListQueryVariables>;
export const AgreementMatrixDocument = new TypedDocumentString(`
    query AgreementMatrix($parties: [String!], $scope: ScopeInput, $policy: PolicyInput) {
  agreementMatrix(parties: $parties, scope: $scope, policy: $policy) {
    revision
    measure
    parties {
      key
      name
      kind
    }
    values
    shared
    scope {
      asOf
      asKnownAt
      kinds
    }
    policy {
      minimumShared
    }
  }
}
    `, {"hash":"sha256:a60107f1ed78db9fd5c350d0dcca30be92e590ed6b7f1e9afbe3d7f473f731d3"}) as unknown as TypedDocumentString<AgreementMatrixQuery, AgreementMatrixQueryVariables>;
export const MatrixChoicesDocument = new TypedDocumentString(`
    query MatrixChoices {
  dataset {
    revision
    counts {
      rollCalls
    }
  }
  issues(first: 250, orderBy: NAME) {
    nodes {
      key
      name
      summary
    }
  }
}
    `, {"hash":"sha256:25b58da8d2260c4e2b7a0762469a873929ebd4dce9a36d4fe70e37a80a183b38"}) as unknown as TypedDocumentString<MatrixChoicesQuery, MatrixChoicesQueryVariables>;
export const MatrixGroupsDocument = new TypedDocumentString(`
    query MatrixGroups($parties: [String!], $scope: ScopeInput, $policy: PolicyInput) {
  structure(parties: $parties, scope: $scope, policy: $policy) {
    groups {
      number
      members {
        party {
          key
        }
      }
    }
  }
}
    `, {"hash":"sha256:00ae3456a7aba5a9138209f048d6ad5137f12a06c07788185414042101a840ba"}) as unknown as TypedDocumentString<MatrixGroupsQuery, MatrixGroupsQueryVariables>;
export const PartyMapDocument = new TypedDocumentString(`
    query PartyMap($scope: ScopeInput!, $policy: PolicyInput!) {
  structureSeries(by: YEAR, scope: $scope, policy: $policy) {
    revision
    scope {
      asOf
      asKnownAt
    }
    periods {
      label
      from
      points {
        party {
          key
        }
        coordinates
      }
      alignment {
        with
      }
    }
  }
}
    `, {"hash":"sha256:765ad40fe408caaf68eb6b9316250ece00fb449161d18b47055310e796f465a7"}) as unknown as TypedDocumentString<PartyMapQuery, PartyMapQueryVariables>;
export const GroupsOfYearsDocument = new TypedDocumentString(`
    query GroupsOfYears($scope: ScopeInput!, $policy: PolicyInput!) {
  structureSeries(by: YEAR, scope: $scope, policy: $policy) {
    periods {
      label
      structure {
        groups {
          members {
            party {
              key
            }
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:a156d361cc8609aeb044f67768a14f3b15b639e05f36f26322efea0bb29b8cdc"}) as unknown as TypedDocumentString<GroupsOfYearsQuery, GroupsOfYearsQueryVariables>;
export const MapOfYearDocument = new TypedDocumentString(`
    query MapOfYear($from: Date!, $until: Date!, $scope: ScopeInput!, $policy: PolicyInput!) {
  structureSeries(
    by: YEAR
    from: $from
    until: $until
    scope: $scope
    policy: $policy
  ) {
    periods {
      label
      structure {
        map {
          axes {
            share
          }
          stress
          leftOut {
            party {
              key
            }
            reason
          }
        }
        leftOut {
          party {
            key
          }
          reason
        }
      }
    }
  }
}
    `, {"hash":"sha256:e8f9345becb8aef031d7d9e9b9bccaaffafdee019e2488e748b72af4d7eda42c"}) as unknown as TypedDocumentString<MapOfYearQuery, MapOfYearQueryVariables>;
export const PartyNamesDocument = new TypedDocumentString(`
    query PartyNames($asKnownAt: Int) {
  countries(first: 250, orderBy: NAME, asKnownAt: $asKnownAt) {
    nodes {
      key
      name
    }
  }
}
    `, {"hash":"sha256:ec02b109c5e4f56ad5575a7743dad5a4a0d9c2873fd6a7954a406f39cd7b1241"}) as unknown as TypedDocumentString<PartyNamesQuery, PartyNamesQueryVariables>;
export const NeighboursDocument = new TypedDocumentString(`
    query Neighbours($key: String!, $claims: ScopeInput!, $votes: ScopeInput!, $fewClaims: Int!, $fewVotes: Int!, $asKnownAt: Int) {
  party(key: $key, asKnownAt: $asKnownAt) {
    nearestOnClaims: nearest(scope: $claims, policy: { minimumShared: $fewClaims }) {
      ...Neighbour
    }
    farthestOnClaims: farthest(
      scope: $claims
      policy: { minimumShared: $fewClaims }
    ) {
      ...Neighbour
    }
    nearestInVotes: nearest(scope: $votes, policy: { minimumShared: $fewVotes }) {
      ...Neighbour
    }
    farthestInVotes: farthest(scope: $votes, policy: { minimumShared: $fewVotes }) {
      ...Neighbour
    }
  }
}
    fragment Neighbour on AgreementPair {
  value
  shared
  other {
    key
    name
  }
}`, {"hash":"sha256:ed0f46ca2ae3670beb73655b86e1acbb3193e7c5ff021893b246011fa89f5f42"}) as unknown as TypedDocumentString<NeighboursQuery, NeighboursQueryVariables>;
export const PartyPageDocument = new TypedDocumentString(`
    query PartyPage($key: String!, $asOf: Date!, $asKnownAt: Int, $after: String) {
  dataset(asKnownAt: $asKnownAt) {
    revision
  }
  party(key: $key, asKnownAt: $asKnownAt) {
    key
    name
    kind
    iso3
    aliases
    note
    founded
    addresses
    verification
    memberships(
      asOf: $asOf
      asKnownAt: $asKnownAt
      ever: true
      includeParticipants: true
      includeUnclear: true
      first: 250
    ) {
      totalCount
      nodes {
        ...MembershipLine
      }
    }
    members(
      asOf: $asOf
      asKnownAt: $asKnownAt
      ever: true
      includeParticipants: true
      includeUnclear: true
      first: 250
    ) {
      totalCount
      nodes {
        ...MembershipLine
      }
    }
    claims: stances(
      filter: { kinds: [CLAIM] }
      inForce: false
      asKnownAt: $asKnownAt
      orderBy: PROPOSITION
      first: 250
    ) {
      totalCount
      nodes {
        ...StanceLine
      }
    }
    votes: stances(
      filter: { kinds: [ROLL_CALL] }
      inForce: false
      asKnownAt: $asKnownAt
      first: 25
      after: $after
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...StanceLine
      }
    }
  }
}
    fragment MembershipLine on Membership {
  bloc {
    key
    name
  }
  member {
    key
    name
  }
  from
  until
  precision
  role
  status
  note
}
fragment StanceLine on Stance {
  key
  position
  heldFrom
  heldFromPrecision
  heldUntil
  inForceUntil
  lastConfirmed
  basis
  confidence
  party {
    key
    name
  }
  proposition {
    key
    text
    kind
    issues {
      key
      name
    }
  }
}`, {"hash":"sha256:57384d94237bf2c3c3bfa196161599a4e0df51c4b8c5ddf6c87a74ae506c00ac"}) as unknown as TypedDocumentString<PartyPageQuery, PartyPageQueryVariables>;
export const SignedDocumentsDocument = new TypedDocumentString(`
    query SignedDocuments($signatories: [String!]!, $asKnownAt: Int) {
  documents(
    signatories: $signatories
    asKnownAt: $asKnownAt
    orderBy: DATE_DESC
    first: 250
  ) {
    totalCount
    nodes {
      key
      title
      publisher
      date
      precision
      kind
    }
  }
}
    `, {"hash":"sha256:ed9cb4c6880d96e90286b7280b3fa9f49a02958e69a8ca12937b77e0e20c3671"}) as unknown as TypedDocumentString<SignedDocumentsQuery, SignedDocumentsQueryVariables>;
export const PartyWordAndDeedDocument = new TypedDocumentString(`
    query PartyWordAndDeed($key: String!, $scope: ScopeInput!, $word: WordDay!) {
  wordAndDeed(parties: [$key], scope: $scope, word: $word) {
    parties {
      share
      consistent
      softer
      contrary
      silent
      n
      notCounted
    }
    rows(first: 100) {
      totalCount
      nodes {
        claim {
          key
          text
        }
        date
        deed {
          symbol
          sign
          reason
        }
        rollCall {
          key
        }
        word {
          state
          position
          stance {
            key
            heldFrom
            heldFromPrecision
          }
        }
        vote {
          state
          position
        }
        verdict
        counted
        notCountedReason
      }
    }
  }
}
    `, {"hash":"sha256:424362b2d363c283eb772784b6757e9f7ed942291bf2066a9b048b753ae44af8"}) as unknown as TypedDocumentString<PartyWordAndDeedQuery, PartyWordAndDeedQueryVariables>;
export const PropositionPageDocument = new TypedDocumentString(`
    query PropositionPage($key: String!, $asKnownAt: Int) {
  dataset(asKnownAt: $asKnownAt) {
    revision
  }
  proposition(key: $key, asKnownAt: $asKnownAt) {
    key
    text
    note
    kind
    issues {
      key
      name
    }
    stances(inForce: false, asKnownAt: $asKnownAt, orderBy: PARTY, first: 250) {
      totalCount
      nodes {
        ...StanceLine
        citations {
          locator
          document {
            key
            title
            date
            precision
          }
        }
      }
    }
  }
}
    fragment StanceLine on Stance {
  key
  position
  heldFrom
  heldFromPrecision
  heldUntil
  inForceUntil
  lastConfirmed
  basis
  confidence
  party {
    key
    name
  }
  proposition {
    key
    text
    kind
    issues {
      key
      name
    }
  }
}`, {"hash":"sha256:f3cb767ba433db3d3efc1022ac208911e77fc47a0e4c3dd9896a52c94cf2f170"}) as unknown as TypedDocumentString<PropositionPageQuery, PropositionPageQueryVariables>;
export const MovesDocument = new TypedDocumentString(`
    query Moves($filter: StanceFilter!, $asKnownAt: Int) {
  stances(
    filter: $filter
    inForce: false
    asKnownAt: $asKnownAt
    orderBy: HELD_FROM_DESC
    first: 100
  ) {
    nodes {
      ...StanceLine
      previous {
        position
      }
    }
  }
}
    fragment StanceLine on Stance {
  key
  position
  heldFrom
  heldFromPrecision
  heldUntil
  inForceUntil
  lastConfirmed
  basis
  confidence
  party {
    key
    name
  }
  proposition {
    key
    text
    kind
    issues {
      key
      name
    }
  }
}`, {"hash":"sha256:c3f7b04651a5ddda836bf74a3e81b0f263044c5b2b5954ee41851c99234592ac"}) as unknown as TypedDocumentString<MovesQuery, MovesQueryVariables>;
export const NewestRevisionDocument = new TypedDocumentString(`
    query NewestRevision {
  dataset {
    revision
  }
}
    `, {"hash":"sha256:c1cf36d578dfa1c7d20cc72339f79a557e3311f40f47411da45acc98b533d3a1"}) as unknown as TypedDocumentString<NewestRevisionQuery, NewestRevisionQueryVariables>;
export const SuggestionsDocument = new TypedDocumentString(`
    query Suggestions($text: String!, $first: Int!) {
  search(text: $text, first: $first) {
    totalCount
    nodes {
      ...FoundHit
    }
  }
}
    fragment FoundHit on SearchHit {
  kind
  key
  title
  node {
    __typename
    ... on Party {
      partyKind: kind
    }
    ... on Proposition {
      rollCall {
        tabledOn
        tabledOnPrecision
        symbol
      }
    }
    ... on Document {
      date
      precision
    }
    ... on Passage {
      locator
      document {
        key
        title
      }
    }
  }
}`, {"hash":"sha256:8b51f23017a122f2836f2a6c7818f10b8f2385bd29c4de9a3da3a81a95093cce"}) as unknown as TypedDocumentString<SuggestionsQuery, SuggestionsQueryVariables>;
export const SearchPageDocument = new TypedDocumentString(`
    query SearchPage($text: String!, $first: Int!) {
  dataset {
    revision
  }
  parties: search(text: $text, kinds: [PARTY], first: $first) {
    ...FoundHits
  }
  issues: search(text: $text, kinds: [ISSUE], first: $first) {
    ...FoundHits
  }
  claims: search(text: $text, kinds: [CLAIM], first: $first) {
    ...FoundHits
  }
  votes: search(text: $text, kinds: [ROLL_CALL], first: $first) {
    ...FoundHits
  }
  documents: search(text: $text, kinds: [DOCUMENT], first: $first) {
    ...FoundHits
  }
  passages: search(text: $text, kinds: [PASSAGE], first: $first) {
    ...FoundHits
  }
}
    fragment FoundHits on QuerySearchConnection {
  totalCount
  nodes {
    ...FoundHit
  }
}
fragment FoundHit on SearchHit {
  kind
  key
  title
  node {
    __typename
    ... on Party {
      partyKind: kind
    }
    ... on Proposition {
      rollCall {
        tabledOn
        tabledOnPrecision
        symbol
      }
    }
    ... on Document {
      date
      precision
    }
    ... on Passage {
      locator
      document {
        key
        title
      }
    }
  }
}`, {"hash":"sha256:103a67ee215e868f9b4a9cc13474e890cc3a6a0dd1f1060efd9c32d1160b5c9f"}) as unknown as TypedDocumentString<SearchPageQuery, SearchPageQueryVariables>;
export const StanceHistoryDocument = new TypedDocumentString(`
    query StanceHistory($filter: StanceFilter!, $asKnownAt: Int) {
  stances(
    filter: $filter
    inForce: false
    asKnownAt: $asKnownAt
    orderBy: HELD_FROM_ASC
    first: 100
  ) {
    totalCount
    nodes {
      key
      position
      heldFrom
      heldFromPrecision
      changeKind
    }
  }
}
    `, {"hash":"sha256:99b1f08b5679debc10902071cdec5b4039b12a1edb6a31c3798d2a8c11da9d05"}) as unknown as TypedDocumentString<StanceHistoryQuery, StanceHistoryQueryVariables>;
export const StanceDocument = new TypedDocumentString(`
    query Stance($key: String!, $asKnownAt: Int) {
  stance(key: $key, asKnownAt: $asKnownAt) {
    key
    position
    heldFrom
    heldFromPrecision
    heldUntil
    inForceUntil
    lastConfirmed
    basis
    confidence
    verb
    rationale
    changeKind
    party {
      key
      name
    }
    proposition {
      key
      text
      kind
    }
    citations {
      role
      locator
      keyPhrase
      verification
      verifiedAt
      document {
        key
        title
        publisher
        date
        precision
        kind
        symbol
        textAddress
        addresses {
          url
          note
          read
        }
      }
    }
  }
}
    `, {"hash":"sha256:fe8d7b8c183b16910c1bf8ade34969fd03a75c8c2bf3139c61f89e6ccd389ada"}) as unknown as TypedDocumentString<StanceQuery, StanceQueryVariables>;
export const CitedRevisionDocument = new TypedDocumentString(`
    query CitedRevision($number: Int!) {
  revision(number: $number) {
    number
    time
    digest
  }
}
    `, {"hash":"sha256:b5a7eca4cd0e5576644e82d17a645c489ce45b426deaf1a18111540b5fdef0f6"}) as unknown as TypedDocumentString<CitedRevisionQuery, CitedRevisionQueryVariables>;
export const TakenStancesDocument = new TypedDocumentString(`
    query TakenStances($filter: StanceFilter!, $asKnownAt: Int, $first: Int!, $after: String) {
  stances(
    filter: $filter
    inForce: false
    asKnownAt: $asKnownAt
    orderBy: PROPOSITION
    first: $first
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...TakenStance
    }
  }
}
    fragment StanceLine on Stance {
  key
  position
  heldFrom
  heldFromPrecision
  heldUntil
  inForceUntil
  lastConfirmed
  basis
  confidence
  party {
    key
    name
  }
  proposition {
    key
    text
    kind
    issues {
      key
      name
    }
  }
}
fragment TakenCitation on Citation {
  role
  locator
  keyPhrase
  address
  document {
    key
    title
    publisher
    date
  }
}
fragment TakenStance on Stance {
  ...StanceLine
  citations {
    ...TakenCitation
  }
}`, {"hash":"sha256:dc8b85a8644eb3a94120c31e7bee5128f592f8c96c8d235cad5b90d2336006a4"}) as unknown as TypedDocumentString<TakenStancesQuery, TakenStancesQueryVariables>;
export const TrendDocument = new TypedDocumentString(`
    query Trend($parties: [String!]!, $with: [String!], $scope: ScopeInput, $policy: PolicyInput, $by: SeriesPeriod!) {
  agreementSeries(
    parties: $parties
    with: $with
    by: $by
    scope: $scope
    policy: $policy
  ) {
    revision
    measure
    parties {
      key
      name
    }
    scope {
      asOf
      asKnownAt
      issues {
        key
        name
      }
    }
    points {
      ...TrendPoint
      interval {
        low
        high
      }
    }
    turningPoints {
      ...Turn
    }
    with {
      party {
        key
        name
      }
      points {
        ...TrendPoint
      }
      turningPoints {
        ...Turn
      }
    }
    leftOut {
      reason
      propositions
    }
  }
}
    fragment TrendPoint on SeriesPoint {
  label
  from
  until
  value
  reason
  shared
}
fragment Turn on TurningPoint {
  date
  levelBefore
  levelAfter
  point {
    label
  }
}`, {"hash":"sha256:2f5b9a6247e6fcf339fb176c15fc236097a7751bb4a45494f334a383031a46c0"}) as unknown as TypedDocumentString<TrendQuery, TrendQueryVariables>;
export const MoversDocument = new TypedDocumentString(`
    query Movers($parties: [String!]!, $scope: ScopeInput, $policy: PolicyInput, $by: SeriesPeriod!) {
  agreementSeries(parties: $parties, by: $by, scope: $scope, policy: $policy) {
    turningPoints {
      date
      movers(first: 3) {
        nodes {
          proposition {
            key
            text
            rollCall {
              title
            }
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:c084312893e28404309fdb6172f2d303bdd0ba954d7efa35bfee60e4bb77ef50"}) as unknown as TypedDocumentString<MoversQuery, MoversQueryVariables>;
export const VotePageDocument = new TypedDocumentString(`
    query VotePage($key: String!, $asKnownAt: Int) {
  dataset(asKnownAt: $asKnownAt) {
    revision
  }
  proposition(key: $key, asKnownAt: $asKnownAt) {
    key
    text
    note
    kind
    issues {
      key
      name
    }
    document {
      key
      title
    }
    rollCall {
      title
      readableText
      textAddress
      body
      session
      series
      symbol
      tabledOn
      tabledOnPrecision
      textScope
      important
      yes
      no
      abstain
      absent
      result
      absentParties {
        key
        name
      }
    }
    stances(asKnownAt: $asKnownAt, orderBy: PARTY, first: 250) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...CastVote
      }
    }
  }
}
    fragment CastVote on Stance {
  key
  position
  party {
    key
    name
  }
}`, {"hash":"sha256:6aef8328c1c1186cde16b80d634c1cb03c0814ab1f66f0b2cdadb74ef7179335"}) as unknown as TypedDocumentString<VotePageQuery, VotePageQueryVariables>;
export const MoreCastVotesDocument = new TypedDocumentString(`
    query MoreCastVotes($key: String!, $asKnownAt: Int, $first: Int!, $after: String) {
  proposition(key: $key, asKnownAt: $asKnownAt) {
    stances(asKnownAt: $asKnownAt, orderBy: PARTY, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...CastVote
      }
    }
  }
}
    fragment CastVote on Stance {
  key
  position
  party {
    key
    name
  }
}`, {"hash":"sha256:9251d46ab84c0fa0631ac3280911fe0197b3816769ab2093fe5463aa9ec02e0e"}) as unknown as TypedDocumentString<MoreCastVotesQuery, MoreCastVotesQueryVariables>;
export const BlocNamesDocument = new TypedDocumentString(`
    query BlocNames($asKnownAt: Int) {
  blocs(first: 60, asKnownAt: $asKnownAt) {
    nodes {
      key
    }
  }
  groups(first: 60, asKnownAt: $asKnownAt) {
    nodes {
      key
    }
  }
}
    `, {"hash":"sha256:23980ca3fdf60ea4ea9ba546cb9abaaaee13c725b5ccf0da8cfd993cd9a6b67f"}) as unknown as TypedDocumentString<BlocNamesQuery, BlocNamesQueryVariables>;
export const BlocsInVoteDocument = new TypedDocumentString(`
    query BlocsInVote($blocs: [String!]!, $key: String!, $asKnownAt: Int) {
  comparison(
    parties: $blocs
    scope: { propositions: [$key], asKnownAt: $asKnownAt }
  ) {
    rows(verdicts: [AGREE, DIVIDED, MIXED, NEUTRAL, UNKNOWN], first: 1) {
      nodes {
        cells {
          party {
            key
            name
          }
          state
          position
          derivation {
            members
            support
            neutral
            oppose
            absent
            dissenters {
              position
              party {
                key
                name
              }
            }
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:73a73e20756fff46caa5b6ce7187bd629c9f27a330a6ca9478f449c8da2f1182"}) as unknown as TypedDocumentString<BlocsInVoteQuery, BlocsInVoteQueryVariables>;
export const VotesDocument = new TypedDocumentString(`
    query Votes($search: String, $symbol: String, $from: Date, $before: Date, $issues: [String!], $series: [String!], $results: [VoteResult!], $mostMargin: Float, $orderBy: RollCallOrder, $after: String, $parties: [String!]!, $areParties: Boolean!, $asKnownAt: Int) {
  dataset(asKnownAt: $asKnownAt) {
    revision
  }
  rollCalls(
    search: $search
    symbol: $symbol
    tabledFrom: $from
    tabledBefore: $before
    issues: $issues
    filter: { series: $series }
    results: $results
    mostMargin: $mostMargin
    orderBy: $orderBy
    first: 25
    after: $after
    asKnownAt: $asKnownAt
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...VoteLine
      stances(filter: { parties: $parties }, asKnownAt: $asKnownAt, first: 6) @include(if: $areParties) {
        nodes {
          position
          party {
            key
            name
          }
        }
      }
    }
  }
}
    fragment VoteLine on Proposition {
  key
  issues {
    key
    name
  }
  rollCall {
    title
    readableText
    body
    series
    symbol
    tabledOn
    tabledOnPrecision
    textScope
    yes
    no
    abstain
    absent
    result
  }
}`, {"hash":"sha256:c871c939a928b125af2631136c025b8d0c85c130a8c72681bf7b6a9e4f38ca77"}) as unknown as TypedDocumentString<VotesQuery, VotesQueryVariables>;
export const IssueNamesDocument = new TypedDocumentString(`
    query IssueNames {
  issues(first: 250, orderBy: NAME) {
    nodes {
      key
      name
    }
  }
}
    `, {"hash":"sha256:f2ae3e267683b6809659a0767d60f259c0bbffe4e7f2fd4645b4a669b02ea661"}) as unknown as TypedDocumentString<IssueNamesQuery, IssueNamesQueryVariables>;
export const WorldOfPartyDocument = new TypedDocumentString(`
    query WorldOfParty($key: String!, $scope: ScopeInput!, $policy: PolicyInput!, $asKnownAt: Int) {
  dataset(asKnownAt: $asKnownAt) {
    revision
  }
  party(key: $key, asKnownAt: $asKnownAt) {
    key
    name
    kind
    countries: nearest(first: 250, scope: $scope, policy: $policy) {
      ...WorldPair
    }
    blocs: nearest(first: 60, kind: BLOC, scope: $scope, policy: $policy) {
      ...WorldPair
    }
  }
  countries(first: 250, orderBy: NAME, asKnownAt: $asKnownAt) {
    nodes {
      key
      name
    }
  }
}
    fragment WorldPair on AgreementPair {
  value
  shared
  other {
    key
    name
  }
}`, {"hash":"sha256:ef089bd7672db73d6af68f650b68d131065588c54fcb86d753c501713652298a"}) as unknown as TypedDocumentString<WorldOfPartyQuery, WorldOfPartyQueryVariables>;
export const WorldChoicesDocument = new TypedDocumentString(`
    query WorldChoices {
  countries(first: 250, orderBy: NAME) {
    nodes {
      key
      name
    }
  }
  blocs(first: 60, orderBy: NAME) {
    nodes {
      key
      name
    }
  }
}
    `, {"hash":"sha256:e58a6c6035c6858da161f04e3dff9fb7555eaa2b4cccb711379bf24d9f60cfba"}) as unknown as TypedDocumentString<WorldChoicesQuery, WorldChoicesQueryVariables>;
