import { useMemo } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import {
  AgreementMatrixDocument,
  type AgreementMatrixQuery,
  type AgreementMatrixQueryVariables,
  MatrixGroupsDocument,
} from '../generated/graphql.ts';
import { withProvenance } from '../take-away/provenance.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { TakeAway } from '../take-away/take-away.tsx';
import { Watch } from '../take-away/watch.tsx';
import { chartTexts } from '../texts/en-charts.ts';
import { matrixTexts } from '../texts/en-matrix.ts';
import { dateInWords } from '../words/dates.ts';
import { HeatMap } from './heat-map/heat-map.tsx';
import { ZoomButtons } from './heat-map/zoom-buttons.tsx';
import { Legend } from './legend/legend.tsx';
import { orderedMatrix } from './ordered-matrix.ts';
import { PairsTable } from './pairs/pairs-table.tsx';
import { type Asked, comparisonAddress } from './question.ts';
import { matrixCsv } from './take-away/matrix-csv.ts';
import { matrixPicture } from './take-away/matrix-picture.ts';
import { useAfterFrame } from './use-after-frame.ts';

interface Props extends Asked {
  readonly matrix: NonNullable<AgreementMatrixQuery['agreementMatrix']>;
  readonly variables: AgreementMatrixQueryVariables;
  /** The scope in words. */
  readonly scope: string;
}

/** A loaded matrix, as a map and as a table. */
export function MatrixShown({ matrix, variables, scope: scopeWords, question, ask }: Props) {
  const { measure, scope } = matrix;
  const groups = useAnswer(MatrixGroupsDocument, question.order === 'groups' ? variables : null).data;
  const ordered = useMemo(
    () => orderedMatrix(matrix, question.order, groups?.structure?.groups ?? null),
    [matrix, question.order, groups],
  );
  const isMapDrawn = useAfterFrame();
  const unknown = useMemo(() => countUnknown(matrix.values), [matrix]);
  if (matrix.parties.length < 2) {
    return (
      <div class="notice">
        <h2>{matrixTexts.noPairs}</h2>
        <p>{matrixTexts.noPairsWhy(matrix.parties.length)}</p>
      </div>
    );
  }
  const hrefOf = (one: string, other: string) => comparisonAddress(question, [one, other]);
  const provenance = {
    asOf: scope.asOf,
    asKnownAt: scope.asKnownAt,
    scope: { scope: variables.scope, policy: variables.policy },
  };
  const about = `${scopeWords}, ${dateInWords(scope.asOf)}`;
  const title = matrixTexts.titleOf(matrix.parties.length);
  const table = { name: 'agreement-matrix', parameters: variables };
  return (
    <>
      <div class="matrix-head">
        <Legend measure={measure} unknown={chartTexts.unknownPairs(unknown)}>
          {ordered.bands.length > 0 && (
            <p class="legend-unknown">
              <span class="swatch framed" aria-hidden="true" />{' '}
              {chartTexts.bands(ordered.bands.map(({ size }) => size))}
            </p>
          )}
        </Legend>
        <ZoomButtons question={question} ask={ask} />
      </div>
      <HeatMap matrix={ordered} measure={measure} minimum={question.minimum} zoom={question.zoom} hrefOf={hrefOf} />
      {isMapDrawn && <PairsTable matrix={ordered} measure={measure} question={question} ask={ask} />}
      <TakeAway
        name={`concord-matrix-${matrix.parties.length}-parties-${scope.asOf}-revision-${scope.asKnownAt}`}
        cited={{ title, scope: about, revision: scope.asKnownAt }}
        forms={{
          csv: () => matrixCsv(ordered, hrefOf, provenance),
          json: () => withProvenance(provenance, variables, { matrix }),
          picture: () => matrixPicture(ordered, measure),
        }}
      />
      <Watch table={table} />
      <QueryBehind document={AgreementMatrixDocument} variables={variables} table={table} />
    </>
  );
}

/** The number of pairs without a value. */
function countUnknown(values: readonly (readonly (number | null)[])[]): number {
  let unknown = 0;
  for (const [row, line] of values.entries()) {
    for (let column = 0; column < row; column++) if (line[column] === null) unknown++;
  }
  return unknown;
}
