import { countInWords } from '../../words/lists.ts';
import { measures, measureWords, noValueWords, valueInWords } from '../../words/measures.ts';
import type { Asked } from '../ask.ts';
import type { Compared } from '../compared.ts';
import './agreement.css';

interface Props extends Asked {
  readonly agreement: Compared['agreement'];
}

/** The number, the counts that it is computed from, and the values of the other measures. */
export function AgreementSummary({ agreement, question, ask }: Props) {
  const { measure, value, reason, sharedPropositions, pairs, same, partial, opposite, warnings } = agreement;
  return (
    <section class="agreement" aria-labelledby="agreement">
      <h2 id="agreement">{measureWords[measure].name}</h2>
      <p class="value">
        <strong>{valueInWords(value)}</strong>
        <span class="n">
          {value === null && reason !== null ? (
            noValueWords[reason]
          ) : (
            <>
              n = {countInWords(sharedPropositions, 'shared proposition')}
              {pairs > 1 && `, mean of ${pairs} pairs`}
            </>
          )}
        </span>
      </p>
      <p class="meaning">
        {capital(measureWords[measure].meaning)}; from {valueInWords(measureWords[measure].least, 0)} to 1.{' '}
        <a href="#receipt">How it adds up</a>
      </p>
      {warnings.map(({ code, message }) => (
        <p key={code} class="warning">
          {message}
        </p>
      ))}
      <Shares same={same} partial={partial} opposite={opposite} />
      <fieldset class="measures">
        <legend>The same evidence by other measures</legend>
        {measures.map((one) => {
          const other = agreement.measures.find((made) => made.measure === one);
          return (
            <label key={one} class="measure" title={measureWords[one].meaning}>
              <input
                type="radio"
                name="measure"
                checked={question.measure === one}
                onChange={() => ask({ measure: one })}
              />
              <span>{measureWords[one].name}</span>
              <span class="number">{valueInWords(other?.value ?? null)}</span>
            </label>
          );
        })}
        <label class="choice">
          <input
            type="checkbox"
            checked={question.neutral === 'EXCLUDE'}
            onChange={({ currentTarget }) => ask({ neutral: currentTarget.checked ? 'EXCLUDE' : 'KEEP' })}
          />
          Leave neutral positions out
        </label>
      </fieldset>
    </section>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The same, partial and opposite pairs over all propositions, as one bar. */
function Shares({
  same,
  partial,
  opposite,
}: {
  readonly same: number;
  readonly partial: number;
  readonly opposite: number;
}) {
  const parts = [
    ['same', same],
    ['partial', partial],
    ['opposite', opposite],
  ] as const;
  return (
    <ul class="shares" aria-label="Pairs of positions">
      {parts.map(([name, count]) => (
        <li key={name} class={`share ${name}`} style={{ flexGrow: count }} hidden={count === 0}>
          <span>
            {count} {name}
          </span>
        </li>
      ))}
    </ul>
  );
}
