import { dateOf } from '#agreement/day.ts';
import type { CitationSaid, StanceSaid } from '#ledger/write/stance-said.ts';
import { builder } from '../builder.ts';
import { Verification } from '../document/verification.ts';
import { Tier } from '../issue/tier.ts';
import { Precision } from '../scalar/precision.ts';
import { CitationRole } from './citation.ts';
import { Basis, ChangeKind, Confidence, Position } from './stance-enums.ts';

export const CitationInput = builder.inputType('CitationInput', {
  description: 'Where a document shows a stance.',
  fields: (t) => ({
    document: t.string({ required: true, description: 'Key of the document.' }),
    role: t.field({
      type: CitationRole,
      defaultValue: 'PRIMARY',
      description: 'The text itself, or a report that carries it.',
    }),
    locator: t.string({ description: 'Where in it, such as `para 5`.' }),
    keyPhrase: t.string({ description: 'At most eight words of it.' }),
    verification: t.field({
      type: Verification,
      required: true,
      description: 'Whether a page that carries or reports the content was read.',
    }),
    verifiedAt: t.field({ type: 'URL', description: 'The page that was read.' }),
    verifiedIn: t.string({ description: 'Where at that address, such as a file of a repository.' }),
  }),
});

export const StanceInput = builder.inputType('StanceInput', {
  description: 'A stance to record. Party, proposition and day together are what it is known by.',
  fields: (t) => ({
    party: t.string({ required: true, description: 'Key of the party.' }),
    proposition: t.string({ required: true, description: 'Key of the proposition.' }),
    heldFrom: t.field({ type: 'Date', required: true, description: 'The day of the statement, signature or vote.' }),
    heldFromPrecision: t.field({ type: Precision, defaultValue: 'DAY', description: 'How much of that day is known.' }),
    heldUntil: t.field({
      type: 'Date',
      description: 'The first day on which the party itself no longer held it, if it said so.',
    }),
    position: t.field({ type: Position, required: true, description: 'The position.' }),
    basis: t.field({ type: Basis, required: true, description: 'How the party is bound to it.' }),
    confidence: t.field({ type: Confidence, required: true, description: 'How sure you are of it.' }),
    tier: t.field({ type: Tier, defaultValue: 'CORE', description: 'How closely it was curated.' }),
    changeKind: t.field({
      type: ChangeKind,
      description: 'What changed against the stance before it, if anything did.',
    }),
    verb: t.string({ description: 'The diplomatic verb that the position was read from.' }),
    rationale: t.string({ description: 'Why the position is read so, in one sentence.' }),
    citations: t.field({
      type: [CitationInput],
      defaultValue: [],
      description:
        'The documents that show it, the most telling first: at least one for a claim, none for a roll call.',
    }),
  }),
});

type Citation = typeof CitationInput.$inferInput;

/** What citations of an input say. */
export const citationsSaid = (citations: readonly Citation[]): CitationSaid[] =>
  citations.map(({ document, verification, ...said }) => ({
    document,
    role: said.role as CitationSaid['role'], // null is refused by the rules
    locator: said.locator ?? null,
    keyPhrase: said.keyPhrase ?? null,
    verification,
    verifiedAt: said.verifiedAt ?? null,
    verifiedIn: said.verifiedIn ?? null,
  }));

/** What a stance of an input says. */
export function stanceSaid(input: typeof StanceInput.$inferInput): StanceSaid {
  const { citations, heldFrom, heldUntil, heldFromPrecision, tier, ...said } = input;
  const row = {
    ...said,
    heldFrom: dateOf(heldFrom),
    heldFromPrecision: heldFromPrecision as StanceSaid['row']['heldFromPrecision'], // null is refused by the rules
    heldUntil: heldUntil == null ? null : dateOf(heldUntil),
    tier: tier as StanceSaid['row']['tier'], // the same
    changeKind: said.changeKind ?? null,
    verb: said.verb ?? null,
    rationale: said.rationale ?? null,
  };
  return { row, citations: citationsSaid(citations ?? []) };
}
