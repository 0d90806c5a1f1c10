import { useEffect, useId, useState } from 'preact/hooks';
import { writeAddress } from '../address/address.ts';
import { navigate } from '../address/navigate.ts';
import { useAnswer } from '../api/use-answer.ts';
import { SuggestionsDocument } from '../generated/graphql.ts';
import { searchTexts } from '../texts/en-search.ts';
import { addressOfHit, detailOfHit } from './hit.ts';
import './search-box.css';

const typingMs = 120;
const mostSuggested = 8;
const mostCharacters = 200;

/** A field that finds everything by its words: a few hits as they are typed, all of them on a page of their own. Works anywhere, once or more on a page. */
export function SearchBox({ text = '' }: { readonly text?: string }) {
  const id = useId();
  const [typed, type] = useState(text);
  const [isOpen, open] = useState(false);
  // -1: the field itself, so that Enter shows all hits.
  const [active, activate] = useState(-1);
  useEffect(() => type(text), [text]);
  const hits = useSuggestions(isOpen ? typed : '');
  const options = isOpen ? (hits?.nodes ?? []) : [];
  const isShown = isOpen && typed.trim() !== '' && hits !== null;
  const go = (address: string) => {
    open(false);
    activate(-1);
    navigate(address);
  };
  const all = writeAddress('/search', { q: typed.trim() });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      open(true);
      const places = options.length + 1;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (places > 1) activate(((active + 1 + step + places) % places) - 1);
    } else if (event.key === 'Escape') {
      if (isShown) event.preventDefault();
      open(false);
      activate(-1);
    }
  };
  return (
    <search class="search-box">
      <form
        action={writeAddress('/search')}
        onSubmit={(event) => {
          event.preventDefault();
          const option = options[active];
          if (option !== undefined) go(addressOfHit(option));
          else if (typed.trim() !== '') go(all);
        }}
      >
        <label class="unseen" for={id}>
          {searchTexts.label}
        </label>
        <input
          id={id}
          name="q"
          role="combobox"
          enterKeyHint="search"
          autocomplete="off"
          spellcheck={false}
          maxLength={mostCharacters}
          placeholder={searchTexts.short}
          aria-autocomplete="list"
          aria-expanded={isShown && options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 && active < options.length ? `${id}-${active}` : undefined}
          value={typed}
          onInput={({ currentTarget }) => {
            type(currentTarget.value);
            activate(-1);
            open(true);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => open(false)}
        />
      </form>
      <div
        id={`${id}-list`}
        class="search-hits"
        role="listbox"
        tabIndex={-1}
        aria-label={searchTexts.label}
        hidden={!isShown || options.length === 0}
      >
        {options.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox, which has the focus, handles its keys
          <div
            key={`${hit.kind} ${hit.key}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The field must not lose the focus before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => go(addressOfHit(hit))}
          >
            <span>{hit.title}</span>
            <span class="search-detail">{detailOfHit(hit)}</span>
          </div>
        ))}
      </div>
      {isShown && (
        <p class={options.length === 0 ? 'search-none' : 'unseen'} role="status">
          {options.length === 0 ? searchTexts.none(typed.trim()) : searchTexts.hits(hits.totalCount)}
        </p>
      )}
    </search>
  );
}

/** The best hits for what is typed; null for nothing and while loading. */
function useSuggestions(typed: string) {
  const text = typed.trim().slice(0, mostCharacters);
  const [asked, askFor] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => askFor(text), typingMs);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useAnswer(SuggestionsDocument, asked === '' ? null : { text: asked, first: mostSuggested });
  return text === '' || asked === '' ? null : (data?.search ?? null);
}
