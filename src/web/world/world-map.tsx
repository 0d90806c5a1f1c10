import { useId } from 'preact/hooks';
import { useFollow } from '../charts/use-follow.ts';
import type { DisputedArea } from './shapes/disputed-areas.ts';
import { stateOfTerritory } from './shapes/keys-of-shapes.ts';
import { type Shape, type World, worldSize } from './shapes/world-shapes.ts';
import './world-map.css';

/** How a party is shown: in a colour for each scheme, or in a class of the style sheet. */
export interface Paint {
  readonly colours?: { readonly light: string; readonly dark: string };
  readonly className?: string;
}

interface Props {
  readonly world: World;
  /** What the map shows, for who cannot see it. */
  readonly label: string;
  /** How a party is shown; null where nothing is known of it: then it is hatched. */
  readonly paintOf: (key: string) => Paint | null;
  /** The party that is named at the pointer or in the list; null when there is none. */
  readonly pointed: string | null;
  readonly onPoint: (key: string | null, area: DisputedArea | null, name: string) => void;
  /** Where a click on a party leads; null: nowhere. */
  readonly hrefOf: (key: string) => string | null;
}

/** The party that a shape is shown as: that of the shape, or the state of a territory of which nothing is known. */
export function partyOf({ key }: Pick<Shape, 'key'>, isKnown: (key: string) => boolean): string | null {
  if (key === null) return null;
  const state = stateOfTerritory[key];
  return state !== undefined && !isKnown(key) ? state : key;
}

/** The world with each country in the colour of its party. For the pointer; what it says is also in a list, which is for the keyboard. */
export function WorldMap({ world, label, paintOf, pointed, onPoint, hrefOf }: Props) {
  const id = useId();
  const open = useFollow();
  const isKnown = (key: string) => paintOf(key) !== null;
  const styleOf = (key: string | null) => {
    const paint = key === null ? null : paintOf(key);
    if (paint === null) return { class: 'land unknown', style: { '--hatched': `url(#${id}-unknown)` } };
    const { colours, className = '' } = paint;
    return {
      class: `land ${className}`,
      ...(colours !== undefined && { style: { '--light': colours.light, '--dark': colours.dark } }),
    };
  };
  const follow = (key: string | null) => {
    const href = key === null ? null : hrefOf(key);
    if (href !== null) open(href);
  };
  const on = (key: string | null, area: DisputedArea | null, name: string) => ({
    onPointerEnter: () => onPoint(key, area, name),
    onClick: () => follow(key),
  });
  const isPointed = (key: string | null) => (key !== null && key === pointed ? 'pointed' : undefined);
  return (
    <svg
      class="world-map"
      viewBox={`0 0 ${worldSize.width} ${worldSize.height}`}
      role="img"
      aria-label={label}
      onPointerLeave={() => onPoint(null, null, '')}
    >
      <defs>
        <pattern id={`${id}-unknown`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="hatching" d="M0 0V5" />
        </pattern>
        <pattern
          id={`${id}-disputed`}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <path class="cross-hatching" d="M0 0V4M0 0H4" />
        </pattern>
      </defs>
      <path class="sea" d={world.edge} />
      {world.shapes.map((shape, index) => {
        const key = partyOf(shape, isKnown);
        return (
          <g key={`${shape.name} ${index}`} {...on(key, shape.area, shape.name)} data-party={key ?? undefined}>
            <path {...styleOf(key)} d={shape.path} />
            {shape.area !== null && <path class="disputed" d={shape.path} fill={`url(#${id}-disputed)`} />}
          </g>
        );
      })}
      {world.dots.map(({ key, x, y }) => (
        <circle key={key} {...styleOf(key)} {...on(key, null, '')} data-party={key} cx={x} cy={y} r="3" />
      ))}
      {world.shapes.map((shape, index) =>
        isPointed(partyOf(shape, isKnown)) ? (
          <path key={`${shape.name} ${index} pointed`} class="outline" d={shape.path} />
        ) : null,
      )}
      {world.dots.map(({ key, x, y }) =>
        isPointed(key) ? <circle key={`${key} pointed`} class="outline" cx={x} cy={y} r="5" /> : null,
      )}
    </svg>
  );
}
