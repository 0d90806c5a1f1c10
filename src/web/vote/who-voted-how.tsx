import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { recordAddress, writeAddress } from '../address/address.ts';
import { ask } from '../api/ask.ts';
import { InParts } from '../frame/later.tsx';
import { useLoaded } from '../frame/use-loaded.ts';
import { useNearSight } from '../frame/use-near-sight.ts';
import { type CastVoteFragment, MoreCastVotesDocument, type VotePageQuery } from '../generated/graphql.ts';
import { everyPage } from '../take-away/every-page.ts';
import { type Voted, voted, votedTexts, voteTexts } from '../texts/en-votes.ts';
import { count, locale } from '../texts/intl.ts';
import { votedAs } from './voted.ts';

type PropositionAnswer = NonNullable<VotePageQuery['proposition']>;

interface Props {
  readonly proposition: string;
  readonly stances: PropositionAnswer['stances'];
  readonly rollCall: NonNullable<PropositionAnswer['rollCall']>;
  readonly revision: number | null;
}

/** Who voted how: a group for each way, the parties in it by name. */
export function WhoVotedHow({ proposition, stances, rollCall, revision }: Props) {
  const all = useAllVotes(proposition, stances, revision);
  const [sought, seek] = useState('');
  const place = useRef<HTMLElement>(null);
  const VoteMap = useLoaded(loadMap, useNearSight(place));
  const given = { revision };
  const everybody = useMemo(() => {
    const cast = all.map(({ party, position }) => ({ ...party, as: votedAs(position) }));
    const absent = rollCall.absentParties.map((party) => ({ ...party, as: 'ABSENT' as const }));
    return [...cast, ...absent].sort((a, b) => collator.compare(a.name, b.name));
  }, [all, rollCall]);
  const isSought = ({ name }: { readonly name: string }) => folded(name).includes(folded(sought));
  return (
    <section ref={place} aria-labelledby="who">
      <h2 id="who">{voteTexts.who}</h2>
      {everybody.length > 1 && VoteMap !== null && <VoteMap votes={everybody} given={given} />}
      <div class="vote-who-tools">
        <label>
          {voteTexts.filter}{' '}
          <input type="search" value={sought} onInput={({ currentTarget }) => seek(currentTarget.value)} />
        </label>
        {all.length > 1 && (
          <a
            class="button"
            href={writeAddress('/matrix', { propositions: [proposition], kinds: ['ROLL_CALL'], ...given })}
          >
            {voteTexts.compare}
          </a>
        )}
      </div>
      {voted.map((as) => {
        const group = everybody.filter((one) => one.as === as);
        if (as === 'ABSENT' && group.length === 0) return null;
        return <Group key={as} as={as} parties={group.filter(isSought)} size={group.length} given={given} />;
      })}
      {rollCall.absent === null && <p class="soft">{voteTexts.absencesUnknown}</p>}
      {all.length < stances.totalCount && <p role="status">{voteTexts.loadingRest}</p>}
    </section>
  );
}

const namesAtOnce = 40;

interface GroupProps {
  readonly as: Voted;
  readonly parties: readonly { readonly key: string; readonly name: string }[];
  readonly size: number;
  readonly given: { readonly revision: number | null };
}

function Group({ as, parties, size, given }: GroupProps) {
  const { word, sign } = votedTexts[as];
  return (
    <div class="vote-group">
      <h3>
        <span class={`voted voted-${as.toLowerCase()}`}>
          <span class="sign" aria-hidden="true">
            {sign}
          </span>{' '}
          {word}
        </span>{' '}
        <span class="count">{count(size)}</span>
      </h3>
      {parties.length === 0 ? (
        <p class="soft">{voteTexts.noneSo}</p>
      ) : (
        <ul class="vote-names">
          <InParts items={parties} size={namesAtOnce}>
            {({ key, name }) => (
              <li key={key}>
                <a href={recordAddress('party', key, given)}>{name}</a>
              </li>
            )}
          </InParts>
        </ul>
      )}
    </div>
  );
}

/** The map, which is loaded when it is nearly in sight: what it says is also in words. */
const loadMap = async () => (await import('./vote-map.tsx')).VoteMap;

const collator = new Intl.Collator(locale);

/** As names are looked for: without case and accents. */
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** All votes: those of the answer, and where there are more, of the pages after it when they have come. */
function useAllVotes(key: string, { nodes, pageInfo }: Props['stances'], revision: number | null) {
  const [more, setMore] = useState<readonly CastVoteFragment[]>([]);
  const { hasNextPage, endCursor } = pageInfo;
  useEffect(() => {
    setMore([]);
    if (!hasNextPage) return;
    const aborting = new AbortController();
    everyPage(250, async ({ first, after }) => {
      const variables = { key, asKnownAt: revision, first, after: after ?? endCursor };
      const { proposition } = await ask(MoreCastVotesDocument, variables, aborting.signal);
      return proposition?.stances ?? null;
    }).then(setMore, () => undefined); // the page says that there are more
    return () => aborting.abort();
  }, [key, revision, hasNextPage, endCursor]);
  return useMemo(() => [...nodes, ...more], [nodes, more]);
}
