import { dateOf } from '#agreement/day.ts';
import { parseStanceKey } from '#ledger/stance-key.ts';
import { correctStance } from '#ledger/write/stances.ts';
import { Tier } from '../issue/tier.ts';
import { Precision } from '../scalar/scalars.ts';
import { dateChange } from '../write/checks.ts';
import { addMutation } from '../write/mutation.ts';
import { Basis, ChangeKind, Confidence, Position } from './stance-enums.ts';
import { CitationInput, citationsSaid } from './stance-input.ts';
import { StancesRevised, viewsOf } from './stances-revised.ts';

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
