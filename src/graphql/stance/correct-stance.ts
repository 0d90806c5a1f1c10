import { dateOf } from '#agreement/day.ts';
import { parseStanceKey } from '#ledger/stance-key.ts';
import { correctStance } from '#ledger/write/correct-stance.ts';
import { Tier } from '../issue/tier.ts';
import { Precision } from '../scalar/precision.ts';
import { dateChange } from '../write/date-change.ts';
import { addMutation } from '../write/mutation.ts';
import { Basis, ChangeKind, Confidence, Position } from './stance-enums.ts';
import { CitationInput, citationsSaid } from './stance-input.ts';
import { StancesRevised, viewsOf } from './stances-revised.ts';

addMutation('correctStance', {
  scope: 'stances:write',
  description:
    'Replaces a stance by a version that is right; what the input leaves out stays as it was, null makes it unknown. The wrong version is kept ' +
    'and found with `asKnownAt`. If party, proposition or day was wrong, the stance gets another key, and the old one is retired.',
  input: (t) => ({
    stance: t.string({ required: true, description: 'Key of the stance that is wrong: party--proposition--day.' }),
    party: t.string({ description: 'Key of the right party.' }),
    proposition: t.string({ description: 'Key of the right proposition.' }),
    heldFrom: t.field({ type: 'Date', description: 'The right day.' }),
    heldFromPrecision: t.field({ type: Precision, description: 'How much of that day is known.' }),
    heldUntil: t.field({ type: 'Date', description: 'The first day on which the party itself no longer held it.' }),
    position: t.field({ type: Position, description: 'The right position.' }),
    basis: t.field({ type: Basis, description: 'How the party is bound to it.' }),
    confidence: t.field({ type: Confidence, description: 'How sure you are of it.' }),
    tier: t.field({ type: Tier, description: 'How closely it was curated.' }),
    changeKind: t.field({ type: ChangeKind, description: 'What changed against the stance before it.' }),
    verb: t.string({ description: 'The diplomatic verb that the position was read from.' }),
    rationale: t.string({ description: 'Why the position is read so, in one sentence.' }),
    citations: t.field({ type: [CitationInput], description: 'All citations that it should have, in their order.' }),
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
