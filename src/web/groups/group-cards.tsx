import { recordAddress } from '../address/address.ts';
import { useFirst } from '../frame/use-first.tsx';
import type { PartyGroupsQuery } from '../generated/graphql.ts';
import { Mark } from '../party-map/mark.tsx';
import { groupColours } from '../party-map/marks.ts';
import { groupsTexts } from '../texts/en-groups.ts';
import { count, percent } from '../texts/intl.ts';

export type Structure = NonNullable<PartyGroupsQuery['structure']>;
type Group = Structure['groups'][number];

const words = groupsTexts;
const firstShown = 16;

/** A card for each group: how close it is, what sets it apart, and its members, the clearest first. */
export function GroupCards({ groups, given }: { readonly groups: readonly Group[]; readonly given: Given }) {
  return (
    <div class="group-cards">
      {groups.map((group) => (
        <GroupCard key={group.number} group={group} given={given} />
      ))}
    </div>
  );
}

/** The day and the revision of links to records. */
export type Given = {
  readonly asOf: string | null;
  readonly revision: number | null;
};

function GroupCard({ group, given }: { readonly group: Group; readonly given: Given }) {
  const { number, size, within, outside, members, wedges } = group;
  const colour = (number - 1) % groupColours.light.length;
  const { shown, rest } = useFirst(byClarity(members), firstShown);
  return (
    <section class="group-card" aria-labelledby={`group-${number}`}>
      <h2 id={`group-${number}`}>
        <Mark colour={colour} /> {words.group(number)} <span class="count">{count(size)}</span>
      </h2>
      <p class="soft">{words.within(within, outside)}</p>
      {wedges.nodes.length > 0 && (
        <details>
          <summary>{words.apart}</summary>
          <ul class="group-wedges">
            {wedges.nodes.map(({ proposition, left, value }) => (
              <li key={proposition.key}>
                {words.side[left.side]}:{' '}
                <a href={recordAddress(proposition.rollCall === null ? 'proposition' : 'vote', proposition.key, given)}>
                  {proposition.rollCall?.title ?? proposition.text}
                </a>{' '}
                <span class="soft">{percent(value)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <ol class="group-members" style={{ '--light': groupColours.light[colour], '--dark': groupColours.dark[colour] }}>
        {shown.map(({ party, silhouette }) => (
          <li key={party.key} title={words.member(party.name, silhouette)}>
            <a href={recordAddress('party', party.key, given)}>{party.name}</a>
            <span class="group-bar" aria-hidden="true">
              <span style={{ '--share': Math.max(0, silhouette) }} />
            </span>
          </li>
        ))}
      </ol>
      {rest}
    </section>
  );
}

/** Members, those first that belong to the group most clearly. */
export const byClarity = (members: Group['members']): Group['members'] =>
  members.toSorted((a, b) => b.silhouette - a.silhouette || (a.party.name < b.party.name ? -1 : 1));
