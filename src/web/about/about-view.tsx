import { useEffect } from 'preact/hooks';
import { writeAddress } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { AboutDocument } from '../generated/graphql.ts';
import { Loading } from '../states/loading.tsx';
import { Problem } from '../states/problem.tsx';
import { aboutTexts } from '../texts/en-about.ts';
import { list } from '../texts/intl.ts';
import { texts } from '../texts/texts.ts';
import { LedgerFacts } from './ledger-facts.tsx';
import '../record/record.css';
import './about.css';

const example = ['CN', 'RU'] as const;

/** What Concord is and how it counts, in plain words, and what the ledger holds. */
export function AboutView() {
  const { data, error, slow, retry } = useAnswer(AboutDocument, { example });
  const { title, what, sections, links, further } = aboutTexts;
  useEffect(() => {
    document.title = texts.tab(title);
  }, [title]);
  const agreement = data?.comparison?.agreement ?? null;
  return (
    <article class="record about-view">
      <header class="title">
        <h1>{title}</h1>
      </header>
      <p class="note">{what}</p>
      {Object.entries(sections).map(([name, { heading, paragraphs }]) => (
        <section key={name} aria-labelledby={name}>
          <h2 id={name}>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {name === 'number' && agreement !== null && agreement.value !== null && (
            <p>
              {aboutTexts.example(list(aboutTexts.exampleNames), { ...agreement, value: agreement.value })}{' '}
              <a href={writeAddress('/compare', { parties: example })}>{aboutTexts.exampleLink}</a>.
            </p>
          )}
        </section>
      ))}
      {error !== null && <Problem error={error} retry={retry} />}
      {data === null && error === null && <Loading what={texts.states.what.ledger} slow={slow} />}
      {data !== null && <LedgerFacts dataset={data.dataset} />}
      <nav class="about-links" aria-label={further}>
        {links.map(([path, text]) => (
          <a key={path} class="button" href={writeAddress(path)}>
            {text}
          </a>
        ))}
      </nav>
    </article>
  );
}
