import type { Scheme } from '../matrix/colour/scale.ts';
import { partyMapTexts } from '../texts/en-party-map.ts';
import type { LabelSide } from './labels.ts';
import { groupColours, inks, markPath } from './marks.ts';
import type { Extent, Period, Place } from './periods.ts';
import { extentAt, type OnPicture, placing, type Shown, shownAt } from './placing.ts';

/** What is painted besides the places. */
export interface Painted {
  readonly periods: readonly Period[];
  /** What is shown of each year. */
  readonly extents: readonly Extent[];
  readonly room: { readonly width: number; readonly height: number };
  readonly nameOf: (key: string) => string;
  /** The colour of a party in a year; null while it is not known. */
  readonly colourOf: (label: string, key: string) => number | null;
  readonly labels: ReadonlyMap<string, LabelSide>;
  readonly scheme: Scheme;
  /** The party that is followed, with its way through the years before. */
  readonly followed: string | null;
  readonly pointed: string | null;
}

const paths = new Map<number | null, Path2D>();
const pathOf = (colour: number | null): Path2D => {
  const known = paths.get(colour) ?? new Path2D(markPath(colour));
  paths.set(colour, known);
  return known;
};

/** The distance that the scale shows, of 1 - agreement. */
export const scaleOf = 0.1;

export const labelFont = '12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** Paints the map of parties at a time between years on a canvas, whose units are pixels of the page. */
export function paint(context: CanvasRenderingContext2D, time: number, painted: Painted): void {
  const { periods, extents, room, colourOf, scheme, followed, pointed } = painted;
  const { at, scale } = placing(extentAt(extents, time), room.width, room.height);
  const { width, height } = context.canvas;
  const index = Math.min(Math.floor(time), periods.length - 1);
  const label = periods[index]?.label ?? '';
  const ratio = context.getTransform().a;
  context.clearRect(0, 0, width / ratio, height / ratio);
  paintAxes(context, at, inks[scheme].line);
  paintScale(context, scale, painted);
  if (followed !== null) paintWay(context, followed, index, at, painted);
  const colours = groupColours[scheme];
  const shown = shownAt(periods, time);
  for (const one of shown) {
    const colour = colourOf(label, one.key);
    const { x, y } = at(one);
    context.globalAlpha = one.seen * 0.9;
    context.translate(x, y);
    context.fillStyle = colour === null ? inks[scheme].soft : (colours[colour] ?? inks[scheme].soft);
    context.fill(pathOf(colour));
    context.translate(-x, -y);
  }
  for (const one of shown) paintName(context, one, at, painted);
  for (const key of [followed, pointed]) {
    const one = shown.find((other) => other.key === key);
    if (one !== undefined) paintChosen(context, one, at, painted);
  }
  context.globalAlpha = 1;
}

/** The two lines through the middle of all parties. */
function paintAxes(context: CanvasRenderingContext2D, at: OnPicture, colour: string): void {
  const { x, y } = at({ x: 0, y: 0 });
  const ratio = context.getTransform().a;
  context.globalAlpha = 1;
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x, 0);
  context.lineTo(x, context.canvas.height / ratio);
  context.moveTo(0, y);
  context.lineTo(context.canvas.width / ratio, y);
  context.stroke();
}

/** How far apart on the picture two parties are whose agreement is ten points less than whole. */
function paintScale(context: CanvasRenderingContext2D, scale: number, { room, scheme }: Painted): void {
  const { soft } = inks[scheme];
  const y = room.height - 14;
  context.strokeStyle = soft;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(12, y - 4);
  context.lineTo(12, y);
  context.lineTo(12 + scaleOf * scale, y);
  context.lineTo(12 + scaleOf * scale, y - 4);
  context.stroke();
  context.font = labelFont;
  context.fillStyle = soft;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillText(partyMapTexts.scale(scaleOf), 12, y - 8);
}

/** So many years back goes the way of a party that is followed. */
const wayYears = 15;

/** The way of a party through the last years up to one, broken where it was on no map or the axes began anew. */
function paintWay(
  context: CanvasRenderingContext2D,
  key: string,
  index: number,
  at: OnPicture,
  { periods, scheme }: Painted,
): void {
  context.strokeStyle = inks[scheme].soft;
  context.lineWidth = 1.5;
  context.globalAlpha = 0.6;
  context.beginPath();
  let isOn = false;
  for (const { places, isNew } of periods.slice(Math.max(0, index - wayYears), index + 1)) {
    const place: Place | undefined = places.get(key);
    if (place === undefined) {
      isOn = false;
      continue;
    }
    const { x, y } = at(place);
    if (isOn && !isNew) context.lineTo(x, y);
    else context.moveTo(x, y);
    isOn = true;
  }
  context.stroke();
}

function paintName(
  context: CanvasRenderingContext2D,
  one: Shown,
  at: OnPicture,
  { labels, nameOf, scheme }: Painted,
): void {
  const side = labels.get(one.key);
  if (side === undefined) return;
  const { x, y } = at(one);
  context.globalAlpha = one.seen;
  context.font = labelFont;
  context.textBaseline = 'middle';
  context.textAlign = side === 'right' ? 'left' : 'right';
  context.lineWidth = 3;
  context.strokeStyle = inks[scheme].paper;
  context.fillStyle = inks[scheme].ink;
  const to = x + (side === 'right' ? 8 : -8);
  context.strokeText(nameOf(one.key), to, y);
  context.fillText(nameOf(one.key), to, y);
}

/** The ring around the party that is pointed at or followed, and its name on top of the others. */
function paintChosen(context: CanvasRenderingContext2D, one: Shown, at: OnPicture, { nameOf, scheme }: Painted): void {
  const { x, y } = at(one);
  const { ink, paper } = inks[scheme];
  const ratio = context.getTransform().a;
  context.globalAlpha = 1;
  context.strokeStyle = ink;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x, y, 9, 0, 2 * Math.PI);
  context.stroke();
  context.font = `600 ${labelFont}`;
  context.textBaseline = 'middle';
  const name = nameOf(one.key);
  const wide = context.measureText(name).width;
  const isRight = x + 14 + wide < context.canvas.width / ratio;
  const left = isRight ? x + 13 : x - 13 - wide;
  context.fillStyle = ink;
  context.fillRect(left - 4, y - 10, wide + 8, 20);
  context.fillStyle = paper;
  context.textAlign = 'left';
  context.fillText(name, left, y + 0.5);
}
