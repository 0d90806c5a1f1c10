import { writeAddress } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { VerdictBar } from '../compare/answer/verdict-bar.tsx';
import { countedIn, countsOf } from '../compare/counted.ts';
import { HomeExampleDocument } from '../generated/graphql.ts';
import { texts } from '../texts/texts.ts';
import { dateInWords } from '../words/dates.ts';
import { shareInWords } from '../words/measures.ts';

/** The joint statement with which the ledger started. */
const example = { parties: ['CN', 'RU'], scope: { asOf: '2022-02-04' } };

/** The answer of a comparison in a sentence and a picture; nothing where the ledger has no such parties. */
export function Example() {
  const { data } = useAnswer(HomeExampleDocument, example);
  const comparison = data?.comparison ?? null;
  if (comparison === null) return <div class="example waiting" aria-hidden="true" />;
  const { measure, value } = comparison.agreement;
  const { asOf } = comparison.scope;
  return (
    <section class="example" aria-labelledby="example">
      <p class="kicker">{texts.home.example}</p>
      <h2 id="example">{texts.answer(countedIn(comparison))}</h2>
      <p class="standfirst">
        {texts.frame.asOf}
        <time dateTime={asOf}>{dateInWords(asOf)}</time>
        {value !== null && ` · ${texts.compare.number(shareInWords(measure, value))}`}
      </p>
      <VerdictBar counts={countsOf(comparison)} />
      <p class="example-more">
        <a class="button" href={writeAddress('/compare', { parties: example.parties, asOf })}>
          {texts.home.exampleMore}
        </a>
      </p>
    </section>
  );
}
