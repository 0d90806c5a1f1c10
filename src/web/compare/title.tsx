import { TitleOfView } from '../frame/title-of-view.tsx';
import type { ComparisonQuery } from '../generated/graphql.ts';
import { listInWords } from '../words/lists.ts';
import type { Question } from './question.ts';

interface Props {
  readonly comparison: ComparisonQuery['comparison'];
  readonly question: Question;
  /** The newest revision of the ledger; null while loading. */
  readonly newest: number | null;
  readonly ask: (change: Partial<Question>) => void;
}

const mostNames = 4;

/** The title of a comparison with its day and revision, and a link to a newer revision if there is one. */
export function Title({ comparison, question, newest, ask }: Props) {
  const names = comparison?.parties.map(({ name }) => name) ?? question.parties;
  const who = names.length > mostNames ? `${names.length} parties` : listInWords(names);
  const day = comparison?.scope.asOf ?? question.asOf;
  const title =
    names.length === 0 ? 'Where do they agree?' : names.length === 1 ? `Where ${who} stands` : `Where ${who} agree`;
  const shown = comparison?.scope.asKnownAt ?? null;
  return (
    <TitleOfView {...{ title, day, shown, newest }} onNewest={() => ask({ revision: null })}>
      <p class="address-in-print">{location.href}</p>
    </TitleOfView>
  );
}
