import { useAnswer } from '../api/use-answer.ts';
import { StanceHistoryDocument, type StanceQuery } from '../generated/graphql.ts';
import { PositionMark } from '../marks/position-mark.tsx';
import { texts } from '../texts/texts.ts';
import { dateInWords } from '../words/dates.ts';
import { changeWords } from '../words/stances.ts';

interface Props {
  readonly stance: NonNullable<StanceQuery['stance']>;
  readonly revision: number | null;
  readonly show: (stance: string) => void;
}

/** All positions of the same party on the same proposition, oldest first. */
export function StanceHistory({ stance, revision, show }: Props) {
  const filter = {
    parties: [stance.party.key],
    propositions: [stance.proposition.key],
    kinds: ['CLAIM', 'ROLL_CALL'],
  } as const;
  const { data, loading, error } = useAnswer(StanceHistoryDocument, { filter, asKnownAt: revision });
  if (error !== null) return <p class="soft">{texts.stance.historyFailed}</p>;
  if (data === null || loading) return <p class="soft">{texts.states.loadingShort}</p>;
  return (
    <ol class="history">
      {data.stances.nodes.map(({ key, position, heldFrom, heldFromPrecision, changeKind }) => (
        <li key={key} aria-current={key === stance.key ? 'true' : undefined}>
          <button type="button" class="cell-button" disabled={key === stance.key} onClick={() => show(key)}>
            <span class="history-day">{dateInWords(heldFrom, heldFromPrecision)}</span>{' '}
            <PositionMark standing={position} />
          </button>
          {changeKind !== null && <span class="soft">{changeWords[changeKind]}</span>}
        </li>
      ))}
    </ol>
  );
}
