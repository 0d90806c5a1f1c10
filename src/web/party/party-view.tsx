import { useMemo } from 'preact/hooks';
import { type Address, writeAddress } from '../address/address.ts';
import { Later } from '../frame/later.tsx';
import { PartyPageDocument, type PartyPageQuery } from '../generated/graphql.ts';
import { Facts } from '../record/facts.tsx';
import { Moves } from '../record/moves.tsx';
import { NextPage } from '../record/next-page.tsx';
import { OuterLink } from '../record/outer-link.tsx';
import { PositionsOverTime } from '../record/positions-over-time.tsx';
import { type Asked, addressOf, givenOf } from '../record/question.ts';
import { RecordFrame } from '../record/record-frame.tsx';
import { StanceTable } from '../record/stance-table.tsx';
import { stancesCsv } from '../record/stances-csv.ts';
import { useRecord } from '../record/use-record.ts';
import { withProvenance } from '../take-away/provenance.ts';
import { QueryBehind } from '../take-away/query-behind.tsx';
import { TakeAway } from '../take-away/take-away.tsx';
import { takenStances } from '../take-away/taken-stances.ts';
import { partyTexts } from '../texts/en-party.ts';
import { recordTexts } from '../texts/en-records.ts';
import { count } from '../texts/intl.ts';
import { texts } from '../texts/texts.ts';
import { lanesOf } from '../timeline/lane.ts';
import { timelinePicture } from '../timeline/timeline-picture.ts';
import { dateInWords, dayNumber, today } from '../words/dates.ts';
import { listInWords } from '../words/lists.ts';
import { verificationWords } from '../words/stances.ts';
import { MembershipList } from './membership-list.tsx';
import { Neighbours } from './neighbours.tsx';
import { PositionsHeld } from './positions-held.tsx';
import { SignedDocumentList } from './signed-documents.tsx';
import { WordAndDeed } from './word-and-deed.tsx';

/** A party: its blocs or members, its positions over time, its votes, and the documents that it signed. */
export function PartyView({ address }: { readonly address: Address }) {
  const asked = useRecord('party', address, PartyPageDocument, (usual, { after }) => ({ ...usual, after }));
  const party = asked.asking.data?.party ?? null;
  return (
    <RecordFrame
      {...asked}
      kind={party === null ? recordTexts.party : partyTexts.kinds[party.kind]}
      title={party?.name ?? null}
      isThere={party !== null}
    >
      {party !== null && <PartyShown {...asked} party={party} />}
    </RecordFrame>
  );
}

interface Props extends Asked {
  readonly party: NonNullable<PartyPageQuery['party']>;
  readonly variables: unknown;
}

function PartyShown({ party, variables, question, ask }: Props) {
  const { key, name, kind, claims, votes, memberships, members } = party;
  const change = { question, ask };
  const lanes = useMemo(() => lanesOf(claims.nodes, 'proposition'), [claims]);
  const day = question.asOf ?? today();
  const given = givenOf(question);
  const revision = question.revision;
  const provenance = { asOf: day, asKnownAt: revision, scope: { parties: [key] } };
  const taken = () => takenStances({ parties: [key] }, revision);
  const hasMembers = kind === 'BLOC' || kind === 'GROUP';
  return (
    <>
      {party.note !== null && <p class="note">{party.note}</p>}
      <Facts
        facts={[
          [recordTexts.key, kind === 'COUNTRY' && party.iso3 !== null ? partyTexts.iso(key, party.iso3) : key],
          [partyTexts.aliases, party.aliases.length > 0 ? listInWords(party.aliases) : null],
          [partyTexts.founded, party.founded === null ? null : dateInWords(party.founded)],
          [partyTexts.dates, party.verification === null ? null : verificationWords[party.verification]],
          [
            partyTexts.knownFrom,
            party.addresses.length === 0
              ? null
              : party.addresses.map((url) => (
                  <span key={url} class="listed">
                    <OuterLink url={url} />
                  </span>
                )),
          ],
        ]}
      />
      <p class="ways">
        <a
          class="button"
          href={writeAddress('/compare', { parties: hasMembers ? currentKeys(party, day) : [key], ...given })}
        >
          {hasMembers ? partyTexts.compareMembers : partyTexts.compare}
        </a>{' '}
        {hasMembers && (
          <a class="button" href={writeAddress('/matrix', { parties: currentKeys(party, day), ...given })}>
            {partyTexts.membersByPair}
          </a>
        )}
      </p>
      {members.totalCount > 0 && (
        <MembershipList
          title={partyTexts.members}
          end="member"
          memberships={members.nodes}
          day={day}
          question={question}
        />
      )}
      {memberships.totalCount > 0 && (
        <MembershipList
          title={partyTexts.memberOf}
          end="bloc"
          memberships={memberships.nodes}
          day={day}
          question={question}
        />
      )}
      <Neighbours party={key} day={day} question={question} />
      <Moves title={recordTexts.changed} filter={{ parties: [key] }} day={day} without="party" {...change} />
      <Later>{() => <PositionsHeld stances={claims.nodes} name={name} day={day} {...change} />}</Later>
      <PositionsOverTime
        lanes={lanes}
        of="proposition"
        stances={claims}
        caption={partyTexts.allPositions(name)}
        {...change}
      />
      {votes.totalCount > 0 && (
        <Later>
          {() => (
            <section aria-labelledby="votes">
              <h2 id="votes">
                {partyTexts.votes} <span class="count">{count(votes.totalCount)}</span>
              </h2>
              <p class="ways">
                <a class="button" href={writeAddress('/votes', { parties: [key], revision })}>
                  {recordTexts.searchVotes(name)}
                </a>
              </p>
              <StanceTable stances={votes.nodes} without="party" caption={partyTexts.votesOf(name)} {...change} />
              <NextPage {...votes} question={question} shown={votes.nodes.length} what="votes" />
            </section>
          )}
        </Later>
      )}
      {kind !== 'PERSON' && <WordAndDeed party={key} name={name} day={day} {...change} />}
      <SignedDocumentList party={key} name={name} question={question} />
      <TakeAway
        address={addressOf(question)}
        {...(question.revision !== null && {
          cited: { title: texts.compare.title([name]), scope: dateInWords(day), revision: question.revision },
        })}
        name={`concord-party-${key}-revision-${question.revision ?? 'newest'}`}
        forms={{
          csv: async () => stancesCsv(await taken(), provenance),
          json: async () => {
            const { claims: _, votes: __, ...rest } = party;
            return withProvenance(provenance, variables, { party: { ...rest, stances: await taken() } });
          },
          ...(lanes.length > 0 && {
            picture: async () =>
              timelinePicture(
                lanesOf(await takenStances({ parties: [key], kinds: ['CLAIM'] }, revision), 'proposition'),
                dayNumber(day),
              ),
          }),
        }}
      />
      <QueryBehind document={PartyPageDocument} variables={variables} />
    </>
  );
}

/** The members of a bloc or group on a day, as the API counts them by default. */
const currentKeys = ({ members }: Props['party'], day: string): readonly string[] => [
  ...new Set(
    members.nodes
      .filter(
        ({ from, until, role, status }) =>
          from <= day && (until === null || day < until) && role === 'MEMBER' && status === 'CONFIRMED',
      )
      .map(({ member }) => member.key),
  ),
];
