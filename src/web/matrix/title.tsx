import { TitleOfView } from '../frame/title-of-view.tsx';
import type { AgreementMatrixQuery } from '../generated/graphql.ts';
import { countInWords } from '../words/lists.ts';
import type { Asked } from './question.ts';

interface Props extends Asked {
  readonly matrix: AgreementMatrixQuery['agreementMatrix'];
  /** The newest revision of the ledger; null while it is not known. */
  readonly newest: number | null;
}

/** The headline of a matrix, as a sentence. */
export const titleOf = (parties: number): string =>
  `How ${countInWords(parties, 'party', 'parties')} agree, pair by pair`;

/** Says what is shown, on which day and at which revision, and where to if the ledger has gone on. */
export function Title({ matrix, question, newest, ask }: Props) {
  const title = matrix === null ? 'Who agrees with whom' : titleOf(matrix.parties.length);
  const day = matrix?.scope.asOf ?? question.asOf;
  const shown = matrix?.scope.asKnownAt ?? null;
  return <TitleOfView {...{ title, day, shown, newest }} onNewest={() => ask({ revision: null })} />;
}
