import { TitleOfView } from '../frame/title-of-view.tsx';
import type { ComparisonQuery } from '../generated/graphql.ts';
import { texts } from '../texts/texts.ts';
import { countedIn } from './counted.ts';
import type { Question } from './question.ts';

interface Props {
  readonly comparison: ComparisonQuery['comparison'];
  readonly question: Question;
  readonly scope: string;
  /** The newest revision of the ledger; null while loading. */
  readonly newest: number | null;
  readonly ask: (change: Partial<Question>) => void;
}

/** The answer in one sentence, with its day, scope and revision. */
export function Title({ comparison, question, scope, newest, ask }: Props) {
  const names = comparison?.parties.map(({ name }) => name) ?? question.parties;
  const tab = texts.compare.title(names);
  const title = comparison === null ? tab : texts.answer(countedIn(comparison));
  const day = comparison?.scope.asOf ?? question.asOf;
  const shown = comparison?.scope.asKnownAt ?? null;
  return <TitleOfView {...{ title, tab, scope, day, shown, newest }} onNewest={() => ask({ revision: null })} />;
}
