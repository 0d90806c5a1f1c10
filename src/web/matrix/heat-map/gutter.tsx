import type { Party } from '../pair.ts';
import { Labels } from './labels.tsx';

interface Props {
  readonly parties: readonly Party[];
  readonly along: 'rows' | 'columns';
  /** The index of the party that is named whatever the room; null when there is none. */
  readonly now: number | null;
  readonly step: number;
  readonly isNarrow: boolean;
}

/** The names beside the rows or above the columns, and on top of them that of the selected cell. Hidden from screen readers, which read the names in each cell. */
export function Gutter({ parties, along, now, step, isNarrow }: Props) {
  const party = now === null ? undefined : parties[now];
  return (
    <div class={`gutter of-${along}`} aria-hidden="true">
      <Labels parties={parties} step={step} isNarrow={isNarrow} />
      {party !== undefined && (
        <span class="label-now" style={{ '--at': now ?? 0 }}>
          {isNarrow ? party.key : party.name}
        </span>
      )}
    </div>
  );
}
