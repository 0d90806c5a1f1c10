import type { RowFragment } from '../../generated/graphql.ts';
import { Age } from '../../marks/age.tsx';
import { PositionMark } from '../../marks/position-mark.tsx';
import { dateInShort } from '../../words/dates.ts';
import { standingOf } from '../../words/positions.ts';

interface Props {
  readonly party: string;
  readonly proposition: string;
  readonly cell: RowFragment['cells'][number];
  /** The day of the comparison. */
  readonly day: string;
  readonly look: (stance: string) => void;
}

/** The position of one party; if there is a stance, it opens the stance's details. */
export function PositionCell({ party, proposition, cell, day, look }: Props) {
  const { state, position, stance } = cell;
  const standing = standingOf(state, position);
  return (
    <td role="cell" class="position-cell">
      <span class="party-name">{party}</span>
      {stance === null ? (
        <>
          <PositionMark standing={standing} />
          {state === 'DERIVED' && <span class="derived"> by its members</span>}
        </>
      ) : (
        <button type="button" class="cell-button" aria-haspopup="dialog" onClick={() => look(stance.key)}>
          <span class="unseen">{party}: </span>
          <PositionMark standing={standing} />
          <Age lastConfirmed={stance.lastConfirmed} day={day} />
          <span class="unseen">
            {' '}
            since {dateInShort(stance.heldFrom)}: {proposition}
          </span>
        </button>
      )}
    </td>
  );
}
