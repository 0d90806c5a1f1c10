import { builder } from '../builder.ts';

export const Position = builder.enumType('Position', {
  description:
    'What a party makes of a proposition, on a scale of five. Its side is its sign; a lean counts as its side.',
  values: {
    SUPPORT: { description: '1: supports it, reaffirms it, votes for it.' },
    LEAN_SUPPORT: { description: '0.5: leans to it, such as "understands and respects".' },
    NEUTRAL: {
      description: '0: spoke, abstained or acknowledged without taking a side. Not the same as nothing known.',
    },
    LEAN_OPPOSE: { description: '-0.5: leans against it, such as "is concerned".' },
    OPPOSE: { description: '-1: opposes it, condemns it, votes against it.' },
  } as const,
});

export const Side = builder.enumType('Side', {
  description: 'The sign of a position.',
  values: { SUPPORT: { description: 'For it.' }, OPPOSE: { description: 'Against it.' } } as const,
});

export const Basis = builder.enumType('Basis', {
  description: 'How a party is bound to a position.',
  values: {
    OWN_STATEMENT: { description: "The party's own words, law, or policy paper." },
    CO_SIGNATURE: { description: 'A joint text that the party signed.' },
    VOTE: { description: 'A recorded vote.' },
    CONSENSUS: { description: 'A text adopted without a vote; attribution to each party is weaker.' },
    TREATY: { description: 'A treaty commitment, from the date of accession.' },
    COUNTERPART_READOUT: { description: 'As reported by the other side.' },
    TRACKER: { description: 'Sorted by a research body from official statements.' },
    ENTAILED: { description: 'Follows from another position of the same party on the same day.' },
  } as const,
});

export const Confidence = builder.enumType('Confidence', {
  description: 'How sure the curator is of a stance.',
  values: {
    LOW: { description: 'Disputed, or read from little.' },
    MEDIUM: { description: 'Sound, with a weak point.' },
    HIGH: { description: 'Beyond reasonable doubt.' },
  } as const,
});

export const ChangeKind = builder.enumType('ChangeKind', {
  description: 'What changed against the stance before it.',
  values: {
    POLICY_CHANGE: { description: 'The party moved.' },
    WORDING: { description: 'The party sharpened or softened its words.' },
    EVIDENCE_ONLY: { description: 'A clearer source was found for the later date; the party may not have moved.' },
  } as const,
});
