import { count, decimal } from './intl.ts';

const some = (number: number, one: string, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;

interface Counted {
  readonly same: number;
  readonly partial: number;
  readonly opposite: number;
  readonly sharedPropositions: number;
  readonly value: number;
}

/** The texts that say what Concord is and how it counts. */
export const aboutTexts = {
  title: 'About Concord',
  what: 'Concord says where countries and blocs agree, where they do not, since when, and which document shows it. Everything on these pages can be traced to a source that you can open.',
  sections: {
    holds: {
      heading: 'What the ledger holds',
      paragraphs: [
        'A proposition is one sentence that can be supported or opposed, such as “Taiwan is an inalienable part of China”, or a text that was put to a recorded vote, such as a resolution of the UN General Assembly.',
        'A stance says which position a party takes on a proposition, from which day on, and cites the document that shows it. There are five positions: supports, leans for, neutral, leans against, opposes. In a vote, yes is support, no is opposition, and abstaining is neutral.',
        'Where the ledger has no document, the position is unknown. Unknown is never counted as neutral, nor as disagreement. Absent from a vote is not abstaining.',
      ],
    },
    number: {
      heading: 'How agreement is counted',
      paragraphs: [
        'Two parties are compared on the propositions on which the ledger knows a position of both. The same position counts 1, support against opposition 0, and what lies between in proportion: an abstention beside a yes or a no counts a half. Agreement is the mean.',
        'With more than two parties it is the mean over their pairs. Eight other measures, some of which correct for chance, are a choice away: where nearly everybody votes yes, high agreement says little.',
      ],
    },
    verdicts: {
      heading: 'Agree, divided, differ in degree',
      paragraphs: [
        'On one proposition parties agree when all of them are on one side, are divided when both sides are taken, are neutral when all are, and differ in degree otherwise. With fewer than two known positions the verdict is unknown.',
        '“Since” is the first day of the present verdict. “Since at least” is said where the record itself begins then: it may have been so before.',
      ],
    },
    blocs: {
      heading: 'Blocs',
      paragraphs: [
        'The position of a bloc is made from those of its members on that day: the side of more than half of the members that hold a position. Where there is none, the bloc is split. Who is a member is dated: a vote of 1990 counts the members of 1990.',
      ],
    },
    votes: {
      heading: 'Votes',
      paragraphs: [
        'The page of a vote shows what its source recorded. Titles are made by rule from the texts of the source: texts in capitals are written as a sentence, and long ones are cut; the whole text is one click away. More yes than no does not always mean adopted: important questions in the UN General Assembly take two thirds.',
      ],
    },
    time: {
      heading: 'Days and revisions',
      paragraphs: [
        'Every answer is of a day, and of a revision of the ledger. The day is what the answer is about; the revision is what was known when it was given. Both stand in the address, so that a link shows the same numbers later, also when the ledger has been corrected since.',
      ],
    },
  },
  exampleNames: ['China', 'Russia'],
  example: (names: string, { same, partial, opposite, sharedPropositions, value }: Counted) =>
    `An example: of ${names} the ledger knows both positions on ${some(sharedPropositions, 'proposition')} today. They are the same on ${count(same)}, opposite on ${count(opposite)} and in between on ${count(partial)}, which makes ${decimal(value, 3)}.`,
  exampleLink: 'See what it is made from',
  ledger: 'This ledger',
  counts: (
    counts: Readonly<
      Record<
        | 'countries'
        | 'blocs'
        | 'people'
        | 'issues'
        | 'claims'
        | 'rollCalls'
        | 'stances'
        | 'absences'
        | 'documents'
        | 'passages',
        number
      >
    >,
  ) =>
    [
      some(counts.countries, 'country', 'countries'),
      some(counts.blocs, 'bloc'),
      ...(counts.people > 0 ? [some(counts.people, 'person')] : []),
      some(counts.issues, 'issue'),
      some(counts.claims, 'claim'),
      some(counts.rollCalls, 'vote'),
      some(counts.stances, 'stance'),
      ...(counts.absences > 0 ? [some(counts.absences, 'absence')] : []),
      some(counts.documents, 'document'),
      some(counts.passages, 'passage'),
    ] as readonly string[],
  covers: (from: string, until: string) => `Stances from ${from} to ${until}.`,
  reviewed: (day: string) => `Last reviewed by its curators on ${day}.`,
  revision: (revision: number, digest: string | null) =>
    `Revision ${count(revision)}${digest === null ? '' : `, digest ${digest.slice(0, 12)}`}.`,
  gaps: 'What is known to be missing or wrong',
  sources: 'Sources',
  terms: 'Terms: ',
  further: 'Look around',
  links: [
    ['/issue', 'Issues'],
    ['/party', 'Parties'],
    ['/proposition', 'Propositions'],
    ['/votes', 'Votes'],
    ['/document', 'Documents'],
    ['/graphql', 'API and playground'],
  ],
} as const;
