import { texts } from '../../texts/texts.ts';
import { leastOf, measures, measureWords, noValueWords, shareInWords, valueInWords } from '../../words/measures.ts';
import type { Asked } from '../ask.ts';
import type { Compared } from '../compared.ts';

interface Props extends Asked {
  readonly agreement: Compared['agreement'];
}

/** The number in words; behind a question mark what it means, and the same evidence by other measures. */
export function AgreementNumber({ agreement, question, ask }: Props) {
  const { measure, value, reason, sharedPropositions, pairs } = agreement;
  const words = texts.compare;
  return (
    <div class="number-in-words">
      <p class="value">
        {value === null ? (
          <>
            <strong>{words.noNumber}</strong> <span class="soft">{reason !== null && noValueWords[reason]}</span>
          </>
        ) : (
          <strong>
            {measure === 'AGREEMENT'
              ? words.number(shareInWords(measure, value))
              : words.numberBy(measureWords[measure].name, shareInWords(measure, value))}
          </strong>
        )}
      </p>
      <details class="explain">
        <summary>
          <span aria-hidden="true">?</span>
          <span class="unseen">{words.explain}</span>
        </summary>
        <div class="explained">
          <p>
            <strong>
              {measureWords[measure].name} {valueInWords(value)}.
            </strong>{' '}
            {words.meaning(measureWords[measure].meaning, valueInWords(leastOf(measure), 0))}{' '}
            {words.over(sharedPropositions, pairs)} <a href="#receipt">{words.receiptLink}</a>
          </p>
          <fieldset class="measures">
            <legend>{words.otherMeasures}</legend>
            {measures.map((one) => (
              <label key={one} class="measure" title={measureWords[one].meaning}>
                <input
                  type="radio"
                  name="measure"
                  checked={question.measure === one}
                  onChange={() => ask({ measure: one })}
                />
                <span>{measureWords[one].name}</span>
                <span class="number">
                  {valueInWords(agreement.measures.find((made) => made.measure === one)?.value ?? null)}
                </span>
              </label>
            ))}
            <label class="choice">
              <input
                type="checkbox"
                checked={question.neutral === 'EXCLUDE'}
                onChange={({ currentTarget }) => ask({ neutral: currentTarget.checked ? 'EXCLUDE' : 'KEEP' })}
              />
              {words.leaveNeutral}
            </label>
          </fieldset>
        </div>
      </details>
    </div>
  );
}
