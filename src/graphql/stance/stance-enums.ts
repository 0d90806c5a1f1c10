import { builder } from '../builder.ts';

export const Position = builder.enumType('Position', {
  description:
    'Where a party stands on a proposition, on a five-point scale from -1 to 1. Its side is its sign; a lean counts as its side.',
  values: {
    SUPPORT: { description: '1: supports it, reaffirms it, votes for it.' },
    LEAN_SUPPORT: { description: '0.5: leans towards it, such as "understands and respects".' },
    NEUTRAL: {
      description: '0: spoke, abstained or acknowledged it without taking a side. Not the same as an unknown position.',
    },
    LEAN_OPPOSE: { description: '-0.5: leans against it, such as "is concerned".' },
    OPPOSE: { description: '-1: opposes it, condemns it, votes against it.' },
  } as const,
});

export const Side = builder.enumType('Side', {
  description: 'The side of a position: the sign of its value.',
  values: {
    SUPPORT: { description: 'In favour of the proposition: SUPPORT or LEAN_SUPPORT.' },
    OPPOSE: { description: 'Against the proposition: OPPOSE or LEAN_OPPOSE.' },
  } as const,
});

export const Basis = builder.enumType('Basis', {
  description: 'How a party is bound to a position.',
  values: {
    OWN_STATEMENT: { description: "The party's own statement, law or policy paper." },
    CO_SIGNATURE: { description: 'A joint text that the party signed.' },
    VOTE: { description: 'A vote in a recorded ballot.' },
    CONSENSUS: { description: 'A text adopted without a vote; attribution to each party is weaker.' },
    TREATY: { description: 'A treaty commitment, from the date of accession.' },
    COUNTERPART_READOUT: { description: 'A report by the other side of a meeting.' },
    TRACKER: { description: 'A classification of official statements by a research body.' },
    ENTAILED: { description: 'Follows from another position of the same party on the same day.' },
  } as const,
});

export const Confidence = builder.enumType('Confidence', {
  description: 'How certain the curator is of a stance.',
  values: {
    LOW: { description: 'Disputed, or based on little evidence.' },
    MEDIUM: { description: 'Sound, but with a weak point.' },
    HIGH: { description: 'Beyond reasonable doubt.' },
  } as const,
});

export const ChangeKind = builder.enumType('ChangeKind', {
  description: 'What changed since the previous stance of the party on the proposition.',
  values: {
    POLICY_CHANGE: { description: 'The party changed its position.' },
    WORDING: { description: 'The party sharpened or softened its wording.' },
    EVIDENCE_ONLY: {
      description: 'A clearer source was found for the later date; the party may not have changed its position.',
    },
  } as const,
});
