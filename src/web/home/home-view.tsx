import { useEffect } from 'preact/hooks';
import { writeAddress } from '../address/address.ts';
import { navigate } from '../address/navigate.ts';
import { useAnswer } from '../api/use-answer.ts';
import { HomeDocument } from '../generated/graphql.ts';
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
    document.title = `Concord – ${words.title}`;
  }, []);
  return (
    <article class="home">
      <header class="home-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.what}</p>
        <search>
          <form
            class="home-search"
            onSubmit={(event) => {
              event.preventDefault();
              const q = new FormData(event.currentTarget).get('q')?.toString().trim();
              if (q) navigate(writeAddress('/search', { q }));
            }}
          >
            <label for="home-search" class="unseen">
              {words.search}
            </label>
            <input id="home-search" name="q" type="search" placeholder={words.searchHint} autocomplete="off" />
            <button type="submit">{words.go}</button>
          </form>
        </search>
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
