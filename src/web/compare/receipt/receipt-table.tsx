import { useState } from 'preact/hooks';
import { recordAddress } from '../../address/address.ts';
import { PositionMark } from '../../marks/position-mark.tsx';
import { texts } from '../../texts/texts.ts';
import { measureWords, notCountedWords, valueInWords } from '../../words/measures.ts';
import type { Compared } from '../compared.ts';
import type { Question } from '../question.ts';
import type { Evidence, EvidenceRow } from './use-evidence.ts';

interface Props {
  readonly evidence: Evidence;
  readonly parties: Compared['parties'];
  readonly question: Question;
}

const atFirst = 60;
const digits = 6;

/** The rows of the evidence, those that count first, and their sum. */
export function ReceiptTable({ evidence, parties, question }: Props) {
  const [shown, show] = useState(atFirst);
  const { rows, value, measure, pairs } = evidence;
  const counted = rows.filter((row) => row.counted);
  const ordered = [...counted, ...rows.filter((row) => !row.counted)];
  const sum = counted.reduce((total, { contribution }) => total + (contribution ?? 0), 0);
  const nameOf = (key: string) => parties.find((party) => party.key === key)?.name ?? key;
  return (
    <>
      <p>{texts.receipt.counted(counted.length, rows.length, pairs)}</p>
      <div class="receipt-frame">
        <table class="receipt" aria-label={texts.receipt.title}>
          <thead>
            <tr>
              <th scope="col">{texts.receipt.proposition}</th>
              <th scope="col">{texts.receipt.positions}</th>
              <th scope="col" class="number">
                {texts.receipt.adds}
              </th>
            </tr>
          </thead>
          <tbody>
            {ordered.slice(0, shown).map((row) => (
              <tr
                key={`${row.proposition.key} ${row.parties.map(({ key }) => key)}`}
                class={row.counted ? '' : 'aside'}
              >
                <th scope="row">
                  <a
                    href={recordAddress('proposition', row.proposition.key, {
                      asOf: question.asOf,
                      revision: question.revision,
                    })}
                  >
                    {row.proposition.text}
                  </a>
                </th>
                <td>
                  <Pair row={row} nameOf={nameOf} />
                </td>
                <td class="number">
                  {row.counted ? valueInWords(row.contribution, digits) : row.reason && notCountedWords[row.reason]}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {texts.receipt.sum(measureWords[measure].name, valueInWords(value, digits))}
              </th>
              <td class="number">{value === null ? '–' : valueInWords(sum, digits)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {shown < ordered.length && (
        <button type="button" onClick={() => show(ordered.length)}>
          {texts.receipt.all(ordered.length)}
        </button>
      )}
    </>
  );
}

function Pair({ row, nameOf }: { readonly row: EvidenceRow; readonly nameOf: (key: string) => string }) {
  return (
    <span class="pair">
      {row.parties.map(({ key }, index) => (
        <span key={key}>
          {nameOf(key)} <PositionMark standing={row.positions[index] ?? 'UNKNOWN'} />
        </span>
      ))}
    </span>
  );
}
