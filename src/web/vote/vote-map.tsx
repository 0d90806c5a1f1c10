import { useEffect, useState } from 'preact/hooks';
import { recordAddress } from '../address/address.ts';
import { type Voted, votedTexts, voteTexts } from '../texts/en-votes.ts';
import { useWorld } from '../world/use-world.ts';
import { WorldMap } from '../world/world-map.tsx';

interface Props {
  /** Who voted or was recorded as absent, and how. */
  readonly votes: readonly { readonly key: string; readonly name: string; readonly as: Voted }[];
  readonly given: { readonly revision: number | null };
}

/** A small map of the world: who voted how. Nothing until the shapes are there; the groups below say the same in words. */
export function VoteMap({ votes, given }: Props) {
  const world = useWorld();
  const [read, setRead] = useState<string | null>(null);
  const byKey = new Map(votes.map((vote) => [vote.key, vote]));
  // Another vote: who was read before is not read any more.
  useEffect(() => setRead(null), [votes]);
  if (world === null || world === 'FAILED') return null;
  const now = read === null ? undefined : byKey.get(read);
  return (
    <figure class="vote-map">
      <WorldMap
        world={world}
        label={voteTexts.map}
        paintOf={(key) => {
          const vote = byKey.get(key);
          return vote === undefined ? null : { className: `land-${vote.as.toLowerCase()}` };
        }}
        pointed={read}
        onPoint={(key) => setRead(key)}
        hrefOf={(key) => (byKey.has(key) ? recordAddress('party', key, given) : null)}
      />
      <figcaption class="soft" aria-hidden="true">
        {now === undefined ? voteTexts.mapNote : `${now.name}: ${votedTexts[now.as].word}`}
      </figcaption>
    </figure>
  );
}
