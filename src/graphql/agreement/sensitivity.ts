import type { Measure as MeasureName } from '#agreement/measures/measure.ts';
import { defaultPolicy } from '#agreement/policy.ts';
import { type ChoiceEffect, choiceEffects, measureRanges, type Range, wholeRange } from '#agreement/sensitivity.ts';
import { askedComparison } from '#comparison/asked-comparison.ts';
import type { Comparison } from '#comparison/comparison.ts';
import { type SensitivityCell as CellShape, sensitivityCells } from '#comparison/sensitivity.ts';
import { builder } from '../builder.ts';
import { compareArgs } from '../comparison/comparison-queries.ts';
import { cost } from '../cost/field-cost.ts';
import { cellPoints, compared, derivingPoints, pairPoints, partiesCompared } from '../cost/points.ts';
import { Party } from '../party/party.ts';
import { Scope } from '../scope/scope.ts';
import { NoValueReason } from './agreement.ts';
import { Measure, NeutralPolicy, UnanimousPolicy } from './policy.ts';

const SensitivityCell = builder.objectRef<CellShape>('SensitivityCell').implement({
  description: 'The value under one policy.',
  fields: (t) => ({
    neutral: t.expose('neutral', { type: NeutralPolicy, description: 'How neutral positions were treated.' }),
    unanimousRollCalls: t.expose('unanimousRollCalls', {
      type: UnanimousPolicy,
      description: 'Whether unanimous roll calls counted.',
    }),
    measure: t.expose('measure', { type: Measure, description: 'The measure that was computed.' }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'Value of the measure; null when there is none, and `reason` says why.',
    }),
    reason: t.expose('reason', {
      type: NoValueReason,
      nullable: true,
      description: 'Why `value` is null; null when there is a value.',
    }),
    sharedPropositions: t.exposeInt('shared', {
      description: 'Number of propositions on which at least two of the parties hold a position that counts.',
    }),
  }),
});

const PolicyChoice = builder.enumType('PolicyChoice', {
  description: 'A choice that a policy makes.',
  values: {
    NEUTRAL: { value: 'neutral', description: 'How neutral positions are treated.' },
    UNANIMOUS_ROLL_CALLS: { value: 'unanimousRollCalls', description: 'Whether unanimous roll calls count.' },
    MEASURE: { value: 'measure', description: 'Which measure is computed.' },
  } as const,
});

const ChoiceEffectRef = builder.objectRef<ChoiceEffect>('PolicyChoiceEffect').implement({
  description: 'How far one choice moves the value.',
  fields: (t) => ({
    choice: t.expose('choice', {
      type: PolicyChoice,
      description: 'The choice that is changed while the others stay.',
    }),
    moves: t.exposeFloat('moves', {
      description:
        'Greatest difference between two values whose policies differ in this choice alone, at least 0; of the values that `low` and `high` are of.',
    }),
  }),
});

interface MeasureRangeShape {
  readonly measure: MeasureName;
  readonly range: Range | null;
}

const MeasureRange = builder.objectRef<MeasureRangeShape>('MeasureRange').implement({
  description: 'Between which values one measure lies, whatever the policy.',
  fields: (t) => ({
    measure: t.expose('measure', { type: Measure, description: 'The measure that was computed.' }),
    low: t.float({
      nullable: true,
      description: 'Lowest value of the measure; null when it never has one.',
      resolve: ({ range }) => range?.low ?? null,
    }),
    high: t.float({
      nullable: true,
      description: 'Highest value of the measure; null when it never has one.',
      resolve: ({ range }) => range?.high ?? null,
    }),
  }),
});

interface SensitivityShape {
  readonly comparison: Comparison;
  readonly cells: readonly CellShape[];
}

const Sensitivity = builder.objectRef<SensitivityShape>('Sensitivity').implement({
  description: 'How much a value depends on the policy: the same evidence under every policy.',
  fields: (t) => ({
    parties: t.field({
      type: [Party],
      description: 'The parties compared, in the order of the argument.',
      extensions: cost({ rows: partiesCompared }),
      resolve: ({ comparison }) => [...comparison.parties],
    }),
    low: t.float({
      nullable: true,
      description:
        'Lowest value; null when there is none. Without S_SCORE, which is AGREEMENT on another scale, and without measures that rest on fewer propositions than the others because absences are not recorded for all.',
      resolve: ({ cells }) => wholeRange(cells)?.low ?? null,
    }),
    high: t.float({
      nullable: true,
      description: 'Highest value of the same ones; null when there is none.',
      resolve: ({ cells }) => wholeRange(cells)?.high ?? null,
    }),
    choices: t.field({
      type: [ChoiceEffectRef],
      description: 'How far each choice moves the value, the one that moves it most first.',
      extensions: cost({ points: 100, rows: 3 }),
      resolve: ({ cells }) => choiceEffects(cells),
    }),
    measures: t.field({
      type: [MeasureRange],
      description: 'Between which values each measure lies.',
      extensions: cost({ points: 20, rows: 9 }),
      resolve: ({ cells }) => measureRanges(cells),
    }),
    cells: t.field({
      type: [SensitivityCell],
      description:
        'The value under each policy: three ways to treat neutral positions, two for unanimous roll calls, nine measures.',
      extensions: cost({ rows: 54 }),
      resolve: ({ cells }) => [...cells],
    }),
    scope: t.field({
      type: Scope,
      description: 'The propositions, stances and time compared, with defaults filled in.',
      resolve: ({ comparison }) => comparison.scope,
    }),
    revision: t.int({
      description: 'The ledger revision that the response was computed from.',
      resolve: ({ comparison }) => comparison.snapshot.revision,
    }),
  }),
});

builder.queryField('sensitivity', (t) =>
  t.field({
    type: Sensitivity,
    nullable: true,
    description: 'How much the agreement of parties depends on the policy, over the same evidence.',
    args: {
      parties: t.arg.stringList({
        required: true,
        description: '1 to 250 parties without duplicates: their keys, or other codes and names.',
      }),
      scope: compareArgs.scope,
    },
    extensions: cost({
      points(args, around) {
        const size = compared(args, around);
        // Which roll calls are unanimous is read from the votes of all countries.
        const everybody = cellPoints({ parties: around.ledger.countries, propositions: size.propositions });
        const held = cellPoints(size) + derivingPoints({ ...around, ...size });
        return held + 2 * everybody + 4 * size.propositions + 60 * pairPoints(size) + 500;
      },
      around: compared,
    }),
    resolve(_root, { parties, scope }, context) {
      const comparison = askedComparison(
        context.snapshot,
        { parties, scope, policy: { measure: defaultPolicy.measure } },
        context,
      );
      return { comparison, cells: sensitivityCells(comparison) };
    },
  }),
);
