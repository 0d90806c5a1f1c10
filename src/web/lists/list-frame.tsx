import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { type Address, writeAddress } from '../address/address.ts';
import { navigate } from '../address/navigate.ts';
import { presentAddress } from '../address/present-address.ts';
import type { Asking } from '../api/use-answer.ts';
import { TypedField } from '../fields/typed-field.tsx';
import { Loading } from '../states/loading.tsx';
import { Problem } from '../states/problem.tsx';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { listsTexts } from '../texts/en-lists.ts';
import { texts } from '../texts/texts.ts';
import '../record/record.css';
import './lists.css';

interface Props {
  /** The path of the list, such as `/issue`. */
  readonly path: string;
  readonly title: string;
  readonly hint: string;
  readonly words: string;
  readonly asking: Asking<unknown>;
  readonly isEmpty: boolean;
  readonly document: { toString(): string };
  readonly variables: unknown;
  /** Beside the words. */
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
}

const mostWords = 200;

/** The words that a list is searched for, from its address. */
export const wordsIn = ({ parameters }: Pick<Address, 'parameters'>): string =>
  (parameters.get('q') ?? '').slice(0, mostWords);

/** The variable of the query for it. */
export const searchFor = (words: string): string | null => words.trim() || null;

/** Changes parameters of the present address; an empty one is left out. */
export function change(path: string, given: Readonly<Record<string, string>>, how: 'push' | 'replace'): void {
  const { parameters } = presentAddress();
  const changed = { ...Object.fromEntries(parameters), after: '', ...given };
  const written = Object.entries(changed).filter(([, value]) => value !== '');
  navigate(writeAddress(path, Object.fromEntries(written)), how);
}

/** The frame of all lists of records: the heading, the words by which they are found, and errors. */
export function ListFrame(props: Props) {
  const { path, title, hint, words, asking, isEmpty, document: query, variables, tools, children } = props;
  const { data, error, loading, slow, retry } = asking;
  useEffect(() => {
    document.title = texts.tab(title);
  }, [title]);
  return (
    <article class="record list-view" aria-busy={loading}>
      <header class="title">
        <h1>{title}</h1>
        {words.trim() !== '' && <p class="printed-scope print-only">{texts.quoted(words)}</p>}
      </header>
      <search class="list-search">
        <TypedField label={listsTexts.find} hint={hint} value={words} change={(q) => change(path, { q }, 'replace')} />
        {tools}
      </search>
      {error !== null && <Problem error={error} retry={retry} />}
      {data === null && error === null && <Loading what={texts.states.what.list} slow={slow} />}
      {data !== null && error === null && (
        <>
          {isEmpty ? <p role="status">{listsTexts.none}</p> : children}
          <QueryBehind document={query} variables={variables} />
        </>
      )}
    </article>
  );
}
