import { dateOf } from '#agreement/day.ts';
import { stanceOf } from '#comparison/stance-of-key.ts';
import { parseStanceKey, type StanceKey } from '#ledger/stance-key.ts';
import { type CitationRow, citation, stance } from '#ledger/tables/stances.ts';
import { filled } from '#ledger/tables/table.ts';
import {
  type CitationSaid,
  correctStance,
  recordStances,
  retractStance,
  type StanceSaid,
} from '#ledger/write/stances.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Verification } from '../document/document-enums.ts';
import { Tier } from '../issue/tier.ts';
import { Precision } from '../scalar/scalars.ts';
import { addMutation } from '../write/mutation.ts';
import { Revised, type RevisedView } from '../write/results.ts';
import { atMost, dateChange } from '../write/run-write.ts';
import { CitationRole } from './citation.ts';
import { Stance } from './stance.ts';
import { Basis, ChangeKind, Confidence, Position } from './stance-enums.ts';
import { StanceView } from './stance-view.ts';

export const CitationInput = builder.inputType('CitationInput', {
  description: 'A reference to the document, and the location in it, that shows a stance.',
  fields: (t) => ({
    document: t.string({ required: true, description: 'Key of the document, such as `cn-ru-js-2022-02-04`.' }),
    role: t.field({
      type: CitationRole,
      defaultValue: 'PRIMARY',
      description: 'Whether the document is the text itself or a report that carries it.',
    }),
    locator: t.string({ description: 'Location in the document, such as `para 5`.' }),
    keyPhrase: t.string({ description: 'Quotation of at most eight words.' }),
    verification: t.field({
      type: Verification,
      required: true,
      description: 'Whether a page that carries or reports the content was read.',
    }),
    verifiedAt: t.field({ type: 'URL', description: 'Address of the page that was read.' }),
    verifiedIn: t.string({ description: 'Location at that address, such as a file in a repository.' }),
    verifiedAgainst: t.string({
      description: 'Key of the document against which the wording was verified, such as an official transcript.',
    }),
  }),
});

export const StanceInput = builder.inputType('StanceInput', {
  description: 'A stance to record. It is identified by party, proposition and `heldFrom`.',
  fields: (t) => ({
    party: t.string({ required: true, description: 'Key of the party, such as `CN` or `nato`.' }),
    proposition: t.string({ required: true, description: 'Key of the proposition, such as `tw-inalienable`.' }),
    heldFrom: t.field({
      type: 'Date',
      required: true,
      description: 'The day from which the stance is held: that of the statement, signature or vote.',
    }),
    heldFromPrecision: t.field({ type: Precision, defaultValue: 'DAY', description: 'How exact `heldFrom` is.' }),
    heldUntil: t.field({
      type: 'Date',
      description: 'The first day on which the party no longer held it by its own account; null when it never said so.',
    }),
    position: t.field({ type: Position, required: true, description: 'The position that the party takes.' }),
    basis: t.field({
      type: Basis,
      required: true,
      description: 'How the party is bound to the position, such as `OWN_STATEMENT`.',
    }),
    confidence: t.field({ type: Confidence, required: true, description: 'How certain you are of the stance.' }),
    tier: t.field({ type: Tier, defaultValue: 'CORE', description: 'How closely the stance was curated.' }),
    changeKind: t.field({
      type: ChangeKind,
      description: 'What changed since the previous stance of the party on the proposition; null when nothing did.',
    }),
    verb: t.string({ description: 'The diplomatic verb from which the position was read, such as "opposes".' }),
    rationale: t.string({ description: 'Why the position was read that way, in one sentence.' }),
    citations: t.field({
      type: [CitationInput],
      defaultValue: [],
      description:
        'The documents that show the stance, most relevant first: at least one for a claim, none for a roll call.',
    }),
  }),
});

type Citation = typeof CitationInput.$inferInput;

/** What citations of an input say. */
const citationsSaid = (citations: readonly Citation[]): CitationSaid[] =>
  citations.map((said) => filled<CitationRow, CitationSaid>(citation, said));

/** The content of a stance in an input. */
function stanceSaid({ citations, heldFrom, heldUntil, ...said }: typeof StanceInput.$inferInput): StanceSaid {
  const row = filled(stance, {
    ...said,
    heldFrom: dateOf(heldFrom),
    heldUntil: dateChange(heldUntil),
  });
  return { row, citations: citationsSaid(citations ?? []) };
}

export const StancesRevised = builder
  .objectRef<RevisedView & { readonly stances: readonly StanceView[] }>('StancesRevised')
  .implement({
    description: 'Result: the stances were recorded, corrected or retracted, or already had this content.',
    interfaces: [Revised],
    fields: (t) => ({
      stances: t.field({
        type: [Stance],
        description:
          'The stances named in the input, in the same order, as known at `revision`; retracted ones as they were last known.',
        resolve: ({ stances }) => [...stances],
      }),
    }),
  });

/** The stances of keys as known at a revision, those that there are. */
export const viewsOf = (keys: readonly StanceKey[], revision: number, { snapshot }: Context): StanceView[] =>
  keys.flatMap((key) => {
    const stanceRow = stanceOf(snapshot, key, revision);
    return stanceRow === null ? [] : [new StanceView(snapshot, stanceRow, revision)];
  });

addMutation('recordStances', {
  scope: 'stances:write',
  description:
    'Records stances in one revision. A stance that already exists with the same content is left unchanged; one with different content is ' +
    'an error: use `correctStance`.',
  input: (t) => ({
    stances: t.field({ type: [StanceInput], required: true, description: 'The stances to record, 1 to 500.' }),
  }),
  payload: StancesRevised,
  limits: ({ stances }) => atMost(500, 'stances', stances),
  change: ({ stances }) => recordStances(stances.map(stanceSaid)),
  show: ({ stances }, context) => ({
    stances: viewsOf(
      stances.map((stance) => stanceSaid(stance).row),
      context.snapshot.revision,
      context,
    ),
  }),
});

addMutation('correctStance', {
  scope: 'stances:write',
  description:
    'Replaces a stance with a corrected version. Omitted fields keep their value; null clears a field. The wrong version is kept and can be read ' +
    'with `asKnownAt`. If the party, proposition or day was wrong, the stance gets a new key and the old one is retired.',
  input: (t) => ({
    stance: t.string({
      required: true,
      description: 'Key of the stance to correct: party--proposition--day, such as `cn--tw-inalienable--1972-12-22`.',
    }),
    party: t.string({ description: 'Key of the correct party, such as `CN`.' }),
    proposition: t.string({ description: 'Key of the correct proposition, such as `tw-inalienable`.' }),
    heldFrom: t.field({ type: 'Date', description: 'The correct day from which the stance is held.' }),
    heldFromPrecision: t.field({ type: Precision, description: 'How exact `heldFrom` is.' }),
    heldUntil: t.field({
      type: 'Date',
      description: 'The first day on which the party no longer held it by its own account.',
    }),
    position: t.field({ type: Position, description: 'The correct position.' }),
    basis: t.field({ type: Basis, description: 'How the party is bound to the position, such as `OWN_STATEMENT`.' }),
    confidence: t.field({ type: Confidence, description: 'How certain you are of the stance.' }),
    tier: t.field({ type: Tier, description: 'How closely the stance was curated.' }),
    changeKind: t.field({
      type: ChangeKind,
      description: 'What changed since the previous stance of the party on the proposition.',
    }),
    verb: t.string({ description: 'The diplomatic verb from which the position was read, such as "opposes".' }),
    rationale: t.string({ description: 'Why the position was read that way, in one sentence.' }),
    citations: t.field({
      type: [CitationInput],
      description: 'All citations of the stance, most relevant first; replaces the present list.',
    }),
  }),
  payload: StancesRevised,
  change: ({ stance, citations, message, idempotencyKey, baseRevision, heldFrom, heldUntil, ...said }) =>
    correctStance({
      stance,
      changes: { ...said, heldFrom: dateChange(heldFrom), heldUntil: dateChange(heldUntil) },
      citations: citations ? citationsSaid(citations) : undefined,
    }),
  show({ stance, party, proposition, heldFrom }, context) {
    const wrong = parseStanceKey(stance) ?? { party: '', proposition: '', heldFrom: '' }; // it was found by it
    const right = {
      party: party ?? wrong.party,
      proposition: proposition ?? wrong.proposition,
      heldFrom: heldFrom == null ? wrong.heldFrom : dateOf(heldFrom),
    };
    return { stances: viewsOf([right], context.snapshot.revision, context) };
  },
});

addMutation('retractStance', {
  scope: 'stances:write',
  description:
    'Retracts stances that should not have been recorded, in one revision. When a party changes its position, record a new stance instead. ' +
    'Retracted stances are kept and can be read with `asKnownAt`.',
  input: (t) => ({
    stances: t.stringList({
      required: true,
      description:
        'Keys of the stances to retract, 1 to 500: party--proposition--day, such as `cn--tw-inalienable--1972-12-22`.',
    }),
  }),
  payload: StancesRevised,
  limits: ({ stances }) => atMost(500, 'stances', stances),
  change: ({ stances }) => retractStance(stances),
  show: ({ stances }, context) => ({
    stances: viewsOf(
      stances.flatMap((key) => parseStanceKey(key) ?? []),
      context.snapshot.revision - 1,
      context,
    ),
  }),
});
