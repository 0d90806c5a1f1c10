import type { ComponentChildren } from 'preact';
import type { RowFragment } from '../../generated/graphql.ts';
import { Age } from '../../marks/age.tsx';
import { PositionMark } from '../../marks/position-mark.tsx';
import { texts } from '../../texts/texts.ts';
import { dateInShort } from '../../words/dates.ts';
import { standingOf } from '../../words/positions.ts';
import type { Ask } from '../ask.ts';
import type { Compared } from '../compared.ts';
import { addressOf, type Question } from '../question.ts';

export interface Props {
  readonly party: Compared['parties'][number] | undefined;
  readonly proposition: RowFragment['proposition'];
  readonly cell: RowFragment['cells'][number];
  /** The day of the comparison. */
  readonly day: string;
  readonly question: Question;
  /** Null: what is behind the position is at another address, as in the frames of other sites. */
  readonly ask: Ask | null;
}

/**
 * The position of one party. If there is a stance, it opens the stance's details; where it follows from what members of a bloc hold, it says how many
 * and opens what each of them holds.
 */
export function PositionCell({ party, proposition, cell, day, question, ask }: Props) {
  const { state, position, stance, derivation } = cell;
  const mark = <PositionMark standing={standingOf(state, position)} />;
  const name = party?.name ?? '';
  if (stance !== null)
    return (
      <Behind change={{ stance: stance.key }} question={question} ask={ask}>
        <span class="unseen">{name}: </span>
        {mark}
        <Age lastConfirmed={stance.lastConfirmed} day={day} />
        <span class="unseen">
          {' '}
          {texts.since(dateInShort(stance.heldFrom), false)}: {proposition.text}
        </span>
      </Behind>
    );
  if (derivation === null || derivation.support + derivation.oppose + derivation.neutral === 0) return mark;
  const { support, oppose, neutral, members } = derivation;
  return (
    <Behind change={{ members: `${party?.key}:${proposition.key}` }} question={question} ask={ask}>
      <span class="unseen">{name}: </span>
      {mark}
      <span class="derived">{texts.compare.ofMembers(support, oppose, neutral, members)}</span>
      <span class="unseen">
        . {texts.compare.lookAtMembers(name)}: {proposition.text}
      </span>
    </Behind>
  );
}

interface BehindProps extends Pick<Props, 'question' | 'ask'> {
  readonly change: Partial<Question>;
  readonly children: ComponentChildren;
}

/** Opens what is behind a position, here or at its address. */
const Behind = ({ change, question, ask, children }: BehindProps) =>
  ask === null ? (
    <a class="cell-button" href={addressOf({ ...question, ...change })}>
      {children}
    </a>
  ) : (
    <button type="button" class="cell-button" aria-haspopup="dialog" onClick={() => ask(change)}>
      {children}
    </button>
  );
