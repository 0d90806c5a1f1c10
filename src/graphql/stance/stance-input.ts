import { dateOf } from '#agreement/day.ts';
import { type CitationRow, citation, stance } from '#ledger/tables/stances.ts';
import { filled } from '#ledger/tables/table.ts';
import type { CitationSaid, StanceSaid } from '#ledger/write/stances.ts';
import { builder } from '../builder.ts';
import { Verification } from '../document/document-enums.ts';
import { Tier } from '../issue/tier.ts';
import { Precision } from '../scalar/scalars.ts';
import { dateChange } from '../write/checks.ts';
import { CitationRole } from './citation.ts';
import { Basis, ChangeKind, Confidence, Position } from './stance-enums.ts';

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
export const citationsSaid = (citations: readonly Citation[]): CitationSaid[] =>
  citations.map((said) => filled<CitationRow, CitationSaid>(citation, said));

/** The content of a stance in an input. */
export function stanceSaid({ citations, heldFrom, heldUntil, ...said }: typeof StanceInput.$inferInput): StanceSaid {
  const row = filled(stance, {
    ...said,
    heldFrom: dateOf(heldFrom),
    heldUntil: dateChange(heldUntil),
  });
  return { row, citations: citationsSaid(citations ?? []) };
}
