import { useEffect } from 'preact/hooks';
import type { Address } from '../address/address.ts';
import { navigate } from '../address/navigate.ts';
import { presentAddress } from '../address/present-address.ts';
import { questionOf, rememberAnswer } from '../api/remembered-answers.ts';
import { useAnswer } from '../api/use-answer.ts';
import { ComparisonDocument, LedgerDocument } from '../generated/graphql.ts';
import { Restrictions } from '../scope/restrictions.tsx';
import { StanceDialog } from '../stance/stance-dialog.tsx';
import { Loading } from '../states/loading.tsx';
import { Problem } from '../states/problem.tsx';
import { ComparisonShown } from './comparison-shown.tsx';
import { DatePicker } from './dates/date-picker.tsx';
import { IssuePicker } from './pick/issue-picker.tsx';
import { KindPicker } from './pick/kind-picker.tsx';
import { PartyPicker } from './pick/party-picker.tsx';
import { addressOf, comparisonVariables, type Question, readQuestion } from './question.ts';
import { Title } from './title.tsx';
import './compare.css';

/** Positions side by side: which party holds which, where they agree, and on what evidence. */
export function CompareView({ address }: { readonly address: Address }) {
  const question = readQuestion(address);
  const variables = question.parties.length === 0 ? null : comparisonVariables(question);
  const ledger = useAnswer(LedgerDocument, {});
  const asking = useAnswer(ComparisonDocument, variables);
  const comparison = variables === null ? null : (asking.data?.comparison ?? null);
  const ask = (change: Partial<Question>, how: 'push' | 'replace' = 'push') =>
    navigate(addressOf({ ...readQuestion(presentAddress()), ...change }), how);

  // The day and the revision of the response are added to the address, so that it shows the same tomorrow; parties by other names get their keys.
  const isAnswered = comparison !== null && !asking.loading && asking.error === null;
  const asOf = isAnswered ? comparison.scope.asOf : null;
  const revision = isAnswered ? comparison.scope.asKnownAt : null;
  const parties = isAnswered ? comparison.parties.map(({ key }) => key) : null;
  useEffect(() => {
    if (asOf === null || revision === null || parties === null || asking.data === null) return;
    // The query may have changed between rendering and this effect.
    const now = readQuestion(presentAddress());
    const isStillAsked = JSON.stringify(comparisonVariables(now)) === JSON.stringify(variables);
    const answered = { ...now, parties, asOf, revision };
    if (presentAddress().view !== 'compare' || !isStillAsked || addressOf(answered) === addressOf(now)) return;
    rememberAnswer(questionOf(ComparisonDocument, comparisonVariables(answered)), asking.data);
    navigate(addressOf(answered), 'replace');
  });

  const change = { question, ask };
  return (
    <article class="compare" aria-busy={asking.loading}>
      <Title comparison={comparison} question={question} newest={ledger.data?.dataset.revision ?? null} ask={ask} />
      <form class="controls" onSubmit={(event) => event.preventDefault()}>
        <PartyPicker {...change} named={comparison?.parties ?? []} />
        <IssuePicker {...change} issues={ledger.data?.issues.nodes ?? null} />
        <KindPicker {...change} rollCalls={ledger.data?.dataset.counts.rollCalls ?? 0} />
        <Restrictions {...change} />
        <DatePicker {...change} ledger={ledger.data} />
      </form>
      {asking.error !== null && <Problem error={asking.error} retry={asking.retry} />}
      {comparison !== null ? (
        <ComparisonShown {...change} comparison={comparison} variables={variables} />
      ) : variables === null ? (
        <div class="notice">
          <h2>Choose whom to compare</h2>
          <p>Add two or more parties above: a country by its name or code, or the members of a bloc.</p>
        </div>
      ) : (
        asking.error === null && <Loading what="the comparison" slow={asking.slow} />
      )}
      {comparison !== null && asking.slow && <p role="status">This takes longer than usual…</p>}
      {question.stance !== null && (
        <StanceDialog
          key={question.stance}
          stanceKey={question.stance}
          revision={question.revision}
          show={(stance) => ask({ stance }, 'replace')}
          close={() => ask({ stance: null }, 'replace')}
        />
      )}
    </article>
  );
}
