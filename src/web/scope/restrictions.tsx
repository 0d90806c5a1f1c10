import { dateInWords } from '../words/dates.ts';
import { countInWords } from '../words/lists.ts';
import type { AskedScope } from './asked-scope.ts';
import { writeSessions } from './sessions.ts';

interface Props {
  readonly question: AskedScope;
  readonly ask: (change: Partial<AskedScope>) => void;
}

/** The restrictions of the scope for which a view has no controls, each with a button that removes it; nothing if there are none. */
export function Restrictions({ question, ask }: Props) {
  const { propositions, sessions, wholeTextOnly, importantOnly, takenFrom, takenBefore, unanimous } = question;
  const { confirmedSince } = question;
  const narrowed: readonly (readonly [boolean, string, Partial<AskedScope>])[] = [
    [
      propositions !== null,
      propositions?.length === 1
        ? `only ${propositions[0]}`
        : `only ${countInWords(propositions?.length ?? 0, 'proposition')}`,
      { propositions: null },
    ],
    [sessions !== null, `sessions ${writeSessions(sessions ?? []).join(', ')}`, { sessions: null }],
    [wholeTextOnly, 'whole texts only', { wholeTextOnly: false }],
    [importantOnly, 'important votes only', { importantOnly: false }],
    [takenFrom !== null, `taken from ${dateInWords(takenFrom ?? '2000-01-01')}`, { takenFrom: null }],
    [takenBefore !== null, `taken before ${dateInWords(takenBefore ?? '2000-01-01')}`, { takenBefore: null }],
    [
      confirmedSince !== null,
      `confirmed since ${dateInWords(confirmedSince ?? '2000-01-01')}`,
      { confirmedSince: null },
    ],
    [unanimous === 'EXCLUDE', 'without unanimous votes', { unanimous: 'INCLUDE' }],
    [question.neutral === 'COUNT_AS_OPPOSE', 'abstaining counts as against', { neutral: 'KEEP' }],
    [question.minimum > 1, `at least ${question.minimum} shared`, { minimum: 1 }],
  ];
  const shown = narrowed.filter(([isSo]) => isSo);
  if (shown.length === 0) return null;
  return (
    <fieldset class="restrictions">
      <legend>Also</legend>
      {shown.map(([, words, without]) => (
        <span key={words} class="chip">
          {words}
          <button type="button" aria-label={`Lift: ${words}`} onClick={() => ask(without)}>
            ×
          </button>
        </span>
      ))}
    </fieldset>
  );
}
