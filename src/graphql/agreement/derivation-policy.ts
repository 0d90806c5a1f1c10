import { type Derivation, derivationRules } from '#agreement/derivation.ts';
import { builder, describedValues } from '../builder.ts';

export const BlocPolicy = builder.enumType('BlocPolicy', {
  description: 'Which positions blocs, and groups of persons, have.',
  values: {
    RECORDED_ELSE_DERIVED: {
      description: 'The stance recorded for the bloc itself; where it has none in scope, what its members make.',
    },
    RECORDED: { description: 'Only the stances recorded for the bloc itself.' },
    DERIVED: { description: 'Only what its members make, even where it has a stance of its own.' },
  } as const,
});

export const DerivationRule = builder.enumType('DerivationRule', {
  description:
    'How the position of a bloc follows from those of its members. A lean counts as its side; the bloc takes the side fully if more of its members on it take it fully than lean to it.',
  values: describedValues(derivationRules),
});

export const DerivationInput = builder.inputType('DerivationInput', {
  description: 'How positions of blocs are derived from those of their members.',
  fields: (t) => ({
    rule: t.field({ type: DerivationRule, description: 'The rule to apply. Default: MAJORITY.' }),
    minimumCoverage: t.float({
      description:
        'Share of the members, 0 to 1, that have to hold a position; with fewer the position of the bloc is UNKNOWN. Default: 0.5.',
    }),
  }),
});

export const DerivationPolicy = builder.objectRef<Derivation>('DerivationPolicy').implement({
  description: 'How positions of blocs were derived from those of their members.',
  fields: (t) => ({
    rule: t.expose('rule', { type: DerivationRule, description: 'The rule that was applied.' }),
    minimumCoverage: t.exposeFloat('minimumCoverage', {
      description: 'Share of the members, 0 to 1, that had to hold a position.',
    }),
  }),
});
