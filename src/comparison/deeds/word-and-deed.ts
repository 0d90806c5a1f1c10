import { NONE } from '#agreement/in-force.ts';
import { neutralCell, type Policy } from '#agreement/policy.ts';
import { ABSENT, isHeld, WEIGHTLESS } from '#agreement/stance-matrix.ts';
import { tallyWords, type WordBesideDeed, type WordTally, wordBesideDeed } from '#agreement/word-and-deed.ts';
import type { Party, Proposition } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { rememberedComparison } from '../asked-comparison.ts';
import { whyLeftOut } from '../comparison.ts';
import { stanceRowsBehind } from '../derivation-receipt.ts';
import type { Scope } from '../scope.ts';
import { type DeedLeftOut, deedsInScope, isVotedIn } from './deeds-in-scope.ts';
import { type Held, heldIn } from './held-on.ts';
import { deedsKnown, type KnownDeed, symbolsOf } from './known-deeds.ts';
import { type DocumentsCited, isReadFromVote, type VotesOnClaims, votesOnClaims } from './votes-on-claims.ts';

/** On which day the word is looked up. */
export const wordDays = {
  AS_OF: 'On `asOf`: what the party says then beside how it voted before.',
  ON_THE_DAY: 'On the day of the vote: what the party said when it voted.',
} as const;

export type WordDay = keyof typeof wordDays;

/** Why a row does not count in the share. */
export const wordNotCountedReasons = {
  SILENT: 'There is no word, or no vote.',
  SAME_VOTE: 'The word was read from this very vote: it would be compared with itself.',
  WORD_IS_VOTE: 'The word was read from another vote, or derived mostly from votes: two deeds, no word.',
  BASIS_WEIGHTLESS: 'The word or the vote has a basis that the policy weighs 0.',
  UNANIMOUS_ROLL_CALL: 'Everyone voted the same way, and the policy excludes unanimous roll calls.',
  NEUTRAL_EXCLUDED: 'The word or the vote is neutral, and the policy excludes neutral positions.',
} as const;

export type WordNotCountedReason = keyof typeof wordNotCountedReasons;

export interface WordAndDeedRow extends WordBesideDeed {
  readonly party: Party;
  readonly of: KnownDeed;
  /** The roll call of the vote; null where a stance on a claim tells it. */
  readonly rollCall: Proposition | null;
  /** Day of the vote. */
  readonly day: number;
  readonly word: Held;
  /** For or against the text: `sign` of the deed says what that is to the claim. */
  readonly vote: Held;
  readonly notCounted: WordNotCountedReason | null;
}

export interface WordAndDeed {
  /** As known at the scope's revision. */
  readonly snapshot: Snapshot;
  readonly parties: readonly Party[];
  readonly scope: Scope;
  readonly policy: Policy;
  readonly wordDay: WordDay;
  /** The latest vote first; votes of one day by claim, deed and party, in the order of the parties. */
  readonly rows: readonly WordAndDeedRow[];
  /** Deeds in scope that have no rows, or not those of all parties. */
  readonly leftOut: readonly DeedLeftOut[];
}

/**
 * What parties say beside how they voted, for each of them and each deed on which it has a word or a vote. `deedsInScope` says what the scope chooses of
 * the votes; its bases, confidence and `confirmedSince` choose words.
 */
export async function wordAndDeed(
  snapshot: Snapshot,
  parties: readonly Party[],
  scope: Scope,
  policy: Policy,
  wordDay: WordDay,
  documentsCited: DocumentsCited,
): Promise<WordAndDeed> {
  const ledger = snapshotAt(snapshot, scope.asKnownAt);
  const known = deedsKnown(ledger, scope.asKnownAt);
  const { deeds, leftOut } = deedsInScope(ledger, known, scope);
  const recorded = await votesOnClaims(ledger, parties, known, scope.asKnownAt, documentsCited);
  const { asOf, asKnownAt } = scope;
  const look = (propositions: readonly Proposition[], asked: Scope) =>
    heldIn(rememberedComparison(snapshot, parties, { ...asked, propositions: [...new Set(propositions)] }, policy));
  const votes = look(
    deeds.flatMap(({ rollCalls }) => rollCalls),
    { kinds: ['ROLL_CALL'], asOf, asKnownAt },
  );
  const claims = deeds.map(({ claim }) => claim);
  const { issues: _chosen, rollCalls: _voted, takenFrom: _first, takenBefore: _end, ...ofWords } = scope;
  const wordsByDay = new Map<number, ReturnType<typeof heldIn>>();
  const wordsOn = (day: number) => {
    const words = wordsByDay.get(day) ?? look(claims, { ...ofWords, kinds: ['CLAIM'], asOf: day });
    wordsByDay.set(day, words);
    return words;
  };
  const rows: WordAndDeedRow[] = [];
  for (const of of deeds) {
    for (const [row, party] of parties.entries()) {
      const cast = voteCast(of, party, (rollCall) => votes(rollCall, row), recorded, ledger, scope, policy);
      if (cast === null) continue;
      const word = wordsOn(wordDay === 'AS_OF' ? asOf : cast.day)(of.claim, row);
      const found = wordBesideDeed(seen(word), seen(cast.vote), of.deed.sign);
      if (found === null) continue;
      rows.push({
        ...found,
        party,
        of,
        ...cast,
        word,
        notCounted: whyNotCounted(found, of, word, cast.vote, recorded),
      });
    }
  }
  rows.sort((a, b) => b.day - a.day);
  return { snapshot: ledger, parties, scope, policy, wordDay, rows, leftOut };
}

/** A position as the policy sees it; one that it leaves out as it is. */
const seen = ({ cell, policied }: Held): number => (isHeld(policied) ? policied : cell);

type Cast = Pick<WordAndDeedRow, 'rollCall' | 'day' | 'vote'>;

/**
 * The vote of a party on a deed: in the first of its roll calls in which the party voted, else as a stance on a claim tells it, else its absence. Null
 * where the ledger has no roll call on the deed and nothing tells the vote.
 */
function voteCast(
  { deed, rollCalls }: KnownDeed,
  { ordinal }: Party,
  held: (rollCall: Proposition) => Held,
  recorded: VotesOnClaims,
  { stances }: Snapshot,
  scope: Scope,
  policy: Policy,
): Cast | null {
  let missed: Cast | null = null;
  for (const rollCall of rollCalls) {
    const vote = held(rollCall);
    const day = rollCall.rollCall?.tabledOn as number; // it is one
    if (isHeld(vote.cell)) return { rollCall, day, vote };
    if (missed === null || (vote.cell === ABSENT && missed.vote.cell !== ABSENT)) missed = { rollCall, day, vote };
  }
  const told = recorded.voteOn(ordinal, deed);
  const day = told === null ? null : (stances.heldFrom[told.stanceRow] as number);
  if (told === null || day === null || !isVotedIn(scope, day)) return missed;
  const weighed = policy.weightlessBases.includes('VOTE') ? WEIGHTLESS : told.vote;
  const policied = weighed === 0 ? neutralCell(policy.neutral, true) : weighed;
  return { rollCall: null, day, vote: { cell: told.vote, policied, stanceRow: told.stanceRow, from: null } };
}

function whyNotCounted(
  { verdict }: WordBesideDeed,
  { deed }: KnownDeed,
  word: Held,
  vote: Held,
  recorded: VotesOnClaims,
): WordNotCountedReason | null {
  if (verdict === 'SILENT') return 'SILENT';
  if (symbolsOf(deed).some((symbol) => recorded.symbolsVoted(word.stanceRow).includes(symbol))) return 'SAME_VOTE';
  if (isMostlyVotes(word)) return 'WORD_IS_VOTE';
  if (word.policied === WEIGHTLESS || vote.policied === WEIGHTLESS) return 'BASIS_WEIGHTLESS';
  if (isHeld(word.policied) && isHeld(vote.policied)) return null;
  const isUnanimous =
    vote.from !== null && whyLeftOut(vote.from.comparison, vote.from.column) === 'UNANIMOUS_ROLL_CALL';
  return isUnanimous ? 'UNANIMOUS_ROLL_CALL' : 'NEUTRAL_EXCLUDED';
}

/** Whether a word was read from a vote; of a bloc whose word is derived, whether most of its members' were. */
function isMostlyVotes({ stanceRow, from }: Held): boolean {
  if (from === null) return false;
  const { comparison, column, row } = from;
  const behind = stanceRow === NONE ? stanceRowsBehind(comparison, column, row) : [stanceRow];
  return behind.filter((one) => isReadFromVote(comparison.snapshot, one)).length * 2 > behind.length;
}

const rowsByParty = oncePer(({ rows }: WordAndDeed) => Map.groupBy(rows, ({ party }) => party.ordinal));

/** How the words and votes of one party stand to each other. */
export const wordTallyOf = (answer: WordAndDeed, { ordinal }: Party): WordTally =>
  tallyWords(
    (rowsByParty(answer).get(ordinal) ?? []).map(({ verdict, notCounted }) => ({
      verdict,
      counted: notCounted === null,
    })),
    answer.policy.minimumShared,
  );
