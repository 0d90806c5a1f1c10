/**
 * Published coefficients, with the numbers that they were computed from and where they were printed.
 *
 * Not here, because no kernel of ours computes them: Bennett's S and the weighted S (Concord weighs propositions alike), Kendall's
 * tau-b, Benati & Capurri's A, and the cohesion of one group (Rice; Hix, Noury & Roland), which is not an agreement between parties.
 * S of the United States with Canada and with Mexico in 1946 as derived from Voeten's agree is the law AGREEMENT = (S_SCORE + 1) / 2.
 */
interface Published {
  readonly name: string;
  readonly source: string;
  readonly expected: number;
  /** Half a unit of the last digit printed, or a little more where the print is known to be rounded twice. */
  readonly tolerance: number;
}

type Numbers = readonly number[];
type Table = readonly Numbers[];

export interface PublishedOfTwo extends Published {
  readonly coefficient: 'KAPPA' | 'PI' | 'IDENTICAL';
  /** How often the first said i while the second said j. */
  readonly table: Table;
  /** Disagreement of i with j; nominal (0 or 1) without. */
  readonly weights?: Table;
}

const cohen1968 = 'Cohen 1968, Psychological Bulletin 70, table as printed by R psych 2.2.9, cohen.kappa';
// The proportions times the number of cases, 200.
const cohenTable = [
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
];

const everitt = 'Fleiss, Cohen & Everitt 1969, data and output in R psych 2.2.9, cohen.kappa';
const everittTable = [
  [106, 10, 4],
  [22, 28, 10],
  [2, 12, 6],
];

const artstein = 'Artstein & Poesio 2008, Computational Linguistics 34; values of nltk.metrics.agreement@045b409';
const artsteinTable = [
  [46, 0, 0],
  [6, 32, 0],
  [0, 6, 10],
];

const bates = 'R psych 2.2.9, cohen.kappa, example of nine categories';
const batesTable = tableOf([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 1, 6, 1, 5, 5, 6, 7], 9, 1);

const alliances = 'Signorino & Ritter 1999, International Studies Quarterly 43, table 6; printed by svmiller/fpsim';
/** Alliance commitments of Germany and Russia to twenty states in 1914, on the possible scale from 0 to 3. */
const alliances1914 = tableOf(
  [3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0],
  [0, 3, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  4,
  0,
);

const generalAssembly =
  'svmiller/fpsim, usamex46: the 38 roll calls of the UN General Assembly in 1946 on which both voted';
/** United States by Mexico; yes, abstain, no. */
const votes1946 = [
  [17, 2, 5],
  [0, 0, 2],
  [9, 1, 2],
];

export const publishedOfTwo: readonly PublishedOfTwo[] = [
  {
    name: 'Cohen unweighted',
    source: cohen1968,
    coefficient: 'KAPPA',
    table: cohenTable,
    expected: 0.492,
    tolerance: 5e-4,
  },
  {
    name: 'Cohen with symmetric weights',
    source: cohen1968,
    coefficient: 'KAPPA',
    table: cohenTable,
    weights: [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ],
    expected: 0.348,
    tolerance: 5e-4,
  },
  {
    name: 'Cohen with asymmetric weights',
    source: cohen1968,
    coefficient: 'KAPPA',
    table: cohenTable,
    weights: [
      [0, 1, 4],
      [1, 0, 6],
      [2, 2, 0],
    ],
    expected: 0.353,
    tolerance: 6e-4,
  },
  {
    name: 'nine categories unweighted',
    source: bates,
    coefficient: 'KAPPA',
    table: batesTable,
    expected: 0,
    tolerance: 5e-3,
  },
  {
    name: 'nine categories squared',
    source: bates,
    coefficient: 'KAPPA',
    table: batesTable,
    weights: squared(9),
    expected: 0.68,
    tolerance: 5e-3,
  },
  {
    name: 'Everitt unweighted',
    source: everitt,
    coefficient: 'KAPPA',
    table: everittTable,
    expected: 0.43,
    tolerance: 5e-3,
  },
  {
    name: 'Everitt weighted',
    source: everitt,
    coefficient: 'KAPPA',
    table: everittTable,
    // Printed as weights of similarity: 1, .4444, .6667.
    weights: [
      [0, 1, 1 - 0.4444],
      [1, 0, 1 - 0.6667],
      [1 - 0.4444, 1 - 0.6667, 0],
    ],
    expected: 0.51,
    tolerance: 5e-3,
  },
  {
    name: 'Artstein observed',
    source: artstein,
    coefficient: 'IDENTICAL',
    table: artsteinTable,
    expected: 0.88,
    tolerance: 1e-12,
  },
  {
    name: 'Artstein pi',
    source: artstein,
    coefficient: 'PI',
    table: artsteinTable,
    expected: 0.7995322418977615,
    tolerance: 1e-12,
  },
  {
    name: 'alliances pi',
    source: alliances,
    coefficient: 'PI',
    table: alliances1914,
    expected: -0.04477612,
    tolerance: 1e-7,
  },
  {
    name: 'alliances kappa',
    source: alliances,
    coefficient: 'KAPPA',
    table: alliances1914,
    weights: squared(4),
    expected: -0.07758621,
    tolerance: 1e-7,
  },
  {
    name: 'votes of 1946 pi',
    source: generalAssembly,
    coefficient: 'PI',
    table: votes1946,
    expected: -0.02775801,
    tolerance: 1e-7,
  },
];

/** Absolute S over the possible scale of `levels`. */
export const publishedS: readonly (Published & { readonly table: Table })[] = [
  { name: 'alliances', source: alliances, table: alliances1914, expected: 0.4, tolerance: 1e-7 },
  { name: 'votes of 1946', source: generalAssembly, table: votes1946, expected: 0.1315789, tolerance: 1e-7 },
];

/** What our own measures say of these votes, on our own scale. */
export const publishedVotes = {
  source: generalAssembly,
  table: votes1946,
  tolerance: 1e-7,
  expected: { S_SCORE: 0.1315789, WEIGHTED_KAPPA: -0.01222707, IDENTICAL: 0.5 },
} as const;

const none = null;

/** Four observers, twelve units, values 1 to 5; the last unit has one value alone. */
export const reliability = {
  source: "Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, p. 8",
  observers: [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3],
    [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
  ],
  tolerance: 5e-4,
  expected: { nominal: 0.743, ordinal: 0.815, interval: 0.849, ratio: 0.797 },
} as const;

/** How often two lists of values, the lowest of which is `lowest`, stand side by side. */
function tableOf(first: Numbers, second: Numbers, levels: number, lowest: number): Table {
  const table = Array.from({ length: levels }, () => Array<number>(levels).fill(0));
  first.forEach((value, index) => {
    const row = table[value - lowest] as number[]; // the values are on the scale
    const column = (second[index] as number) - lowest;
    row[column] = (row[column] as number) + 1;
  });
  return table;
}

function squared(levels: number): Table {
  return Array.from({ length: levels }, (_, i) => Array.from({ length: levels }, (__, j) => (i - j) ** 2));
}

/** A row of a table by the US Department of State: votes of a country with the United States, and the coincidence as printed. */
export interface PublishedCoincidence {
  readonly measure: 'COINCIDENCE' | 'COINCIDENCE_2017' | 'COINCIDENCE_2022';
  readonly country: string;
  readonly same: number;
  readonly opposite: number;
  readonly partial: number;
  readonly absent: number;
  readonly expected: number;
}

const coincidencesOf =
  (measure: PublishedCoincidence['measure']) =>
  ([country, same, opposite, partial, absent, expected]: readonly [string, number, number, number, number, number]) =>
    ({ measure, country, same, opposite, partial, absent, expected }) satisfies PublishedCoincidence;

/** "Voting Practices in the United Nations" (a work of the US government) for 2015, 2017, 2018 and 2022: plenary votes. */
export const publishedCoincidences: readonly PublishedCoincidence[] = [
  ...(
    [
      ['Albania, 2015', 0, 13, 5, 0, 0.0],
      ['Canada, 2015', 18, 0, 0, 0, 1.0],
      ['France, 2015', 1, 12, 5, 0, 0.08],
      ['Germany, 2015', 1, 12, 5, 0, 0.08],
      ['Japan, 2015', 0, 13, 5, 0, 0.0],
      ['Palau, 2015', 16, 0, 0, 2, 1.0],
      ['United Kingdom, 2015', 1, 12, 5, 0, 0.08],
    ] as const
  ).map(coincidencesOf('COINCIDENCE')),
  ...(
    [
      ['Canada, 2017', 20, 0, 1, 0, 0.98],
      ['China, 2017', 0, 19, 2, 0, 0.05],
      ['Israel, 2017', 19, 0, 2, 0, 0.95],
      ['Russian Federation, 2017', 0, 16, 5, 0, 0.12],
      ['Afghanistan, 2018', 11, 70, 13, 16, 0.19],
      ['China, 2018', 11, 76, 21, 2, 0.2],
      ['India, 2018', 20, 74, 16, 0, 0.25],
      ['Israel, 2018', 91, 4, 8, 7, 0.92],
      ['Namibia, 2018', 14, 74, 19, 3, 0.22],
      ['Russian Federation, 2018', 21, 70, 19, 0, 0.28],
    ] as const
  ).map(coincidencesOf('COINCIDENCE_2017')),
  ...(
    [
      ['Afghanistan, 2022', 21, 36, 9, 23, 0.42],
      ['Burkina Faso, 2022', 17, 41, 9, 22, 0.37],
      ['Cabo Verde, 2022', 27, 33, 8, 21, 0.47],
      ['China, 2022', 14, 54, 20, 1, 0.28],
      ['India, 2022', 20, 40, 29, 0, 0.39],
      ['Israel, 2022', 75, 2, 9, 3, 0.91],
      ['Namibia, 2022', 20, 48, 19, 2, 0.34],
      ['Russian Federation, 2022', 17, 52, 20, 0, 0.3],
    ] as const
  ).map(coincidencesOf('COINCIDENCE_2022')),
];
