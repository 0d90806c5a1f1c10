import { useEffect } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { HomeDocument } from '../generated/graphql.ts';
import { SearchBox } from '../search/search-box.tsx';
import { Problem } from '../states/problem.tsx';
import { texts } from '../texts/texts.ts';
import { Example } from './example.tsx';
import { Ledger } from './ledger.tsx';
import { News } from './news.tsx';
import { questions } from './questions.ts';
import './home.css';

/** What Concord is, an answer as an example, good questions, and what is in the ledger. */
export function HomeView() {
  const { data, error, retry } = useAnswer(HomeDocument, {});
  const words = texts.home;
  useEffect(() => {
    document.title = texts.tab(words.title);
  }, []);
  return (
    <article class="home">
      <header class="home-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.what}</p>
        <SearchBox />
      </header>
      <Example />
      <section aria-labelledby="questions">
        <h2 id="questions">{words.questions}</h2>
        <ul class="questions">
          {questions.map(({ text, href }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </section>
      {error !== null && <Problem error={error} retry={retry} />}
      {data !== null && (
        <div class="home-ledger">
          <Ledger dataset={data.dataset} />
          <News revisions={data.revisions.nodes} stances={data.stances.nodes} />
        </div>
      )}
    </article>
  );
}
