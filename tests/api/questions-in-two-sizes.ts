interface Size {
  readonly parties: string;
  readonly first: number;
}

export const sizes = {
  few: { parties: '"CN", "RU"', first: 5 },
  many: { parties: '"CN", "RU", "US", "GB", "FR", "DE", "IN", "BR", "ZA", "JP", "AU", "nato"', first: 50 },
} as const satisfies Record<string, Size>;

const citations = 'citations { locator keyPhrase verification document { title date addresses { url } } }';
const stance = `key verb rationale tier changeKind ${citations}`;
const document = 'title signatories { party { name } role date }';

/** What is asked, how many statements it takes, and the question for a number of parties and rows. */
export const questions: [string, number, (size: Size) => string][] = [
  [
    'comparison',
    0,
    ({ parties, first }) => `comparison(parties: [${parties}]) {
    agreement { value measures { measure value } } issues { issue { name } verdicts { verdict count } } matrix { values }
    rows(first: ${first}) { nodes { verdict since proposition { text issues { name } } cells { party { name } position stance { heldFrom } } } }
  }`,
  ],
  [
    'structure',
    0,
    ({ parties, first }) => `structure(parties: [${parties}], minimumHeld: 0) {
    map { points { party { name } coordinates } } groups { members { party { name } } wedges(first: ${first}) { nodes { proposition { text } } } }
    blocs { bloc { name } onlyBloc { name } } bridges(first: ${first}) { nodes { party { name } margin } } leftOut { party { name } }
  }`,
  ],
  [
    'comparison with citations',
    2,
    ({ parties, first }) => `comparison(parties: [${parties}]) {
    rows(first: ${first}) { nodes { proposition { key } cells { stance { heldFrom ${citations} } } } }
  }`,
  ],
  [
    'comparison with texts and citations',
    3,
    ({ parties, first }) => `comparison(parties: [${parties}]) {
    rows(first: ${first}) { nodes { cells { stance { ${stance} } } } }
  }`,
  ],
  [
    'comparison with joint documents',
    3,
    ({ first }) => `comparison(parties: ["CN", "RU"]) {
    jointDocuments(first: ${first}) { nodes { ${document} } }
  }`,
  ],
  [
    'agreement with evidence',
    0,
    ({ parties, first }) => `agreement(parties: [${parties}]) {
    value evidence(first: ${first}) { nodes { proposition { text } positions contribution stances { key } } }
  }`,
  ],
  ['matrix', 0, ({ parties }) => `agreementMatrix(parties: [${parties}]) { parties { name } values shared }`],
  ['stances', 0, ({ first }) => `stances(first: ${first}) { nodes { key position inForceUntil previous { key } } }`],
  ['stances with texts and citations', 3, ({ first }) => `stances(first: ${first}) { nodes { ${stance} } }`],
  [
    'stances that a document shows',
    3,
    ({ first }) =>
      `stances(first: ${first}, inForce: false, filter: { document: "a-res-60-1" }) { nodes { key ${citations} } }`,
  ],
  [
    'documents with signatories and passages',
    5,
    ({ first }) => `documents(first: ${first}, dateFrom: "2022-02-03", orderBy: DATE_ASC) {
    nodes { ${document} passages { nodes { locator parties { name } stances { key } } } }
  }`,
  ],
  ['search for documents', 1, ({ first }) => `documents(first: ${first}, search: "statement") { nodes { title } }`],
  [
    'issues, propositions and stances within each other',
    2,
    ({ first }) => `issues(first: ${first}) {
    nodes { name propositions(first: ${first}) { nodes { text stances(first: ${first}) { nodes { party { name } ${citations} } } } } }
  }`,
  ],
  [
    'parties with memberships',
    0,
    ({ first }) => `parties(first: ${first}) { nodes { name memberships { nodes { bloc { name } from } } } }`,
  ],
];
