import type { Address } from '../address/address.ts';
import { recordAddress, writeAddress } from '../address/address.ts';
import { VotePageDocument, type VotePageQuery } from '../generated/graphql.ts';
import { Facts } from '../record/facts.tsx';
import { type Asked, addressOf } from '../record/question.ts';
import { RecordFrame } from '../record/record-frame.tsx';
import { stancesCsv } from '../record/stances-csv.ts';
import { useRecord } from '../record/use-record.ts';
import { withProvenance } from '../take-away/provenance.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { TakeAway } from '../take-away/take-away.tsx';
import { takenStances } from '../take-away/taken-stances.ts';
import { votesTexts, voteTexts } from '../texts/en-votes.ts';
import { texts } from '../texts/texts.ts';
import { dateInWords } from '../words/dates.ts';
import { BlocsInVote } from './blocs-in-vote.tsx';
import { TallyBar } from './tally-bar.tsx';
import { tallyInWords } from './voted.ts';
import { WhoVotedHow } from './who-voted-how.tsx';
import './vote.css';

/** A vote: how it went, who voted how, and who left the blocs. */
export function VoteView({ address }: { readonly address: Address }) {
  const asked = useRecord('vote', address, VotePageDocument, ({ key, asKnownAt }) => ({ key, asKnownAt }));
  const proposition = asked.asking.data?.proposition ?? null;
  const rollCall = proposition?.rollCall ?? null;
  return (
    <RecordFrame {...asked} kind={voteTexts.kind} title={rollCall?.title ?? null} isThere={rollCall !== null}>
      {proposition !== null && rollCall !== null && (
        <VoteShown {...asked} proposition={proposition} rollCall={rollCall} />
      )}
    </RecordFrame>
  );
}

type PropositionAnswer = NonNullable<VotePageQuery['proposition']>;

interface Props extends Asked {
  readonly proposition: PropositionAnswer;
  readonly rollCall: NonNullable<PropositionAnswer['rollCall']>;
  readonly variables: unknown;
}

function VoteShown({ proposition, rollCall, variables, question }: Props) {
  const { key, text, note, issues, document, stances } = proposition;
  const { title, readableText, textAddress, body, series, symbol, tabledOn, tabledOnPrecision, textScope } = rollCall;
  const { revision } = question;
  const given = { revision };
  const provenance = { asOf: null, asKnownAt: revision, scope: { propositions: [key] } };
  const taken = () => takenStances({ propositions: [key] }, revision);
  const where = [
    votesTexts.bodies[body] ?? body,
    votesTexts.session(series),
    symbol,
    dateInWords(tabledOn, tabledOnPrecision),
    votesTexts.scopes[textScope],
  ];
  return (
    <>
      <p class="standfirst">{where.filter(Boolean).join(' · ')}</p>
      <TallyBar tally={rollCall} withNumbers />
      <p class="vote-sum">
        {rollCall.result === null
          ? voteTexts.sums(tallyInWords(rollCall), null)
          : voteTexts.sums(tallyInWords(rollCall), votesTexts.results[rollCall.result])}{' '}
        {twoThirds(rollCall)}
      </p>
      {note !== null && <p class="note">{note}</p>}
      <section aria-labelledby="text">
        <h2 id="text">{voteTexts.text}</h2>
        <p class="whole-text">{readableText}</p>
        {readableText !== text && (
          <details>
            <summary>{voteTexts.asWritten}</summary>
            <p class="whole-text">{text}</p>
          </details>
        )}
        <p class="ways">
          {textAddress !== null && (
            <a class="button" href={textAddress} target="_blank" rel="noreferrer">
              {voteTexts.unText(symbol ?? '')}
              <span class="unseen"> {texts.stance.newTab}</span>
              <span aria-hidden="true"> ↗</span>
            </a>
          )}
          {document !== null && (
            <a class="button" href={recordAddress('document', document.key, given)}>
              {voteTexts.record}
            </a>
          )}
          <a class="button" href={writeAddress('/votes', { series: [series], revision: revision })}>
            {voteTexts.around}
          </a>
        </p>
        <Facts
          facts={[
            [
              voteTexts.issues,
              issues.length === 0
                ? null
                : issues.map((issue) => (
                    <a key={issue.key} class="listed" href={recordAddress('issue', issue.key, given)}>
                      {issue.name}
                    </a>
                  )),
            ],
            [voteTexts.note, rollCall.important === true ? voteTexts.important : null],
            [voteTexts.key, key],
          ]}
        />
      </section>
      <WhoVotedHow proposition={key} stances={stances} rollCall={rollCall} revision={revision} />
      <BlocsInVote proposition={key} revision={revision} />
      <TakeAway
        address={addressOf(question)}
        name={`concord-vote-${key}-revision-${revision ?? 'newest'}`}
        forms={{
          csv: async () => stancesCsv(await taken(), provenance),
          json: async () =>
            withProvenance(provenance, variables, { vote: { ...proposition, title, stances: await taken() } }),
        }}
      />
      <QueryBehind document={VotePageDocument} variables={variables} />
    </>
  );
}

/** Whether two thirds said yes, which important questions take; nothing where that goes without saying. */
function twoThirds({ body, yes, no }: Pick<Props['rollCall'], 'body' | 'yes' | 'no'>): string | null {
  if (body !== 'UNGA' || yes === null || no === null || yes <= no) return null;
  return yes >= 2 * no ? voteTexts.twoThirds : voteTexts.noTwoThirds;
}
