import { Fold } from '../frame/fold.tsx';
import { Later } from '../frame/later.tsx';
import type { StanceLineFragment } from '../generated/graphql.ts';
import { recordTexts } from '../texts/en-records.ts';
import type { Lane } from '../timeline/lane.ts';
import { Timeline } from '../timeline/timeline.tsx';
import type { Asked } from './question.ts';
import { StanceTable } from './stance-table.tsx';

interface Props extends Asked {
  /** The positions held at any time, a lane for each record. */
  readonly lanes: readonly Lane[];
  /** The records of the lanes; the other one is the record that is shown. */
  readonly of: 'party' | 'proposition';
  readonly stances: { readonly nodes: readonly StanceLineFragment[]; readonly totalCount: number };
  /** The caption of the table. */
  readonly caption: string;
}

/** The positions of a record over time, as a picture and as a table; nothing where none was ever held. */
export function PositionsOverTime({ lanes, of, stances: { nodes, totalCount }, caption, ...change }: Props) {
  if (lanes.length === 0) return null;
  const without = of === 'party' ? 'proposition' : 'party';
  return (
    <Later>
      {() => (
        <section aria-labelledby="time">
          <h2 id="time">{recordTexts.overTime}</h2>
          <Timeline lanes={lanes} of={of} {...change} />
          <Fold summary={recordTexts.asTable}>
            {() => <StanceTable stances={nodes} without={without} caption={caption} {...change} />}
          </Fold>
          {totalCount > nodes.length && <p class="soft">{recordTexts.shownOf(nodes.length, totalCount)}</p>}
        </section>
      )}
    </Later>
  );
}
