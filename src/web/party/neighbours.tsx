import { writeAddress } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { chartAddress } from '../charts/chart-address.ts';
import { type NeighbourFragment, NeighboursDocument } from '../generated/graphql.ts';
import { givenOf, type Question } from '../record/question.ts';
import { recordTexts } from '../texts/en-records.ts';
import { percent } from '../texts/intl.ts';
import './neighbours.css';

interface Props {
  readonly party: string;
  readonly day: string;
  readonly question: Question;
}

/** So many propositions have to be shared: of fewer, nearly everybody is nearest. */
const fewClaims = 5;
const fewVotes = 20;
const years = 10;

/** The ten countries that agree most with a party, and the ten that agree least: on claims, and in the votes of the last ten years. */
export function Neighbours({ party, day, question }: Props) {
  const from = `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}-01-01`;
  const asKnownAt = question.revision;
  const claims = { asOf: day, kinds: ['CLAIM' as const], asKnownAt };
  const votes = { asOf: day, kinds: ['ROLL_CALL' as const], takenFrom: from, asKnownAt };
  const { data, error } = useAnswer(NeighboursDocument, { key: party, claims, votes, fewClaims, fewVotes, asKnownAt });
  const found = data?.party ?? null;
  // Keeps the room, so that what follows is not pushed down.
  if (found === null)
    return data === null && error === null ? <div class="neighbours-waiting" aria-hidden="true" /> : null;
  const given = { ...givenOf(question) };
  const lists = [
    { on: recordTexts.onClaims, least: fewClaims, near: found.nearestOnClaims, far: found.farthestOnClaims, scope: {} },
    {
      on: recordTexts.inVotes(from.slice(0, 4)),
      least: fewVotes,
      near: found.nearestInVotes,
      far: found.farthestInVotes,
      scope: { kinds: ['ROLL_CALL'], takenFrom: from },
    },
  ].filter(({ near }) => near.length > 0);
  if (lists.length === 0) return null;
  return (
    <section aria-labelledby="neighbours">
      <h2 id="neighbours">{recordTexts.neighbours}</h2>
      {lists.map(({ on, least, near, far, scope }) => (
        <div key={on} class="neighbours">
          <List title={`${recordTexts.nearest}, ${on}`} party={party} pairs={near} given={{ ...given, ...scope }} />
          <List title={`${recordTexts.farthest}, ${on}`} party={party} pairs={far} given={{ ...given, ...scope }} />
          <p class="soft">
            {recordTexts.fewest(least)}{' '}
            <a href={chartAddress('world', { party, ...given, ...scope, minimum: least })}>
              {recordTexts.onWorldMap(on)}
            </a>
          </p>
        </div>
      ))}
    </section>
  );
}

interface ListProps {
  readonly title: string;
  readonly party: string;
  readonly pairs: readonly NeighbourFragment[];
  readonly given: Readonly<Record<string, string | number | readonly string[] | null>>;
}

function List({ title, party, pairs, given }: ListProps) {
  return (
    <div>
      <h3>{title}</h3>
      <ol class="neighbour-list">
        {pairs.map(({ other, value, shared }) => (
          <li key={other.key}>
            <a href={writeAddress('/compare', { parties: [party, other.key], ...given })}>{other.name}</a>
            <span class="neighbour-bar" aria-hidden="true">
              <span style={{ '--value': value ?? 0 }} />
            </span>
            <span class="neighbour-value">{value === null ? '–' : percent(value)}</span>
            <span class="soft">{recordTexts.shared(shared)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
