import { useFirst } from '../frame/use-first.tsx';
import type { Measure } from '../generated/graphql.ts';
import { worldTexts } from '../texts/en-world.ts';
import { count } from '../texts/intl.ts';
import { measureWords, shareInWords } from '../words/measures.ts';
import type { Agreement } from './agreements.ts';

interface Props {
  readonly caption: string;
  /** The head of the column of names. */
  readonly who: string;
  readonly agreements: readonly Agreement[];
  readonly measure: Measure;
  readonly hrefOf: (key: string) => string;
  readonly pointed: string | null;
  readonly onPoint: (key: string | null) => void;
}

const firstShown = 40;

/** Parties with their agreement, the highest first; who is moved to by keyboard or pointer is shown on the map. */
export function WorldList({ caption, who, agreements, measure, hrefOf, pointed, onPoint }: Props) {
  const words = worldTexts;
  const { shown, rest } = useFirst(agreements, firstShown);
  return (
    <>
      <table class="world-list" onPointerLeave={() => onPoint(null)}>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{who}</th>
            <th scope="col" class="number">
              {measureWords[measure].name}
            </th>
            <th scope="col" class="number">
              {words.propositions}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, name, value, shared }) => (
            <tr key={key} class={key === pointed ? 'pointed' : undefined} onPointerEnter={() => onPoint(key)}>
              <th scope="row">
                <a href={hrefOf(key)} onFocus={() => onPoint(key)}>
                  {name}
                </a>
              </th>
              <td class="number">{shareInWords(measure, value)}</td>
              <td class="number">{count(shared)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest}
    </>
  );
}
