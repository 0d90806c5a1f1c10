import type { ParametersGiven } from '../address/address.ts';
import type { ChangeParameters } from './chart.ts';

/** Changes a question of a chart. `replace`: without a new history entry. */
export type AskChart<Question> = (some: Partial<Question>, how?: 'push' | 'replace') => void;

/** How a chart changes its question: it sets the parameters alone that differ, for the address has a day and a revision that the chart was not given. */
export const changeBy =
  <Question>(
    question: Question,
    parametersOf: (question: Question) => ParametersGiven,
    change: ChangeParameters,
  ): AskChart<Question> =>
  (some, how) => {
    const before = parametersOf(question);
    const after = Object.entries(parametersOf({ ...question, ...some }));
    const asked = Object.keys(some);
    // What is asked for is set even if it is as it was, for the address may have another value.
    change(
      Object.fromEntries(
        after.filter(([name, value]) => asked.includes(name) || String(value ?? '') !== String(before[name] ?? '')),
      ),
      how,
    );
  };
