import type {
  Basis,
  CellState,
  ChangeKind,
  CitationRole,
  Confidence,
  Measure,
  NotCountedReason,
  NoValueReason,
  Position,
  Verdict,
  Verification,
} from '../generated/graphql.ts';
import { count, list } from './intl.ts';

/** 1 proposition, 2 propositions. */
const some = (number: number, one: string, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;

const measures: Readonly<Record<Measure, { readonly name: string; readonly meaning: string }>> = {
  AGREEMENT: { name: 'Agreement', meaning: 'how close on average; neutral is half way' },
  IDENTICAL: { name: 'Identical', meaning: 'share of equal positions' },
  COINCIDENCE: { name: 'Coincidence', meaning: 'same side, of all where both took one' },
  COINCIDENCE_2017: { name: 'Coincidence (2017)', meaning: 'same side, neutral counts half' },
  COINCIDENCE_2022: { name: 'Coincidence (2022)', meaning: 'same side, neutral and absent count half' },
  S_SCORE: { name: 'S score', meaning: 'agreement stretched to −1 … 1' },
  WEIGHTED_KAPPA: { name: 'Weighted kappa', meaning: 'beyond chance, from the habits of each' },
  WEIGHTED_PI: { name: 'Weighted pi', meaning: 'beyond chance, from one common habit' },
  ALPHA: { name: 'Alpha', meaning: 'beyond chance, all parties at once' },
};

const noValue: Readonly<Record<NoValueReason, string>> = {
  TOO_FEW_PARTIES: 'A number needs two parties.',
  NO_SHARED_EVIDENCE: 'The ledger has no proposition here on which it knows a position of two of them.',
  BELOW_MINIMUM_SHARED: 'The ledger knows positions of both on too few propositions.',
  NO_VARIATION: 'They hold one and the same position throughout, so chance alone would make them agree.',
  ALL_NEUTRAL: 'All positions that can be compared are neutral.',
  ABSENCES_NOT_RECORDED: 'Nobody recorded who was absent.',
};

const notCounted: Readonly<Record<NotCountedReason, string>> = {
  ABSENCES_NOT_RECORDED: 'absences were not recorded',
  ABSENT: 'one was absent',
  BASIS_WEIGHTLESS: 'the basis does not count',
  SPLIT: 'a bloc is split',
  MEAN_ONLY: 'a bloc has a mean, which is no position',
  NEUTRAL_ASIDE: 'neutral is aside in this measure',
  NEUTRAL_EXCLUDED: 'neutral is excluded',
  PAIR_WITHHELD: 'too little is known of both',
  POSITION_MISSING: 'a position is not known',
  UNANIMOUS_ROLL_CALL: 'the vote was unanimous',
};

/** A closed word for each verdict: on marks, in the filter, in sentences. */
const verdicts: Readonly<Record<Verdict, { readonly word: string; readonly meaning: string }>> = {
  AGREE: { word: 'Agree', meaning: 'all on one side' },
  DIVIDED: { word: 'Divided', meaning: 'both sides are taken' },
  MIXED: { word: 'Differ in degree', meaning: 'some on a side, others neutral' },
  NEUTRAL: { word: 'Neutral', meaning: 'all neutral' },
  UNKNOWN: { word: 'Unknown', meaning: 'fewer than two positions known' },
};

const positions: Readonly<
  Record<Position | Exclude<CellState, 'HELD' | 'DERIVED'>, { readonly verb: string; readonly meaning: string }>
> = {
  SUPPORT: { verb: 'Supports', meaning: 'says yes to the sentence' },
  LEAN_SUPPORT: { verb: 'Leans for', meaning: 'mostly or conditionally yes' },
  NEUTRAL: { verb: 'Neutral', meaning: 'spoke, and took neither side' },
  LEAN_OPPOSE: { verb: 'Leans against', meaning: 'mostly or conditionally no' },
  OPPOSE: { verb: 'Opposes', meaning: 'says no to the sentence' },
  SPLIT: { verb: 'Split', meaning: 'a bloc whose members are on no side together' },
  ABSENT: { verb: 'Absent', meaning: 'could take a position and did not' },
  UNKNOWN: { verb: 'Unknown', meaning: 'nothing in the ledger by that day' },
};

const bases: Readonly<Record<Basis, string>> = {
  CONSENSUS: 'joined a consensus',
  COUNTERPART_READOUT: 'reported by the other side',
  CO_SIGNATURE: 'signed it with others',
  ENTAILED: 'follows from what it did',
  OWN_STATEMENT: 'its own statement',
  TRACKER: 'collected by a third party',
  TREATY: 'bound by treaty',
  VOTE: 'a recorded vote',
};

const changes: Readonly<Record<ChangeKind, string>> = {
  EVIDENCE_ONLY: 'new evidence, same policy',
  POLICY_CHANGE: 'a change of policy',
  WORDING: 'other words, same policy',
};

const citations: Readonly<Record<CitationRole, string>> = { PRIMARY: 'primary source', CARRIER: 'a report of it' };

const verifications: Readonly<Record<Verification, string>> = {
  VERIFIED: 'read and checked',
  PARTLY_VERIFIED: 'partly checked',
  FROM_KNOWLEDGE: 'from knowledge, not read',
};

const confidences: Readonly<Record<Confidence, string>> = { HIGH: 'high', MEDIUM: 'medium', LOW: 'low' };

/** Names of countries that English says with an article. */
const takesArticle =
  /^(?:United |Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Seychelles|Holy See|Ivory Coast|Vatican)|(?:Union|Republic|Islands|States|Kingdom|Emirates|Federation)$|^(?:Democratic Republic|Republic|State|Kingdom|Commonwealth) of/;

const named = (name: string) => (takesArticle.test(name) && !name.startsWith('The ') ? `the ${name}` : name);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a sentence about a comparison is made from. */
export interface Counted {
  readonly names: readonly string[];
  /** Propositions on which at least two positions are known. */
  readonly known: number;
  readonly agree: number;
  readonly divided: number;
  readonly mixed: number;
  readonly neutral: number;
  /** Issues on which they are divided, and on which they differ in degree. */
  readonly dividedOn: readonly string[];
  readonly mixedOn: readonly string[];
}

const mostNames = 4;
const mostIssues = 3;

function who(names: readonly string[]): string {
  return names.length > mostNames ? `${count(names.length)} parties` : list(names.map(named));
}

/** On how many, and of which issues. */
function where(number: number, issues: readonly string[]): string {
  if (issues.length === 0 || issues.length > mostIssues) return `on ${count(number)}`;
  const quoted = list(issues.map((issue) => `“${issue}”`));
  return number === 1 ? `on ${quoted}` : `on ${count(number)} (${quoted})`;
}

/** The answer of a comparison in one sentence. */
function answer({ names, known, agree, divided, mixed, neutral, dividedOn, mixedOn }: Counted): string {
  if (names.length === 0) return 'Where do they agree?';
  if (names.length === 1) return `Where ${who(names)} stands`;
  const subject = capital(who(names));
  if (known === 0) return `Nothing is known here on which ${who(names)} could be compared`;
  const of = names.length === 2 ? some(known, 'position') : some(known, 'proposition');
  const knownWords = names.length === 2 ? `${of} known` : `${of} on which two or more have spoken`;
  const rest = [
    ...(divided > 0 ? [`are divided ${where(divided, dividedOn)}`] : []),
    ...(mixed > 0 ? [`differ in degree ${where(mixed, mixedOn)}`] : []),
    ...(neutral > 0 ? [`are neutral on ${count(neutral)}`] : []),
  ];
  const first =
    agree === known
      ? known === 1
        ? `${subject} agree on the one ${names.length === 2 ? 'position known' : 'proposition on which two or more have spoken'}`
        : `${subject} agree on all ${knownWords}`
      : `${subject} agree on ${agree === 0 ? 'none' : count(agree)} of ${knownWords}`;
  return rest.length === 0 ? `${first}.` : `${first}; they ${list(rest)}.`;
}

/** All texts in English. Another language is another file with the same names; what is counted or dated is written by `Intl`. */
export const en = {
  some,
  measures,
  noValue,
  notCounted,
  verdicts,
  positions,
  bases,
  changes,
  citations,
  verifications,
  confidences,
  named,
  capital,
  who,
  answer,
  sides: { SUPPORT: 'in support', OPPOSE: 'against' },
  kinds: { CLAIM: 'claims', ROLL_CALL: 'recorded votes' },
  since: (day: string, isFirstKnown: boolean) => (isFirstKnown ? `since at least ${day}` : `since ${day}`),
  about: (day: string) => `about ${day}`,
  asOfYear: (year: string) => `as of ${year}`,

  frame: {
    skip: 'Skip to the content',
    views: 'Views',
    compare: 'Compare',
    matrix: 'Matrix',
    votes: 'Votes',
    api: 'API',
    footer: {
      label: 'About this page',
      sources: 'Sources and licences',
      terms: 'Terms: ',
      reviewed: (day: string) => `Last reviewed on ${day}`,
      gaps: (number: number) => `What is known to be missing or wrong (${count(number)})`,
      ledger: (revision: string) => `Revision ${revision} of the ledger`,
      api: 'API and playground',
      queries: 'Stored queries',
      exports: 'Downloads of everything',
      about: 'About',
      what: 'Concord: where parties agree, on what evidence, since when.',
    },
    oldRevision: (newest: string) => `Show revision ${newest}, the newest`,
    asOf: 'As of ',
    revision: (number: string) => `revision ${number} of the ledger`,
    previous: 'What follows is the answer to the question before, not to the one above.',
  },

  home: {
    title: 'Where do countries agree, on what evidence, since when?',
    what: 'Concord compares what countries and blocs have said, signed and voted for, proposition by proposition, and shows the document behind each position.',
    example: 'For example',
    exampleMore: 'See every position and its source',
    questions: 'Good questions to start with',
    ledger: 'What is in the ledger',
    ledgerMore: 'What is known to be missing or wrong',
    news: 'What is new',
    newsNone: 'Nothing has been recorded yet.',
    latest: 'Latest positions',
    latestRevision: (number: string, day: string) => `Revision ${number}, ${day}`,
    claims: (number: number) => some(number, 'claim'),
    votes: (number: number) => some(number, 'recorded vote'),
    stances: (number: number) => some(number, 'position'),
    documents: (number: number) => some(number, 'document'),
    countries: (number: number) => some(number, 'country', 'countries'),
    blocs: (number: number) => some(number, 'bloc'),
    period: (from: string, until: string) => `positions taken from ${from} to ${until}`,
    reviewed: (day: string) => `last reviewed on ${day}`,
    empty: 'The ledger is empty: nothing has been imported yet.',
    items: {
      usChinaTaiwan: 'What do the United States and China each say about Taiwan?',
      natoBrics: 'Where do NATO and BRICS stand apart?',
      swedenNato: 'When did Sweden change its mind about joining NATO?',
      four: 'What do Brazil, India, China and South Africa have in common?',
      everybody: 'Who agrees with whom, of all countries?',
    },
  },

  compare: {
    title: (names: readonly string[]) =>
      names.length === 0 ? 'Where do they agree?' : names.length === 1 ? `Where ${who(names)} stands` : who(names),
    number: (percent: string) => `${percent} agreement`,
    numberBy: (measure: string, value: string) => `${measure} ${value}`,
    noNumber: 'No number',
    explain: 'What does this number mean?',
    meaning: (meaning: string, least: string) => `${capital(meaning)}; from ${least} to 1.`,
    over: (shared: number, pairs: number) =>
      pairs > 1
        ? `Over ${some(shared, 'proposition')}, the mean of ${some(pairs, 'pair')} of parties.`
        : `Over ${some(shared, 'proposition')} on which positions of both are known.`,
    otherMeasures: 'The same evidence by other measures',
    leaveNeutral: 'Leave neutral positions out',
    receiptLink: 'How it adds up',
    notKnown: (number: number) => `${count(number)} more with fewer than two positions known`,
    filters: 'Change the question',
    filtersHide: 'Hide',
    noIssueChosen: 'all issues',
    parties: 'Parties',
    addParty: 'Add a country or a bloc',
    members: (bloc: string) => `Members of ${bloc}, one by one`,
    asBloc: (bloc: string) => `${bloc}, as one column`,
    memberCount: (number: number) => some(number, 'member'),
    found: (number: number) => `${some(number, 'party', 'parties')} found`,
    partiesFound: 'Parties found',
    noParty: (typed: string) => `No party is called “${typed}”.`,
    remove: (name: string) => `Remove ${name}`,
    removed: (name: string) => `${name} removed.`,
    added: (name: string) => `${name} added.`,
    membersAdded: (number: number, bloc: string) => `${some(number, 'member')} of ${bloc} added.`,
    nobodyToAdd: (name: string) => `Nobody to add: ${name}.`,
    membersFailed: (name: string) => `The members of ${name} could not be loaded; try again.`,
    chosen: 'chosen',
    issues: 'Issues',
    allIssues: 'All issues',
    kinds: 'Kinds',
    claims: 'Claims',
    votes: 'Recorded votes',
    day: 'As of',
    previousEvent: 'Previous event',
    nextEvent: 'Next event',
    none: 'none',
    slider: 'Day',
    nothingOnDay: 'no position taken, nothing signed',
    taken: (number: number) => `${some(number, 'position')} taken`,
    signed: (title: string) => `“${title}” signed`,
    daysInAll: (number: number, from: string, until: string) =>
      `${some(number, 'day')} with new positions, ${from} to ${until}.`,
    daysFailed: 'The days on which positions were taken could not be loaded.',
    choose: 'Choose whom to compare',
    chooseHow: 'Add two or more parties above: a country by its name or code, a bloc as one column, or its members.',
    what: 'the comparison',
    slow: 'This takes longer than usual…',
    positions: 'Position by position',
    differ: 'Where they differ',
    agree: 'Where they agree',
    show: 'Show where they',
    filter: {
      AGREE: 'agree',
      DIVIDED: 'are divided',
      MIXED: 'differ in degree',
      NEUTRAL: 'are neutral',
      UNKNOWN: 'are unknown',
    } satisfies Record<Verdict, string>,
    onBar: {
      AGREE: 'agree',
      DIVIDED: 'divided',
      MIXED: 'differ in degree',
      NEUTRAL: 'neutral',
      UNKNOWN: 'unknown',
    } satisfies Record<Verdict, string>,
    proposition: 'Proposition',
    verdict: 'Verdict',
    noneCompared:
      'The ledger does not know two positions on the same proposition here. Show the unknown ones above, or choose another day or other issues.',
    nothingHeld: 'The ledger knows no position of anybody here on any of these propositions by that day.',
    more: (number: number) => `Show ${some(number, 'more proposition')}`,
    loading: 'Loading…',
    shown: (shown: number, total: number) => `${count(shown)} of ${count(total)} shown.`,
    moreFailed: ' They could not be loaded; try again.',
    legend: 'What the marks mean',
    ageMark: 'as of 2000',
    ageMeaning: 'last confirmed that year, more than five years before the day shown',
    issueList: 'Issue by issue',
    issue: 'Issue',
    verdictColumn: 'Verdicts',
    agreementColumn: 'Agreement',
    propositionsColumn: 'Propositions',
    onIssue: (agree: number, known: number) =>
      `agree on ${agree === known ? `all ${count(known)}` : `${count(agree)} of ${count(known)}`}`,
    joint: (parties: number) => (parties === 2 ? 'Signed by both' : `Signed by all ${count(parties)}`),
    noJoint: 'The ledger has no document that all of them had signed by that day.',
    latest: (number: number) => `The latest ${count(number)} are shown.`,
    receipt: 'How the number adds up',
    receiptSummary: 'The receipt: every proposition, what it counts and why',
    ofMembers: (support: number, oppose: number, neutral: number, members: number) =>
      `${[`${count(support)} for`, `${count(oppose)} against`, ...(neutral > 0 ? [`${count(neutral)} neutral`] : [])].join(', ')} of ${count(members)}`,
    byMembers: 'by its members',
    lookAtMembers: (bloc: string) => `What the members of ${bloc} hold`,
    membersTitle: (bloc: string) => `The members of ${bloc}`,
    noMembers: 'The ledger knows no position of a member here by that day.',
    membersRule: {
      MAJORITY: 'A bloc is on the side of more than half of its members that hold a position.',
      UNANIMOUS: 'A bloc is on a side where all of its members that hold a position are on it.',
      MEAN: 'The mean of its members that hold a position.',
    },
    membersDay: (day: string) => `Members on ${day}.`,
    ground: 'Common ground',
    groundHow: (parties: number) => `Propositions on which the most of the ${count(parties)} are on one side.`,
    groundOf: (on: number, all: number) => `${count(on)} of ${count(all)}`,
    apart: 'Apart: ',
    silent: (number: number) => `${count(number)} unknown`,
    groundNone: 'There is no proposition on which most of them are on one side.',
    wedges: 'What parts them',
    wedgesLead: 'What parts',
    wedgesFrom: 'from the others',
    wedgesNone: (name: string) => `Nothing known here parts ${named(name)} from the others.`,
    wedgeSide: (name: string, side: string) => `${capital(named(name))} is ${side}.`,
    failed: 'This could not be loaded.',
  },

  scope: {
    everything: 'all claims',
    on: (kinds: string, issues: string) => `${kinds} on ${issues}`,
    all: (kinds: string) => `all ${kinds}`,
    and: 'and',
    issues: (number: number) => some(number, 'issue'),
    only: (key: string) => `only ${key}`,
    onlySome: (number: number) => `only ${some(number, 'proposition')}`,
    sessions: (sessions: string) => (/[-,]/.test(sessions) ? `sessions ${sessions}` : `session ${sessions}`),
    wholeTexts: 'whole texts only',
    important: 'important votes only',
    takenFrom: (day: string) => `taken from ${day}`,
    takenBefore: (day: string) => `taken before ${day}`,
    confirmedSince: (day: string) => `confirmed since ${day}`,
    notUnanimous: 'without unanimous votes',
    neutralOut: 'neutral positions left out',
    abstainingAgainst: 'abstaining counts as against',
    atLeast: (number: number) => `at least ${some(number, 'proposition')} in common`,
    also: 'Also',
    lift: (what: string) => `Lift: ${what}`,
  },

  share: {
    title: 'Take it away',
    link: 'Copy link',
    linkCopied: 'Link copied; it reopens this view.',
    copyFailed: 'It could not be copied; select it and copy it.',
    print: 'Print',
    collecting: (file: string) => `Collecting ${file}…`,
    saved: (file: string) => `Saved ${file}.`,
    failed: (why: string) => `The file could not be made: ${why}`,
    csvForExcel: 'CSV for Excel',
    behind: 'Ask it from a program',
    cite: 'Cite it',
    asText: 'As text',
    bibtex: 'BibTeX',
    curl: 'As curl',
    formula: 'As a spreadsheet formula',
    formulaHow:
      'Google Sheets reads the table from its address, which has to be reachable from there; Excel takes the address under Data, From Web.',
    playground: 'Open in the playground',
    query: 'Query',
    variables: 'Variables',
    copy: 'Copy',
    copied: 'Copied.',
    digest: (digest: string) => `digest ${digest}`,
    accessed: (day: string) => `Accessed ${day}`,
  },

  stance: {
    close: 'Close',
    read: 'read for this ledger',
    notRead: 'not read',
    newTab: '(opens in a new tab)',
    importedVote: 'taken over from a table of votes, not read one by one',
    unDocument: (symbol: string) => `${symbol}, at the UN`,
    sourceOfVote: (note: string | null) => (note === null ? 'the table of votes' : `the table of votes (${note})`),
  },

  time: {
    timelineEnd: (day: string) => `until ${day}`,
  },
};

/** The texts of a language. */
export type Texts = typeof en;
