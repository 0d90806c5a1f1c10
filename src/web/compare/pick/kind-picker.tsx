import type { PropositionKind } from '../../generated/graphql.ts';
import { texts } from '../../texts/texts.ts';
import type { Question } from '../question.ts';
import './pick.css';

interface Props {
  readonly question: Pick<Question, 'kinds'>;
  readonly ask: (change: Pick<Question, 'kinds'>) => void;
  readonly rollCalls: number;
}

const names: readonly (readonly [PropositionKind, string])[] = [
  ['CLAIM', texts.compare.claims],
  ['ROLL_CALL', texts.compare.votes],
];

/** Selects claims, roll calls or both, which pools two kinds of evidence; hidden if the ledger has no roll calls. */
export function KindPicker({ question, ask, rollCalls }: Props) {
  const chosen = question.kinds ?? ['CLAIM'];
  if (rollCalls === 0 && !chosen.includes('ROLL_CALL')) return null;
  const toggle = (kind: PropositionKind) => {
    const next = chosen.includes(kind) ? chosen.filter((one) => one !== kind) : [...chosen, kind];
    ask({ kinds: next.length === 0 || next.join() === 'CLAIM' ? null : next });
  };
  return (
    <fieldset class="picker">
      <legend>{texts.compare.kinds}</legend>
      {names.map(([kind, name]) => (
        <label key={kind} class="choice">
          <input type="checkbox" checked={chosen.includes(kind)} onChange={() => toggle(kind)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
