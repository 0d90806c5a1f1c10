import { useEffect } from 'preact/hooks';
import type { Address } from '../address/address.ts';
import { navigate } from '../address/navigate.ts';
import { presentAddress } from '../address/present-address.ts';
import { questionOf, rememberAnswer } from '../api/remembered-answers.ts';
import { useAnswer } from '../api/use-answer.ts';
import { ComparisonDocument, LedgerDocument } from '../generated/graphql.ts';
import { scopeInWords } from '../scope/scope-in-words.ts';
import { StanceDialog } from '../stance/stance-dialog.tsx';
import { Loading } from '../states/loading.tsx';
import { Previous } from '../states/previous.tsx';
import { Problem } from '../states/problem.tsx';
import { texts } from '../texts/texts.ts';
import { ComparisonShown } from './comparison-shown.tsx';
import { Filters } from './filters.tsx';
import { MembersDialog } from './members/members-dialog.tsx';
import { addressOf, comparisonVariables, type Question, readQuestion } from './question.ts';
import { Title } from './title.tsx';
import { useAnswered } from './use-answered.ts';
import './compare.css';

/** Changes the question that is in the address by then. */
const ask = (change: Partial<Question>, how: 'push' | 'replace' = 'push') =>
  navigate(addressOf({ ...readQuestion(presentAddress()), ...change }), how);

/** Positions side by side: which party holds which, where they agree, and on what evidence. */
export function CompareView({ address }: { readonly address: Address }) {
  const question = readQuestion(address);
  const variables = question.parties.length === 0 ? null : comparisonVariables(question);
  const ledger = useAnswer(LedgerDocument, {});
  const asking = useAnswer(ComparisonDocument, variables);
  const comparison = variables === null ? null : (asking.data?.comparison ?? null);
  const answer = asking.loading || asking.error !== null ? null : comparison;
  const answered = useAnswered(question, answer);

  // The day and the revision of the response are added to the address, so that it shows the same tomorrow; parties by other names get their keys.
  useEffect(() => {
    if (answer === null || answered === null || variables === null) return;
    // The query may have changed between rendering and this effect.
    const now = readQuestion(presentAddress());
    const isStillAsked = JSON.stringify(comparisonVariables(now)) === JSON.stringify(variables);
    const { parties, asOf, revision } = answered;
    const then = { ...now, parties, asOf, revision };
    if (presentAddress().view !== 'compare' || !isStillAsked || addressOf(then) === addressOf(now)) return;
    rememberAnswer(questionOf(ComparisonDocument, comparisonVariables(then)), asking.data);
    navigate(addressOf(then), 'replace');
  });

  const change = { question, ask };
  const issueNames = new Map(ledger.data?.issues.nodes.map(({ key, name }) => [key, name]));
  const scope = scopeInWords(question, issueNames);
  // Where the question failed, what is there answers the question before, and must not stand below the new one as if it were its answer.
  const isOfBefore = asking.error !== null && asking.stale;
  // The sentence that answers is longer than the title that stands for it, and would push the question down.
  const isQuestionShown = comparison !== null || variables === null || asking.error !== null || asking.slow;
  return (
    <article class="compare" aria-busy={asking.loading}>
      <Title
        comparison={asking.stale && !asking.loading ? null : comparison}
        question={question}
        scope={scope}
        newest={ledger.data?.dataset.revision ?? null}
        ask={ask}
      />
      {isQuestionShown && (
        <Filters
          {...change}
          ledger={ledger.data}
          answered={answered}
          named={comparison?.parties ?? []}
          scope={scope}
          isNeeded={variables === null || asking.error?.trouble === 'REFUSED'}
        />
      )}
      {asking.error !== null && <Problem error={asking.error} retry={asking.retry} />}
      {comparison !== null && answered !== null ? (
        <Previous isPrevious={isOfBefore}>
          <ComparisonShown
            {...change}
            comparison={comparison}
            answered={answered}
            scope={scopeInWords(answered, issueNames)}
          />
        </Previous>
      ) : variables === null ? (
        <div class="notice">
          <h2>{texts.compare.choose}</h2>
          <p>{texts.compare.chooseHow}</p>
        </div>
      ) : (
        asking.error === null && <Loading what={texts.compare.what} slow={asking.slow} />
      )}
      {comparison !== null && asking.slow && <p role="status">{texts.compare.slow}</p>}
      {question.stance !== null && (
        <StanceDialog
          key={question.stance}
          stanceKey={question.stance}
          revision={question.revision}
          show={(stance) => ask({ stance }, 'replace')}
          close={() => ask({ stance: null }, 'replace')}
        />
      )}
      {question.members !== null && (
        <MembersDialog key={question.members} question={question} close={() => ask({ members: null }, 'replace')} />
      )}
    </article>
  );
}
