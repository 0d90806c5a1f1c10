import type { Address } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { ComparisonDocument } from '../generated/graphql.ts';
import { Loading } from '../states/loading.tsx';
import { Problem } from '../states/problem.tsx';

export function CompareView({ address }: { readonly address: Address }) {
  const { data, error, slow, retry } = useAnswer(ComparisonDocument, {
    parties: ['CN', 'RU'],
    scope: { asOf: '2022-02-04' },
  });
  if (error !== null) return <Problem error={error} retry={retry} />;
  if (data?.comparison == null) return <Loading what="the comparison" slow={slow} />;
  return <h1 data-view={address.view}>{data.comparison.parties.map(({ name }) => name).join(' and ')}</h1>;
}
