import { useEffect, useState } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { MapOfYearDocument, type PartyMapQueryVariables } from '../generated/graphql.ts';
import { partyMapTexts } from '../texts/en-party-map.ts';
import { LeftOut } from './left-out.tsx';
import { MapLegend } from './map-legend.tsx';
import { MapPicture } from './map-picture.tsx';
import type { ColourOf, Extent, Period } from './periods.ts';
import { Player } from './player.tsx';
import type { Asked } from './question.ts';

interface Props extends Asked {
  /** The years with a map; at least one. */
  readonly periods: readonly Period[];
  readonly extents: readonly Extent[];
  /** The year that is asked for, as an index of `periods`. */
  readonly asked: number;
  readonly nameOf: (key: string) => string;
  readonly colourOf: ColourOf;
  readonly variables: PartyMapQueryVariables;
}

const words = partyMapTexts;

/** The map of parties with its player, and what it says of the year. While the years play, the address stays as it is. */
export function PartyMapShown({ periods, extents, asked, nameOf, colourOf, variables, question, ask }: Props) {
  const [index, show] = useState(asked);
  const [isPlaying, setPlaying] = useState(false);
  // The address has changed, or another answer has come.
  useEffect(() => {
    setPlaying(false);
    show(asked);
  }, [asked, periods]);
  const last = periods.length - 1;
  const now = periods[Math.min(index, last)];
  const structure = useMapOfYear(periods[asked]?.label, variables);
  if (now === undefined) return null;
  const settle = (to: number) => {
    setPlaying(false);
    show(to);
    ask({ year: Number(periods[to]?.label) }, 'replace');
  };
  const onPlay = () => {
    if (isPlaying) {
      settle(index);
      return;
    }
    if (index === last) show(0);
    setPlaying(true);
  };
  return (
    <>
      <Player periods={periods} index={index} isPlaying={isPlaying} onPlay={onPlay} onYear={settle} />
      <MapPicture
        periods={periods}
        extents={extents}
        nameOf={nameOf}
        colourOf={colourOf}
        index={Math.min(index, last)}
        isPlaying={isPlaying}
        onYear={(to) => (to === last ? settle(to) : show(to))}
        followed={question.party}
        onFollow={(party) => ask({ party }, 'replace')}
      />
      <MapLegend period={now} colourOf={colourOf} nameOf={nameOf} />
      <p class="chart-notes">
        {structure !== null &&
          words.quality(
            structure.map.axes.map(({ share }) => share),
            structure.map.stress,
          )}{' '}
        {words.how}
      </p>
      {structure !== null && <LeftOut parties={[...structure.leftOut, ...structure.map.leftOut]} nameOf={nameOf} />}
    </>
  );
}

/** How well the map of a year says what it says, and who is not on it; null while it is not known. */
function useMapOfYear(label: string | undefined, variables: PartyMapQueryVariables) {
  const year = Number(label);
  const first = (one: number) => `${String(one).padStart(4, '0')}-01-01`;
  const asked = label === undefined ? null : { ...variables, from: first(year), until: first(year + 1) };
  const { data } = useAnswer(MapOfYearDocument, asked);
  return data?.structureSeries?.periods.find((period) => period.label === label)?.structure ?? null;
}
