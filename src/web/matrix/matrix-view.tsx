import { useEffect } from 'preact/hooks';
import type { Address } from '../address/address.ts';
import { navigate } from '../address/navigate.ts';
import { presentAddress } from '../address/present-address.ts';
import { questionOf, rememberAnswer } from '../api/remembered-answers.ts';
import { useAnswer } from '../api/use-answer.ts';
import { ChartTabs } from '../charts/chart-tabs.tsx';
import { AgreementMatrixDocument, MatrixChoicesDocument } from '../generated/graphql.ts';
import { scopeInWords } from '../scope/scope-in-words.ts';
import { Loading } from '../states/loading.tsx';
import { Previous } from '../states/previous.tsx';
import { Problem } from '../states/problem.tsx';
import { texts } from '../texts/texts.ts';
import { Controls } from './controls/controls.tsx';
import { MatrixShown } from './matrix-shown.tsx';
import { addressOf, matrixVariables, type Question, readQuestion } from './question.ts';
import { Title } from './title.tsx';
import './matrix.css';

const nobody: readonly never[] = [];

/** The agreement of every party with every other, as a heat map and as a table. */
export function MatrixView({ address }: { readonly address: Address }) {
  const question = readQuestion(address);
  const variables = matrixVariables(question);
  const asked = JSON.stringify(variables);
  const asking = useAnswer(AgreementMatrixDocument, variables);
  const choices = useAnswer(MatrixChoicesDocument, {});
  const matrix = asking.data?.agreementMatrix ?? null;
  const ask = (change: Partial<Question>, how: 'push' | 'replace' = 'push') =>
    navigate(addressOf({ ...readQuestion(presentAddress()), ...change }), how);

  // The day and the revision of the response are added to the address, so that it shows the same tomorrow.
  const isAnswered = matrix !== null && !asking.loading && asking.error === null;
  const asOf = isAnswered ? matrix.scope.asOf : null;
  const revision = isAnswered ? matrix.scope.asKnownAt : null;
  useEffect(() => {
    if (asOf === null || revision === null || asking.data === null) return;
    // The query may have changed between rendering and this effect.
    const now = readQuestion(presentAddress());
    const isStillAsked = JSON.stringify(matrixVariables(now)) === asked;
    if (presentAddress().view !== 'matrix' || !isStillAsked || (now.asOf === asOf && now.revision === revision)) return;
    const answered = { ...now, asOf, revision };
    rememberAnswer(questionOf(AgreementMatrixDocument, matrixVariables(answered)), asking.data);
    navigate(addressOf(answered), 'replace');
  }, [asked, asOf, revision]);

  const change = { question, ask };
  const issueNames = new Map(choices.data?.issues.nodes.map(({ key, name }) => [key, name]));
  const scope = scopeInWords(question, issueNames);
  // Below a title that grows with the answer, and with the issues in it: shown before, it would move.
  const isQuestionShown = (matrix !== null && !choices.loading) || asking.error !== null || asking.slow;
  return (
    <article class="matrix-view" aria-busy={asking.loading}>
      <ChartTabs name="matrix" parameters={address.parameters} />
      <Title
        matrix={asking.stale && !asking.loading ? null : matrix}
        scope={scope}
        newest={choices.data?.dataset.revision ?? null}
        {...change}
      />
      {isQuestionShown && <Controls {...change} choices={choices.data} parties={matrix?.parties ?? nobody} />}
      {asking.error !== null && <Problem error={asking.error} retry={asking.retry} />}
      {matrix !== null && isQuestionShown ? (
        <Previous isPrevious={asking.error !== null && asking.stale}>
          <MatrixShown {...change} matrix={matrix} variables={variables} scope={scope} />
        </Previous>
      ) : (
        asking.error === null && <Loading what={texts.states.what.matrix} slow={asking.slow} />
      )}
      {matrix !== null && asking.slow && <p role="status">{texts.states.slow}</p>}
    </article>
  );
}
