import { type Measure, measures } from './measures/measure.ts';
import type { NeutralPolicy, UnanimousPolicy } from './policy.ts';

/** The choices of a policy that move a number. */
export interface PolicyChoices {
  readonly neutral: NeutralPolicy;
  readonly unanimousRollCalls: UnanimousPolicy;
  readonly measure: Measure;
}

/** Every way to choose; the measure varies fastest, in the order of `measures`. */
export const everyChoice: readonly PolicyChoices[] = (['KEEP', 'EXCLUDE', 'COUNT_AS_OPPOSE'] as const).flatMap(
  (neutral) =>
    (['INCLUDE', 'EXCLUDE'] as const).flatMap((unanimousRollCalls) =>
      measures.map((measure) => ({ neutral, unanimousRollCalls, measure })),
    ),
);

/** A value under one policy; null when there is none. `shared`: how many propositions it rests on. */
export type PolicyValue = PolicyChoices & { readonly value: number | null; readonly shared: number };

/** Least and greatest value. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

const rangeOf = (values: readonly (number | null)[]): Range | null => {
  const numbers = values.flatMap((value) => value ?? []);
  return numbers.length === 0 ? null : { low: Math.min(...numbers), high: Math.max(...numbers) };
};

export type Choice = keyof PolicyChoices;

/** How far a choice moves the value: the greatest difference between two values whose policies differ in this choice alone; 0 when none can be compared. */
export interface ChoiceEffect {
  readonly choice: Choice;
  readonly moves: number;
}

/**
 * What can be compared. S_SCORE is AGREEMENT on another scale, and a measure that counts absences may rest on fewer propositions than the others under
 * the same policy: both would show something else than the choice.
 */
function compared(cells: readonly PolicyValue[]): PolicyValue[] {
  const alike = Map.groupBy(cells, ({ neutral, unanimousRollCalls }) => `${neutral} ${unanimousRollCalls}`);
  return [...alike.values()].flatMap((group) => {
    const most = Math.max(...group.map(({ shared }) => shared));
    return group.filter(({ measure, shared }) => measure !== 'S_SCORE' && shared === most);
  });
}

const choices: readonly Choice[] = ['neutral', 'unanimousRollCalls', 'measure'];

/** What each choice does, the one that moves the value most first; equal ones in the order of `choices`. */
export function choiceEffects(cells: readonly PolicyValue[]): ChoiceEffect[] {
  return choices
    .map((choice) => {
      const others = choices.filter((other) => other !== choice);
      const alike = Map.groupBy(compared(cells), (cell) => others.map((other) => cell[other]).join());
      const ranges = Array.from(alike.values(), (group) => rangeOf(group.map(({ value }) => value)));
      return { choice, moves: Math.max(0, ...ranges.map((range) => (range === null ? 0 : range.high - range.low))) };
    })
    .sort((a, b) => b.moves - a.moves);
}

/** The range over all that can be compared; null when there is no value. */
export const wholeRange = (cells: readonly PolicyValue[]): Range | null =>
  rangeOf(compared(cells).map(({ value }) => value));

/** The range of each measure over the other choices, in the order of `measures`; null where it has no value. */
export const measureRanges = (
  cells: readonly PolicyValue[],
): { readonly measure: Measure; readonly range: Range | null }[] =>
  measures.map((measure) => ({
    measure,
    range: rangeOf(cells.filter((cell) => cell.measure === measure).map(({ value }) => value)),
  }));
