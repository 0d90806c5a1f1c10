import { type Address, recordAddress, writeAddress } from '../address/address.ts';
import { IssuePageDocument, type IssuePageQuery } from '../generated/graphql.ts';
import { Facts } from '../record/facts.tsx';
import { Moves } from '../record/moves.tsx';
import { NextPage } from '../record/next-page.tsx';
import { type Asked, addressOf, givenOf } from '../record/question.ts';
import { RecordFrame } from '../record/record-frame.tsx';
import { type RecordVariables, useRecord } from '../record/use-record.ts';
import { withProvenance } from '../take-away/provenance.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { TakeAway } from '../take-away/take-away.tsx';
import { Watch } from '../take-away/watch.tsx';
import { issueTexts } from '../texts/en-issue.ts';
import { recordTexts } from '../texts/en-records.ts';
import { count } from '../texts/intl.ts';
import { dateInWords, today } from '../words/dates.ts';
import { issueCsv } from './issue-csv.ts';
import { PositionCounts } from './position-counts.tsx';
import { StandingGrid } from './standing-grid.tsx';
import { takenPropositions } from './taken-issue.ts';

/** An issue: its propositions, and the number of parties on each side. */
export function IssueView({ address }: { readonly address: Address }) {
  const asked = useRecord('issue', address, IssuePageDocument, (usual, { after }) => ({ ...usual, after }));
  const issue = asked.asking.data?.issue ?? null;
  return (
    <RecordFrame {...asked} kind={issueTexts.kind} title={issue?.name ?? null} isThere={issue !== null}>
      {issue !== null && <IssueShown {...asked} issue={issue} />}
    </RecordFrame>
  );
}

interface Props extends Asked {
  readonly issue: NonNullable<IssuePageQuery['issue']>;
  readonly variables: RecordVariables;
}

function IssueShown({ issue, variables, question, ask }: Props) {
  const { key, name, summary, tier, propositions } = issue;
  const given = givenOf(question);
  const provenance = { asOf: variables.asOf, asKnownAt: variables.asKnownAt, scope: { issues: [key] } };
  const kinds = propositions.nodes.some(({ kind }) => kind === 'ROLL_CALL') ? ['ROLL_CALL'] : null;
  return (
    <>
      {summary !== null && <p class="note">{summary}</p>}
      <Facts facts={[[issueTexts.curated, tier === 'CORE' ? issueTexts.closely : issueTexts.inBulk]]} />
      <p class="ways">
        <a
          class="button"
          href={writeAddress('/compare', { parties: spokenMost(propositions), issues: [key], kinds, ...given })}
        >
          {issueTexts.compareMost}
        </a>{' '}
        <a class="button" href={writeAddress('/matrix', { issues: [key], kinds, ...given })}>
          {recordTexts.whoAgrees}
        </a>{' '}
        {kinds !== null && (
          <a class="button" href={writeAddress('/votes', { issue: key, revision: given.revision })}>
            {recordTexts.searchIssue}
          </a>
        )}
      </p>
      <StandingGrid propositions={propositions.nodes} given={given} />
      <section aria-labelledby="propositions">
        <h2 id="propositions">
          {issueTexts.propositions} <span class="count">{count(propositions.totalCount)}</span>
        </h2>
        {propositions.nodes.length === 0 && <p class="soft">{issueTexts.noPropositions(name)}</p>}
        <ol class="propositions">
          {propositions.nodes.map(({ key: proposition, text, rollCall, stances }) => (
            <li key={proposition}>
              <span>
                <a
                  href={
                    rollCall === null
                      ? recordAddress('proposition', proposition, given)
                      : recordAddress('vote', proposition, { revision: given.revision })
                  }
                >
                  {rollCall?.title ?? text}
                </a>
                {rollCall !== null && (
                  <span class="soft">
                    {' '}
                    {[rollCall.body, rollCall.symbol].filter(Boolean).join(' ')},{' '}
                    {dateInWords(rollCall.tabledOn, rollCall.tabledOnPrecision)}
                  </span>
                )}
              </span>
              <PositionCounts held={stances.nodes} />
            </li>
          ))}
        </ol>
        <NextPage {...propositions} question={question} shown={propositions.nodes.length} what="propositions" />
      </section>
      <Moves
        title={recordTexts.moved}
        filter={{ issues: [key] }}
        day={variables.asOf}
        without={null}
        question={question}
        ask={ask}
      />
      <TakeAway
        address={addressOf(question)}
        name={`concord-issue-${key}-${question.asOf ?? today()}-revision-${question.revision ?? 'newest'}`}
        forms={{
          csv: async () => issueCsv(key, await takenPropositions(variables), provenance),
          json: async () =>
            withProvenance(provenance, variables, {
              issue: { ...issue, propositions: await takenPropositions(variables) },
            }),
        }}
      />
      <Watch table={{ name: 'positions-on-an-issue', parameters: { issue: key, asOf: variables.asOf } }} />
      <QueryBehind document={IssuePageDocument} variables={variables} />
    </>
  );
}

const mostCompared = 6;

/** The parties with positions on most of these propositions, then by key. */
function spokenMost({ nodes }: Props['issue']['propositions']): readonly string[] {
  const counts = new Map<string, number>();
  for (const { stances } of nodes) {
    for (const { party } of stances.nodes) counts.set(party.key, (counts.get(party.key) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return sorted.slice(0, mostCompared).map(([key]) => key);
}
