import { useId, useRef, useState } from 'preact/hooks';
import { ask as askApi } from '../../api/ask.ts';
import { MembersDocument } from '../../generated/graphql.ts';
import { countInWords } from '../../words/lists.ts';
import type { Question } from '../question.ts';
import { type FoundParty, useFoundParties } from './use-found-parties.ts';
import './pick.css';

interface Props {
  readonly question: Pick<Question, 'parties' | 'asOf' | 'revision'>;
  readonly ask: (change: Pick<Question, 'parties'>) => void;
  /** The selected parties whose names are known. */
  readonly named: readonly { readonly key: string; readonly name: string }[];
}

/** The API's maximum. */
const mostParties = 250;

/** Selects parties: a combobox that finds countries and persons by name or code, and blocs and groups, whose members it adds. */
export function PartyPicker({ question, ask, named }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, type] = useState('');
  const [active, setActive] = useState(0);
  const [said, say] = useState('');
  const [isOpen, open] = useState(false);
  const [problem, setProblem] = useState('');
  const found = useFoundParties(typed);
  const options = isOpen && typed.trim() !== '' ? (found ?? []) : [];
  const { parties, asOf, revision } = question;
  const nameOf = (key: string) => named.find((party) => party.key === key)?.name ?? key;

  const add = async (party: FoundParty) => {
    type('');
    open(false);
    setActive(0);
    setProblem('');
    const keys = hasMembers(party) ? await membersOf(party.key, asOf, revision) : [party.key];
    if (keys === null) {
      setProblem(`The members of ${party.name} could not be loaded; try again.`);
      return;
    }
    const more = keys.filter((key) => !parties.includes(key)).slice(0, mostParties - parties.length);
    if (more.length > 0) ask({ parties: [...parties, ...more] });
    say(
      more.length === 0
        ? `Nobody to add: ${party.name}.`
        : hasMembers(party)
          ? `${countInWords(more.length, 'member')} of ${party.name} added.`
          : `${party.name} added.`,
    );
  };
  const remove = (key: string) => {
    ask({ parties: parties.filter((one) => one !== key) });
    say(`${nameOf(key)} removed.`);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const option = options[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      open(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (options.length > 0) setActive((active + step + options.length) % options.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (option !== undefined) void add(option);
    } else if (event.key === 'Escape') {
      if (options.length > 0) event.preventDefault();
      if (options.length === 0) type('');
      open(false);
    } else if (event.key === 'Backspace' && typed === '') {
      const last = parties.at(-1);
      if (last !== undefined) remove(last);
    }
  };
  const optionId = (index: number) => `${id}-${index}`;
  return (
    <div class="picker party-picker">
      <label for={id}>Parties</label>
      <div class="picker-box">
        {parties.map((key) => (
          <span key={key} class="chip">
            {nameOf(key)}
            <button type="button" aria-label={`Remove ${nameOf(key)}`} onClick={() => remove(key)}>
              ×
            </button>
          </span>
        ))}
        <input
          ref={input}
          id={id}
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          placeholder="Add a country or a bloc"
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={options.length > 0 ? optionId(active) : undefined}
          value={typed}
          onInput={({ currentTarget }) => {
            type(currentTarget.value);
            setActive(0);
            open(true);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => open(false)}
        />
      </div>
      <div
        id={`${id}-list`}
        class="found"
        role="listbox"
        tabIndex={-1}
        aria-label="Parties found"
        hidden={options.length === 0}
      >
        {options.map((party, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox, which has the focus, handles its keys
          <div
            key={party.key}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The input must not lose the focus before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => void add(party)}
          >
            <span>{hasMembers(party) ? `Members of ${party.name}` : party.name}</span>
            <span class="code">
              {parties.includes(party.key)
                ? 'chosen'
                : hasMembers(party)
                  ? party.kind.toLowerCase()
                  : [party.key, party.iso3].filter(Boolean).join(' · ')}
            </span>
          </div>
        ))}
      </div>
      <p class="unseen" role="status">
        {options.length > 0 ? `${countInWords(options.length, 'party', 'parties')} found` : said}
      </p>
      {problem !== '' && (
        <p class="picker-none" role="alert">
          {problem}
        </p>
      )}
      {isOpen && found?.length === 0 && <p class="picker-none">No party is called “{typed.trim()}”.</p>}
    </div>
  );
}

const hasMembers = ({ kind }: FoundParty): boolean => kind === 'BLOC' || kind === 'GROUP';

/** Keys of the members of a bloc or group on a day; null if the request fails. */
async function membersOf(
  bloc: string,
  asOf: string | null,
  asKnownAt: number | null,
): Promise<readonly string[] | null> {
  try {
    const { parties } = await askApi(MembersDocument, { bloc, asOf, asKnownAt }, new AbortController().signal);
    return parties.nodes.map(({ key }) => key);
  } catch {
    return null;
  }
}
