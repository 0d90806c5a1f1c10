import { recordAddress } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { BlocNamesDocument, BlocsInVoteDocument, type BlocsInVoteQuery } from '../generated/graphql.ts';
import { type Voted, votedTexts, voteTexts } from '../texts/en-votes.ts';
import { count } from '../texts/intl.ts';
import { TallyBar } from './tally-bar.tsx';
import { votedAs } from './voted.ts';

interface Props {
  readonly proposition: string;
  readonly revision: number | null;
}

/** How the members of each bloc voted, and which left its majority. Nothing until it is known, and where no bloc had members that voted. */
export function BlocsInVote({ proposition, revision }: Props) {
  const names = useAnswer(BlocNamesDocument, { asKnownAt: revision }).data;
  const blocs = names === null ? [] : [...names.blocs.nodes, ...names.groups.nodes].map(({ key }) => key);
  const variables = blocs.length === 0 ? null : { blocs, key: proposition, asKnownAt: revision };
  const { data } = useAnswer(BlocsInVoteDocument, variables);
  const cells = (data?.comparison?.rows.nodes[0]?.cells ?? []).filter(hasVoters);
  if (cells.length === 0) return null;
  return (
    <section aria-labelledby="blocs">
      <h2 id="blocs">{voteTexts.blocs}</h2>
      <p class="soft">{voteTexts.blocsNote}</p>
      <div class="stance-table">
        <table class="vote-blocs">
          <thead>
            <tr>
              <th scope="col">{voteTexts.bloc}</th>
              <th scope="col">{voteTexts.members}</th>
              <th scope="col">{voteTexts.stands}</th>
              <th scope="col">{voteTexts.left}</th>
            </tr>
          </thead>
          <tbody>
            {cells.map((cell) => (
              <BlocRow key={cell.party.key} cell={cell} revision={revision} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type Cell = NonNullable<BlocsInVoteQuery['comparison']>['rows']['nodes'][number]['cells'][number];
type Derived = Cell & { readonly derivation: NonNullable<Cell['derivation']> };

const hasVoters = (cell: Cell): cell is Derived =>
  cell.derivation !== null && cell.derivation.support + cell.derivation.oppose + cell.derivation.neutral > 0;

function BlocRow({ cell, revision }: { readonly cell: Derived; readonly revision: number | null }) {
  const { party, position, derivation } = cell;
  const { members, support, oppose, neutral, absent, dissenters } = derivation;
  const tally = { yes: support, no: oppose, abstain: neutral, absent: absent === 0 ? null : absent };
  return (
    <tr>
      <th scope="row">
        <a href={recordAddress('party', party.key, { revision })}>{party.name}</a>
      </th>
      <td>
        <span class="unseen">{count(members)}: </span>
        <TallyBar tally={tally} />
      </td>
      <td>{position === null ? voteTexts.split : <Mark as={votedAs(position)} />}</td>
      <td>
        {dissenters.length === 0 ? (
          <span class="soft">{position === null ? '–' : voteTexts.nobody}</span>
        ) : (
          <Left dissenters={dissenters} revision={revision} />
        )}
      </td>
    </tr>
  );
}

function Mark({ as }: { readonly as: Voted }) {
  return (
    <span class={`voted voted-${as.toLowerCase()}`}>
      <span class="sign" aria-hidden="true">
        {votedTexts[as].sign}
      </span>{' '}
      {votedTexts[as].word}
    </span>
  );
}

const mostNamed = 12;

/** Who voted otherwise, by how they voted. */
function Left({
  dissenters,
  revision,
}: {
  readonly dissenters: Derived['derivation']['dissenters'];
  readonly revision: number | null;
}) {
  const ways = Map.groupBy(dissenters, ({ position }) => (position === null ? 'ABSENT' : votedAs(position)));
  return (
    <>
      {[...ways].map(([as, some]) => (
        <p key={as} class="vote-left">
          <Mark as={as} />{' '}
          {some.slice(0, mostNamed).map(({ party }, index) => (
            <span key={party.key}>
              {index > 0 && ', '}
              <a href={recordAddress('party', party.key, { revision })}>{party.name}</a>
            </span>
          ))}
          {some.length > mostNamed && ` ${voteTexts.moreOf(some.length - mostNamed)}`}
        </p>
      ))}
    </>
  );
}
