import { TitleOfView } from '../frame/title-of-view.tsx';
import type { AgreementMatrixQuery } from '../generated/graphql.ts';
import { matrixTexts } from '../texts/en-matrix.ts';
import type { Asked } from './question.ts';

interface Props extends Asked {
  readonly matrix: AgreementMatrixQuery['agreementMatrix'];
  /** The newest revision of the ledger; null while loading. */
  readonly newest: number | null;
  /** The scope in words. */
  readonly scope: string;
}

/** The title of a matrix with its day and revision, and a link to a newer revision if there is one. */
export function Title({ matrix, question, newest, scope, ask }: Props) {
  const title = matrix === null ? matrixTexts.title : matrixTexts.titleOf(matrix.parties.length);
  const day = matrix?.scope.asOf ?? question.asOf;
  const shown = matrix?.scope.asKnownAt ?? null;
  return <TitleOfView {...{ title, scope, day, shown, newest }} onNewest={() => ask({ revision: null })} />;
}
