import { useEffect, useMemo } from 'preact/hooks';
import { type Address, recordAddress, writeAddress } from '../address/address.ts';
import { navigate } from '../address/navigate.ts';
import { Later } from '../frame/later.tsx';
import { PropositionPageDocument, type PropositionPageQuery } from '../generated/graphql.ts';
import { Facts } from '../record/facts.tsx';
import { isInForce } from '../record/in-force.ts';
import { PositionsOverTime } from '../record/positions-over-time.tsx';
import { type Asked, addressOf, givenOf } from '../record/question.ts';
import { RecordFrame } from '../record/record-frame.tsx';
import { stancesCsv } from '../record/stances-csv.ts';
import { useRecord } from '../record/use-record.ts';
import { withProvenance } from '../take-away/provenance.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { TakeAway } from '../take-away/take-away.tsx';
import { takenStances } from '../take-away/taken-stances.ts';
import { issueTexts } from '../texts/en-issue.ts';
import { recordTexts } from '../texts/en-records.ts';
import { lanesOf } from '../timeline/lane.ts';
import { timelinePicture } from '../timeline/timeline-picture.ts';
import { dateInWords, dayNumber, today } from '../words/dates.ts';
import { CitedDocuments } from './cited-documents.tsx';
import { WhoHoldsWhat } from './who-holds-what.tsx';

/** A proposition: the parties' positions with dates and documents, and their history. */
export function PropositionView({ address }: { readonly address: Address }) {
  const asked = useRecord('proposition', address, PropositionPageDocument, ({ key, asKnownAt }) => ({
    key,
    asKnownAt,
  }));
  const proposition = asked.asking.data?.proposition ?? null;
  const { key, revision } = asked.question;
  const isVote = proposition?.kind === 'ROLL_CALL';
  // A vote has a page of its own.
  useEffect(() => {
    if (isVote) navigate(recordAddress('vote', key, { revision }), 'replace');
  }, [isVote, key, revision]);
  return (
    <RecordFrame
      {...asked}
      kind={recordTexts.proposition}
      title={proposition?.text ?? null}
      isThere={proposition !== null}
    >
      {proposition !== null && !isVote && <PropositionShown {...asked} proposition={proposition} />}
    </RecordFrame>
  );
}

interface Props extends Asked {
  readonly proposition: NonNullable<PropositionPageQuery['proposition']>;
  readonly variables: unknown;
}

function PropositionShown({ proposition, variables, question, ask }: Props) {
  const { key, text, note, issues, stances } = proposition;
  const change = { question, ask };
  const given = givenOf(question);
  const day = question.asOf ?? today();
  const lanes = useMemo(() => lanesOf(stances.nodes, 'party'), [stances]);
  const provenance = { asOf: day, asKnownAt: question.revision, scope: { propositions: [key] } };
  const taken = () => takenStances({ propositions: [key] }, question.revision);
  const holders = stances.nodes.filter((stance) => isInForce(stance, day)).map(({ party }) => party.key);
  return (
    <>
      {note !== null && <p class="note">{note}</p>}
      <Facts
        facts={[
          [
            issueTexts.issues(issues.length),
            issues.length === 0
              ? null
              : issues.map((issue) => (
                  <a key={issue.key} class="listed" href={recordAddress('issue', issue.key, given)}>
                    {issue.name}
                  </a>
                )),
          ],
          [recordTexts.key, key],
        ]}
      />
      {holders.length > 1 && (
        <p class="ways">
          <a
            class="button"
            href={writeAddress('/matrix', {
              parties: holders,
              propositions: [key],
              ...given,
            })}
          >
            {issueTexts.whoAgreesOnIt}
          </a>
        </p>
      )}
      <WhoHoldsWhat stances={stances.nodes} day={day} {...change} />
      <PositionsOverTime
        lanes={lanes}
        of="party"
        stances={stances}
        caption={issueTexts.allPositions(text)}
        {...change}
      />
      <Later>{() => <CitedDocuments stances={stances.nodes} question={question} />}</Later>
      <TakeAway
        address={addressOf(question)}
        {...(question.revision !== null && {
          cited: { title: text, scope: dateInWords(day), revision: question.revision },
        })}
        name={`concord-proposition-${key}-revision-${question.revision ?? 'newest'}`}
        forms={{
          csv: async () => stancesCsv(await taken(), provenance),
          json: async () =>
            withProvenance(provenance, variables, { proposition: { ...proposition, stances: await taken() } }),
          ...(lanes.length > 0 && {
            picture: async () => timelinePicture(lanesOf(await taken(), 'party'), dayNumber(day)),
          }),
        }}
      />
      <QueryBehind document={PropositionPageDocument} variables={variables} />
    </>
  );
}
