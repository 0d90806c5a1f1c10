import type { RowFragment } from '../../generated/graphql.ts';
import { Age } from '../../marks/age.tsx';
import { PositionMark } from '../../marks/position-mark.tsx';
import { texts } from '../../texts/texts.ts';
import { dateInShort } from '../../words/dates.ts';
import { standingOf } from '../../words/positions.ts';
import type { Compared } from '../compared.ts';

interface Props {
  readonly party: Compared['parties'][number] | undefined;
  readonly proposition: RowFragment['proposition'];
  readonly cell: RowFragment['cells'][number];
  /** The day of the comparison. */
  readonly day: string;
  readonly look: (stance: string) => void;
  readonly lookAtMembers: (members: string) => void;
}

/**
 * The position of one party. If there is a stance, it opens the stance's details; where it follows from what members of a bloc hold, it says how many
 * and opens what each of them holds.
 */
export function PositionCell({ party, proposition, cell, day, look, lookAtMembers }: Props) {
  const { state, position, stance, derivation } = cell;
  const mark = <PositionMark standing={standingOf(state, position)} />;
  const name = party?.name ?? '';
  if (stance !== null)
    return (
      <button type="button" class="cell-button" aria-haspopup="dialog" onClick={() => look(stance.key)}>
        <span class="unseen">{name}: </span>
        {mark}
        <Age lastConfirmed={stance.lastConfirmed} day={day} />
        <span class="unseen">
          {' '}
          {texts.since(dateInShort(stance.heldFrom), false)}: {proposition.text}
        </span>
      </button>
    );
  if (derivation === null || derivation.support + derivation.oppose + derivation.neutral === 0) return mark;
  const { support, oppose, neutral, members } = derivation;
  return (
    <button
      type="button"
      class="cell-button"
      aria-haspopup="dialog"
      onClick={() => lookAtMembers(`${party?.key}:${proposition.key}`)}
    >
      <span class="unseen">{name}: </span>
      {mark}
      <span class="derived">{texts.compare.ofMembers(support, oppose, neutral, members)}</span>
      <span class="unseen">
        . {texts.compare.lookAtMembers(name)}: {proposition.text}
      </span>
    </button>
  );
}
