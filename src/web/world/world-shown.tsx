import { useState } from 'preact/hooks';
import { recordAddress } from '../address/address.ts';
import type { Measure, WorldOfPartyQuery } from '../generated/graphql.ts';
import { colourAt, hexOf, scaleFraction } from '../matrix/colour/scale.ts';
import { Legend } from '../matrix/legend/legend.tsx';
import { worldTexts } from '../texts/en-world.ts';
import { shareInWords } from '../words/measures.ts';
import { type Agreements, unplaced } from './agreements.ts';
import { BordersNote } from './borders-note.tsx';
import { type Asked, comparisonAddress } from './question.ts';
import type { World } from './shapes/world-shapes.ts';
import { WorldList } from './world-list.tsx';
import { type Paint, WorldMap } from './world-map.tsx';

interface Props extends Asked {
  readonly party: NonNullable<WorldOfPartyQuery['party']>;
  readonly agreements: Agreements;
  /** The shapes; null while they are loading. */
  readonly world: World | 'FAILED' | null;
}

const fewShared = 5;
const words = worldTexts;

/** The agreement of a party with all others: on the map, and in a list beside it. */
export function WorldShown({ agreements, party, world, question, ask }: Props) {
  const [pointed, point] = useState<{ readonly key: string | null; readonly words: string } | null>(null);
  const { measure } = question;
  const { countries, blocs, unknown, byKey } = agreements;
  const hrefOf = (key: string) => comparisonAddress(question, key);
  const few = countries.filter(({ shared }) => shared < fewShared).length;
  const inWords = (key: string | null) => {
    if (key === party.key) return words.itself(party.name);
    const one = key === null ? undefined : byKey.get(key);
    if (one === undefined) return key ?? '';
    return one.value === null
      ? words.unknown(one.name)
      : words.inWords(one.name, shareInWords(measure, one.value), one.shared);
  };
  const off = world === null || world === 'FAILED' ? [] : unplaced([...countries, ...unknown], world);
  const pointAt = (key: string | null) => point(key === null ? null : { key, words: inWords(key) });
  const list = { measure, hrefOf, pointed: pointed?.key ?? null, onPoint: pointAt };
  return (
    <>
      <div class="world">
        <div class="world-picture">
          <p class="world-readout" aria-hidden="true">
            {pointed?.words || words.quiet}
          </p>
          {world === 'FAILED' && <p role="alert">{words.failed}</p>}
          {world !== null && world !== 'FAILED' ? (
            <WorldMap
              world={world}
              label={words.picture(party.name)}
              paintOf={(key) => (key === party.key ? itself : paintOf(measure, byKey.get(key)?.value ?? null))}
              pointed={pointed?.key ?? null}
              onPoint={(key, area, name) => {
                if (key === null && area === null) point(null);
                else
                  point({
                    key,
                    words:
                      [area && words.areas[area].join(': '), key && inWords(key)].filter(Boolean).join(' · ') || name,
                  });
              }}
              hrefOf={(key) => (byKey.get(key)?.value == null ? null : hrefOf(key))}
            />
          ) : (
            <div class="world-room" />
          )}
          <Legend measure={measure} unknown={words.unknownCountries(unknown.length)}>
            <p class="legend-unknown">
              <span class="swatch crossed" aria-hidden="true" /> {words.disputed}
            </p>
          </Legend>
        </div>
        <section class="world-lists" aria-labelledby="world-list">
          <h2 id="world-list">{words.listTitle}</h2>
          {few > 0 && few < countries.length && (
            <p class="soft">
              {words.few(few, fewShared)}{' '}
              <button type="button" class="inline" onClick={() => ask({ minimum: fewShared })}>
                {words.fewButton}
              </button>
            </p>
          )}
          {countries.length === 0 ? (
            <p class="soft">{words.none(party.name)}</p>
          ) : (
            <WorldList caption={words.title(party.name)} who={words.country} agreements={countries} {...list} />
          )}
          {blocs.length > 0 && <WorldList caption={words.blocs} who={words.bloc} agreements={blocs} {...list} />}
        </section>
      </div>
      <Names title={words.unplacedTitle(off.length)} note={words.unplacedNote} parties={off} inWords={inWords} />
      <Names title={words.unknownTitle(unknown.length)} parties={unknown} />
      <BordersNote />
    </>
  );
}

const itself: Paint = { className: 'itself' };

function paintOf(measure: Measure, value: number | null): Paint | null {
  if (value === null) return null;
  const fraction = scaleFraction(measure, value);
  return { colours: { light: hexOf(colourAt(fraction, 'light')), dark: hexOf(colourAt(fraction, 'dark')) } };
}

interface NamesProps {
  readonly title: string;
  readonly note?: string;
  readonly parties: readonly { readonly key: string; readonly name: string }[];
  readonly inWords?: (key: string) => string;
}

/** Parties by name, folded; nothing where there are none. */
function Names({ title, note, parties, inWords }: NamesProps) {
  if (parties.length === 0) return null;
  return (
    <details class="world-names">
      <summary>{title}</summary>
      {note !== undefined && <p class="soft">{note}</p>}
      <ul>
        {parties.map(({ key, name }) => (
          <li key={key}>
            <a href={recordAddress('party', key)}>{inWords?.(key) ?? name}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
