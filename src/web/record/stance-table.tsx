import { recordAddress } from '../address/address.ts';
import { InParts } from '../frame/later.tsx';
import type { StanceLineFragment } from '../generated/graphql.ts';
import { PositionMark } from '../marks/position-mark.tsx';
import { recordTexts } from '../texts/en-records.ts';
import { dateInWords } from '../words/dates.ts';
import { basisWords } from '../words/stances.ts';
import { endOf } from './in-force.ts';
import { type Asked, givenOf } from './question.ts';

const rowsAtOnce = 12;

interface Props extends Asked {
  readonly stances: readonly StanceLineFragment[];
  /** The caption of the table. */
  readonly caption: string;
  /** A column that is omitted because it is the same in all rows. */
  readonly without?: 'party' | 'proposition';
}

/** Stances as a table, each with a link to its details. */
export function StanceTable({ stances, caption, without, question, ask }: Props) {
  const given = givenOf(question);
  return (
    <div class="stance-table">
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {without !== 'party' && <th scope="col">{recordTexts.party}</th>}
            {without !== 'proposition' && <th scope="col">{recordTexts.proposition}</th>}
            <th scope="col">{recordTexts.position}</th>
            <th scope="col">{recordTexts.held}</th>
            <th scope="col">{recordTexts.basis}</th>
          </tr>
        </thead>
        <tbody>
          <InParts items={stances} size={rowsAtOnce}>
            {(stance) => {
              const { key, party, proposition, position, heldFrom, heldFromPrecision, basis } = stance;
              const end = endOf(stance);
              return (
                <tr key={key}>
                  {without !== 'party' && (
                    <th scope="row">
                      <a href={recordAddress('party', party.key, given)}>{party.name}</a>
                    </th>
                  )}
                  {without !== 'proposition' && (
                    <td>
                      <a href={recordAddress('proposition', proposition.key, given)}>{proposition.text}</a>
                    </td>
                  )}
                  <td>
                    <button
                      type="button"
                      class="mark-button"
                      aria-haspopup="dialog"
                      onClick={() => ask({ stance: key })}
                    >
                      <PositionMark standing={position} />
                      <span class="unseen">{recordTexts.whatShows(party.name, proposition.text)}</span>
                    </button>
                  </td>
                  <td class="when">
                    {recordTexts.sinceUntil(
                      dateInWords(heldFrom, heldFromPrecision),
                      end === null ? null : dateInWords(end),
                    )}
                  </td>
                  <td class="soft">{basisWords[basis]}</td>
                </tr>
              );
            }}
          </InParts>
        </tbody>
      </table>
    </div>
  );
}
