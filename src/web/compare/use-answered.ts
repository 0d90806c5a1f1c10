import { useRef } from 'preact/hooks';
import type { Compared } from './compared.ts';
import { addressOf, type Question } from './question.ts';

/**
 * The question whose answer is shown, at the day and the revision of the answer and with the parties by their keys; null before the first. It is the same
 * object until another is answered, so that what follows from it is drawn, and asked for, when the answer is there and not before. `answer`: that to
 * the present question; null while it is awaited.
 */
export function useAnswered(question: Question, answer: Compared | null): Question | null {
  const latest = useRef<Question | null>(null);
  if (answer !== null) {
    const answered = questionAnswered(question, answer);
    if (latest.current === null || addressOf(latest.current) !== addressOf(answered)) latest.current = answered;
  }
  return latest.current;
}

const questionAnswered = (question: Question, { parties, scope }: Compared): Question => ({
  ...question,
  parties: parties.map(({ key }) => key),
  asOf: scope.asOf,
  revision: scope.asKnownAt,
  stance: null,
  members: null,
});
