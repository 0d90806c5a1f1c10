import { useMemo } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { changeBy } from '../charts/change-by.ts';
import type { ChartProps } from '../charts/chart.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { ChartWaiting } from '../charts/chart-waiting.tsx';
import { Choice } from '../fields/choice.tsx';
import { AgreementMatrixDocument, MatrixChoicesDocument, MatrixGroupsDocument } from '../generated/graphql.ts';
import { ScopeFilters } from '../scope/scope-filters.tsx';
import { scopeInWords } from '../scope/scope-in-words.ts';
import { withProvenance } from '../take-away/provenance.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { Watch } from '../take-away/watch.tsx';
import { matrixTexts } from '../texts/en-matrix.ts';
import { MatrixShown } from './matrix-shown.tsx';
import { matrixTable } from './matrix-table.ts';
import { orderedMatrix } from './ordered-matrix.ts';
import { PairsTable } from './pairs/pairs-table.tsx';
import { PartyChoice } from './party-choice.tsx';
import { comparisonAddress, matrixVariables, type Order, parametersOf, readQuestion } from './question.ts';
import { matrixPicture } from './take-away/matrix-picture.ts';
import '../charts/chart-body.css';
import './matrix.css';

const words = matrixTexts;

/** The agreement of every party with every other, as a heat map and pair by pair. */
export function MatrixChart({ parameters, change }: ChartProps) {
  const question = readQuestion(parameters);
  const variables = matrixVariables(question);
  const asking = useAnswer(AgreementMatrixDocument, variables);
  const choices = useAnswer(MatrixChoicesDocument, {}).data;
  const groups = useAnswer(MatrixGroupsDocument, question.order === 'groups' ? variables : null).data;
  const matrix = asking.data?.agreementMatrix ?? null;
  const ordered = useMemo(
    () => (matrix === null ? null : orderedMatrix(matrix, question.order, groups?.structure?.groups ?? null)),
    [matrix, question.order, groups],
  );
  const ask = changeBy(question, parametersOf, change);
  const scope = scopeInWords(question, new Map(choices?.issues.nodes.map(({ key, name }) => [key, name])));
  const controls = (
    <ScopeFilters question={question} ask={ask} choices={choices} hasMeasure>
      <Choice
        label={words.controls.order}
        value={question.order}
        options={Object.entries(words.controls.orders)}
        change={(order) => ask({ order: order as Order })} // its options are these
      />
      <PartyChoice question={question} ask={ask} parties={matrix?.parties ?? []} />
    </ScopeFilters>
  );
  if (asking.error !== null || matrix === null || ordered === null || matrix.parties.length < 2) {
    const nothing = matrix === null || asking.loading ? null : words.noPairs(matrix.parties.length);
    return <ChartWaiting title={words.title} controls={controls} asking={asking} nothing={nothing} />;
  }
  const { measure } = matrix;
  const { asOf, asKnownAt } = matrix.scope;
  const answered = { ...question, asOf, revision: asKnownAt };
  const hrefOf = (one: string, other: string) => comparisonAddress(answered, [one, other]);
  const asked = { scope: variables.scope, policy: variables.policy };
  const stored = { name: 'agreement-matrix', parameters: variables };
  return (
    <ChartFrame
      name="matrix"
      title={words.titleOf(matrix.parties.length)}
      scope={scope}
      asOf={asOf}
      revision={asKnownAt}
      given={parametersOf(answered)}
      table={matrixTable(ordered, hrefOf)}
      asTable={() => <PairsTable matrix={ordered} measure={measure} question={answered} ask={ask} />}
      taken={{
        file: `${matrix.parties.length}-parties`,
        picture: () => matrixPicture(ordered, measure),
        json: () => withProvenance({ asOf, asKnownAt, scope: asked }, variables, { matrix }),
        asked,
        more: (
          <>
            <Watch table={stored} />
            <QueryBehind document={AgreementMatrixDocument} variables={variables} table={stored} />
          </>
        ),
      }}
      busy={asking.loading}
      controls={controls}
    >
      <MatrixShown matrix={ordered} measure={measure} question={question} ask={ask} hrefOf={hrefOf} />
    </ChartFrame>
  );
}
