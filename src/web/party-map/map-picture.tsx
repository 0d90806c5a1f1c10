import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useWidth } from '../charts/use-width.ts';
import { partyMapTexts } from '../texts/en-party-map.ts';
import { isArrow, labelOrder, nearestTo, towards } from './label-order.ts';
import { labelled } from './labels.ts';
import { labelFont, type Painted, paint } from './painting.ts';
import type { ColourOf, Extent, Period } from './periods.ts';
import { extentAt, placing, shownAt, shownNear } from './placing.ts';
import { usePlaying } from './use-playing.ts';
import { useScheme } from './use-scheme.ts';

interface Props {
  readonly periods: readonly Period[];
  /** What is shown of each year. */
  readonly extents: readonly Extent[];
  readonly nameOf: (key: string) => string;
  readonly colourOf: ColourOf;
  /** The year that is shown, as an index of `periods`. */
  readonly index: number;
  readonly isPlaying: boolean;
  /** Playing has come to a year. */
  readonly onYear: (index: number) => void;
  readonly followed: string | null;
  readonly onFollow: (key: string | null) => void;
}

const words = partyMapTexts;

/**
 * The parties of a year as points on a canvas. The pointer or the arrow keys read one, Enter or a click follows it through the years. For a screen reader it
 * is a list that contains only the party that is read.
 */
export function MapPicture({
  periods,
  extents,
  nameOf,
  colourOf,
  index,
  isPlaying,
  onYear,
  followed,
  onFollow,
}: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const id = useId();
  const width = useWidth(frame);
  const room = useMemo(() => (width === null || width === 0 ? null : roomIn(width)), [width]);
  const scheme = useScheme();
  const [pointed, point] = useState<string | null>(null);
  const period = periods[index];
  const at = useMemo(
    () => (room === null ? null : placing(extentAt(extents, index), room.width, room.height).at),
    [extents, index, room],
  );
  const labels = useMemo(() => {
    const context = canvas.current?.getContext('2d');
    if (at === null || room === null || period === undefined || context == null) return new Map();
    context.font = labelFont;
    const points = labelOrder(period, followed).flatMap((key) => {
      const place = period.places.get(key);
      return place === undefined ? [] : [{ key, ...at(place), width: context.measureText(nameOf(key)).width + 2 }];
    });
    return labelled(points, room);
  }, [period, at, room, followed, nameOf]);
  const painted: Painted | null =
    room === null ? null : { periods, extents, room, nameOf, colourOf, labels, scheme, followed, pointed };
  // The loop paints what was rendered last.
  const latest = useRef(painted);
  latest.current = painted;
  const paintAt = (time: number) => {
    const context = canvas.current?.getContext('2d');
    if (context != null && latest.current !== null) paint(context, time, latest.current);
  };
  const time = usePlaying({ isPlaying, index, count: periods.length, paintAt, onYear });
  useLayoutEffect(() => {
    if (canvas.current === null || room === null) return;
    const ratio = devicePixelRatio || 1;
    canvas.current.width = Math.round(room.width * ratio);
    canvas.current.height = Math.round(room.height * ratio);
    canvas.current.getContext('2d')?.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintAt(time.current);
  }, [room]);
  useLayoutEffect(() => paintAt(time.current), [index, periods, labels, scheme, followed, pointed, colourOf]);

  const keyAt = ({ clientX, clientY }: MouseEvent): string | null => {
    const box = canvas.current?.getBoundingClientRect();
    if (box === undefined || room === null) return null;
    const now = placing(extentAt(extents, time.current), room.width, room.height);
    return shownNear(shownAt(periods, time.current), now.at, clientX - box.left, clientY - box.top);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || period === undefined) return;
    const from = pointed ?? followed ?? labelOrder(period, followed)[0] ?? null;
    if (isArrow(event.key) && from !== null) {
      event.preventDefault();
      point(pointed === null ? from : (towards(period, from, event.key) ?? from));
    } else if (event.key === 'Enter' && pointed !== null) onFollow(pointed === followed ? null : pointed);
    else if (event.key === 'Escape') point(null);
  };
  const read = pointed ?? followed;
  return (
    <div class="map-picture">
      <p class="map-readout" aria-hidden="true">
        {read === null || period === undefined ? words.quiet : inWords(period, read, nameOf)}
      </p>
      <div
        ref={frame}
        class="map-frame"
        role="listbox"
        tabIndex={0}
        aria-label={words.picture(period?.label ?? '', period?.places.size ?? 0)}
        aria-describedby={`${id}-keys`}
        aria-activedescendant={read === null ? undefined : `${id}-now`}
        onKeyDown={onKeyDown}
        onFocus={() =>
          pointed === null && period !== undefined && point(followed ?? labelOrder(period, null)[0] ?? null)
        }
        onBlur={() => point(null)}
        onPointerMove={(event) => point(keyAt(event))}
        onPointerLeave={() => point(null)}
        onClick={(event) => {
          const key = keyAt(event);
          onFollow(key === followed ? null : key);
        }}
      >
        <div aria-hidden="true">
          <canvas ref={canvas} />
        </div>
        {/* biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the option */}
        <span role="option" id={`${id}-now`} aria-selected={read !== null && read === followed} class="unseen">
          {read === null || period === undefined ? words.nobodyRead : inWords(period, read, nameOf)}
        </span>
      </div>
      <p id={`${id}-keys`} class="unseen">
        {words.keys}
      </p>
    </div>
  );
}

/** A party of a year in words: its name, and who is nearest to it on the map. */
function inWords(period: Period, key: string, nameOf: (key: string) => string): string {
  if (!period.places.has(key)) return words.notOnMap(nameOf(key), period.label);
  return words.near(
    nameOf(key),
    nearestTo(period, key, 4).map((one) => nameOf(one.key)),
  );
}

/** The size of the picture: as wide as there is room, and no higher than the window. */
const roomIn = (width: number) => ({
  width,
  height: Math.round(Math.min(width * 0.72, Math.max(320, innerHeight * 0.64))),
});
