import { useEffect, useMemo, useState } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import {
  GroupsOfYearsDocument,
  MapOfYearDocument,
  PartyMapDocument,
  type PartyMapQuery,
  type PartyMapQueryVariables,
} from '../generated/graphql.ts';
import { withProvenance } from '../take-away/provenance.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { TakeAway } from '../take-away/take-away.tsx';
import { mapsTexts } from '../texts/en-maps.ts';
import { LeftOut } from './left-out.tsx';
import { MapLegend } from './map-legend.tsx';
import { MapPicture } from './map-picture.tsx';
import { MapTable } from './map-table.tsx';
import { partyMapCsv } from './party-map-csv.ts';
import { partyMapSvg } from './party-map-svg.ts';
import { coloursOf, extentOf, type Period, periodsOf } from './periods.ts';
import { Player } from './player.tsx';
import type { Asked } from './question.ts';

interface Props extends Asked {
  readonly series: NonNullable<PartyMapQuery['structureSeries']>;
  readonly variables: PartyMapQueryVariables;
  readonly names: ReadonlyMap<string, string>;
  readonly scope: string;
}

const words = mapsTexts.map;
const noColours: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map();

/** The map of parties year by year: the picture with its player, what it says of the year, and the table. */
export function PartyMapShown({ series, variables, names, scope, question, ask }: Props) {
  const periods = useMemo(() => periodsOf(series), [series]);
  const extent = useMemo(() => extentOf(periods), [periods]);
  const asked = indexOf(periods, question.year);
  const [index, show] = useState(asked);
  const [isPlaying, setPlaying] = useState(false);
  // The address has changed, or another answer has come.
  useEffect(() => show(asked), [asked, periods]);
  const groups = useAnswer(GroupsOfYearsDocument, variables).data;
  const colours = useMemo(() => (groups === null ? noColours : coloursOf(groups.structureSeries)), [groups]);
  const colourOf = useMemo(() => (label: string, key: string) => colours.get(label)?.get(key) ?? null, [colours]);
  const nameOf = useMemo(() => (key: string) => names.get(key) ?? key, [names]);
  const settled = periods[asked];
  const groupOf = useMemo(
    () => (key: string) => {
      const colour = settled === undefined ? null : colourOf(settled.label, key);
      return colour === null ? null : colour + 1;
    },
    [settled, colourOf],
  );
  const year = Number(settled?.label ?? 0);
  const details = useAnswer(
    MapOfYearDocument,
    settled === undefined ? null : { ...variables, from: `${pad(year)}-01-01`, until: `${pad(year + 1)}-01-01` },
  );
  const now = periods[Math.min(index, periods.length - 1)];
  if (settled === undefined || now === undefined) return <p class="notice">{words.none}</p>;
  const settle = (to: number) => {
    setPlaying(false);
    show(to);
    ask({ year: Number(periods[to]?.label) }, 'replace');
  };
  const onPlay = () => {
    if (isPlaying) settle(index);
    else {
      if (index === periods.length - 1) show(0);
      setPlaying(true);
    }
  };
  const onYear = (to: number) => {
    if (to === periods.length - 1) settle(to);
    else show(to);
  };
  const { scope: resolved } = series;
  const title = words.title(settled.label);
  const structure = details.data?.structureSeries?.periods.find(({ label }) => label === settled.label)?.structure;
  const provenance = { asOf: resolved.asOf, asKnownAt: resolved.asKnownAt, scope: variables };
  return (
    <>
      <Player periods={periods} index={index} isPlaying={isPlaying} onPlay={onPlay} onYear={settle} />
      <MapPicture
        periods={periods}
        extent={extent}
        nameOf={nameOf}
        colourOf={colourOf}
        index={Math.min(index, periods.length - 1)}
        isPlaying={isPlaying}
        onYear={onYear}
        followed={question.party}
        onFollow={(party) => ask({ party }, 'replace')}
      />
      <MapLegend period={now} colourOf={colourOf} nameOf={nameOf} />
      <p class="soft">
        {structure === undefined
          ? ''
          : words.quality(
              structure.map.axes.map(({ share }) => share),
              structure.map.stress,
            )}{' '}
        {words.how}
      </p>
      <MapTable period={settled} nameOf={nameOf} groupOf={groupOf} />
      {structure !== undefined && (
        <LeftOut parties={[...structure.leftOut, ...structure.map.leftOut]} nameOf={nameOf} />
      )}
      <TakeAway
        name={`concord-map-${settled.label}-${resolved.asOf}-revision-${resolved.asKnownAt}`}
        cited={{ title, scope, revision: resolved.asKnownAt }}
        forms={{
          csv: () => partyMapCsv(periods, nameOf, provenance),
          json: () => withProvenance(provenance, variables, { series }),
          svg: () =>
            partyMapSvg({
              period: settled,
              extent,
              nameOf,
              colourOf: (key) => colourOf(settled.label, key),
              followed: question.party,
              title,
              about: scope,
              revision: resolved.asKnownAt,
            }),
        }}
      />
      <QueryBehind document={PartyMapDocument} variables={variables} />
    </>
  );
}

const pad = (year: number): string => String(year).padStart(4, '0');

/** The index of a year: the last one up to it; the very last without a year. */
function indexOf(periods: readonly Period[], year: number | null): number {
  if (year === null) return Math.max(0, periods.length - 1);
  return Math.max(
    0,
    periods.findLastIndex(({ label }) => Number(label) <= year),
  );
}
