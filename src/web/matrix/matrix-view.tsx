import type { Address } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import {
  AgreementMatrixDocument,
  type AgreementMatrixQuery,
  type AgreementMatrixQueryVariables,
  MatrixChoicesDocument,
} from '../generated/graphql.ts';
import { scopeInWords } from '../scope/scope-in-words.ts';
import { type ScopedView, useScopedAnswer } from '../scope/use-scoped-answer.ts';
import { Loading } from '../states/loading.tsx';
import { Previous } from '../states/previous.tsx';
import { Problem } from '../states/problem.tsx';
import { Controls } from './controls/controls.tsx';
import { MatrixShown } from './matrix-shown.tsx';
import { addressOf, matrixVariables, type Question, readQuestion } from './question.ts';
import { Title } from './title.tsx';
import './matrix.css';

const nobody: readonly never[] = [];

const asMatrix = {
  view: 'matrix',
  document: AgreementMatrixDocument,
  read: readQuestion,
  write: addressOf,
  variablesOf: matrixVariables,
  resolvedOf: ({ agreementMatrix }) => agreementMatrix?.scope ?? null,
} satisfies ScopedView<Question, AgreementMatrixQuery, AgreementMatrixQueryVariables>;

/** The agreement of every party with every other, as a heat map and as a table. */
export function MatrixView({ address }: { readonly address: Address }) {
  const { question, ask, asking } = useScopedAnswer(asMatrix, address);
  const variables = matrixVariables(question);
  const choices = useAnswer(MatrixChoicesDocument, {});
  const matrix = asking.data?.agreementMatrix ?? null;

  const change = { question, ask };
  const issueNames = new Map(choices.data?.issues.nodes.map(({ key, name }) => [key, name]));
  const scope = scopeInWords(question, issueNames);
  return (
    <article class="matrix-view" aria-busy={asking.loading}>
      <Title
        matrix={asking.stale && !asking.loading ? null : matrix}
        scope={scope}
        newest={choices.data?.dataset.revision ?? null}
        {...change}
      />
      <Controls {...change} choices={choices.data} parties={matrix?.parties ?? nobody} />
      {asking.error !== null && <Problem error={asking.error} retry={asking.retry} />}
      {matrix !== null ? (
        <Previous isPrevious={asking.error !== null && asking.stale}>
          <MatrixShown {...change} matrix={matrix} variables={variables} scope={scope} />
        </Previous>
      ) : (
        asking.error === null && <Loading what="the matrix" slow={asking.slow} />
      )}
      {matrix !== null && asking.slow && <p role="status">This takes longer than usual…</p>}
    </article>
  );
}
