import { writeAddress } from '../address/address.ts';
import { chartAddress } from '../charts/chart-address.ts';
import { LeftOut } from '../party-map/left-out.tsx';
import { scopeParameters } from '../scope/asked-scope.ts';
import { groupsTexts } from '../texts/en-groups.ts';
import { BlocsTable } from './blocs-table.tsx';
import { BridgesTable } from './bridges-table.tsx';
import { GroupCards, type Structure } from './group-cards.tsx';
import { NumbersOfGroups } from './numbers-of-groups.tsx';
import type { Asked } from './question.ts';

interface Props extends Asked {
  readonly structure: Structure;
}

const words = groupsTexts;

/** The groups, the blocs of the day beside them, and who stands between two. */
export function GroupsShown({ structure, question, ask }: Props) {
  const { groups, leftOut, bridges } = structure;
  const given = { asOf: question.asOf, revision: question.revision };
  const nameOf = (key: string) => leftOut.find(({ party }) => party.key === key)?.party.name ?? key;
  return (
    <>
      <p class="chart-notes">{words.how}</p>
      <GroupCards groups={groups} given={given} />
      <p class="ways">
        <a class="button" href={writeAddress('/matrix', { ...scopeParameters(question), order: 'groups' })}>
          {words.matrix}
        </a>{' '}
        <a class="button" href={chartAddress('map', scopeParameters(question))}>
          {words.map}
        </a>
      </p>
      <BlocsTable structure={structure} given={given} />
      <BridgesTable bridges={bridges} given={given} />
      <NumbersOfGroups structure={structure} question={question} ask={ask} />
      <LeftOut parties={leftOut} nameOf={nameOf} />
    </>
  );
}
