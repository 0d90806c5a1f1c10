import { useId, useRef, useState } from 'preact/hooks';
import { ask as askApi } from '../../api/ask.ts';
import { MembersDocument } from '../../generated/graphql.ts';
import { texts } from '../../texts/texts.ts';
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

/** Selects parties: a combobox that finds countries and persons by name or code, and blocs and groups, which it adds as one column or by their members. */
export function PartyPicker({ question, ask, named }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, type] = useState('');
  const [active, setActive] = useState(0);
  const [said, say] = useState('');
  const [isOpen, open] = useState(false);
  const [problem, setProblem] = useState('');
  const found = useFoundParties(typed);
  const options = isOpen && typed.trim() !== '' ? (found ?? []).flatMap(optionsOf) : [];
  const { parties, asOf, revision } = question;
  const nameOf = (key: string) => named.find((party) => party.key === key)?.name ?? key;

  const add = async ({ party, isByMembers }: Option) => {
    type('');
    open(false);
    setActive(0);
    setProblem('');
    const keys = isByMembers ? await membersOf(party.key, asOf, revision) : [party.key];
    if (keys === null) {
      setProblem(words.membersFailed(party.name));
      return;
    }
    const more = keys.filter((key) => !parties.includes(key)).slice(0, mostParties - parties.length);
    if (more.length > 0) ask({ parties: [...parties, ...more] });
    if (more.length === 0) say(words.nobodyToAdd(party.name));
    else say(isByMembers ? words.membersAdded(more.length, party.name) : words.added(party.name));
  };
  const remove = (key: string) => {
    ask({ parties: parties.filter((one) => one !== key) });
    say(words.removed(nameOf(key)));
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
      <label for={id}>{words.parties}</label>
      <div class="picker-box">
        {parties.map((key) => (
          <span key={key} class="chip">
            {nameOf(key)}
            <button type="button" aria-label={words.remove(nameOf(key))} onClick={() => remove(key)}>
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
          placeholder={words.addParty}
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
        aria-label={words.partiesFound}
        hidden={options.length === 0}
      >
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox, which has the focus, handles its keys
          <div
            key={`${option.party.key} ${option.isByMembers}`}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The input must not lose the focus before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => void add(option)}
          >
            <span>{nameOfOption(option)}</span>
            <span class="code">
              {parties.includes(option.party.key) && !option.isByMembers
                ? words.chosen
                : hasMembers(option.party)
                  ? option.party.kind.toLowerCase()
                  : [option.party.key, option.party.iso3].filter(Boolean).join(' · ')}
            </span>
          </div>
        ))}
      </div>
      <p class="unseen" role="status">
        {options.length > 0 ? words.found(options.length) : said}
      </p>
      {problem !== '' && (
        <p class="picker-none" role="alert">
          {problem}
        </p>
      )}
      {isOpen && found?.length === 0 && <p class="picker-none">{words.noParty(typed.trim())}</p>}
    </div>
  );
}

const words = texts.compare;

/** A party that was found, as itself or, of a bloc, by its members. */
interface Option {
  readonly party: FoundParty;
  readonly isByMembers: boolean;
}

/** A bloc can be compared as one column or replaced by its members. */
const optionsOf = (party: FoundParty): readonly Option[] =>
  hasMembers(party)
    ? [
        { party, isByMembers: false },
        { party, isByMembers: true },
      ]
    : [{ party, isByMembers: false }];

function nameOfOption({ party, isByMembers }: Option): string {
  if (!hasMembers(party)) return party.name;
  return isByMembers ? words.members(party.name) : words.asBloc(party.name);
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
