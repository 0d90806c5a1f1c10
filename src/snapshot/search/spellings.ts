/** Another way to write a word, and how well it stands for it: 1 where it is the same word. */
export interface Spelling {
  readonly word: string;
  readonly fit: number;
}

/** Endings of verbs in -ise or -ize and of what is made of them: politicise, politicized, politicization. */
const izeEndings = ['e', 'ed', 'es', 'er', 'ers', 'ing', 'ation', 'ations'];
const izeWord = new RegExp(`^(\\p{L}{3,}i)[sz](${izeEndings.join('|')})$`, 'u');

/** The same verb in another form is nearly what was asked for. */
const otherForm = 0.9;

/** Beginnings that are written otherwise in British and in American English; the rest of the word is the same. */
const beginnings: readonly (readonly [british: string, american: string])[] = [
  ['armour', 'armor'],
  ['behaviour', 'behavior'],
  ['centre', 'center'],
  ['colour', 'color'],
  ['counsell', 'counsel'],
  ['defence', 'defense'],
  ['dialogue', 'dialog'],
  ['endeavour', 'endeavor'],
  ['favour', 'favor'],
  ['fulfil', 'fulfill'],
  ['grey', 'gray'],
  ['harbour', 'harbor'],
  ['honour', 'honor'],
  ['judgement', 'judgment'],
  ['labell', 'label'],
  ['labour', 'labor'],
  ['licence', 'license'],
  ['manoeuvr', 'maneuver'],
  ['metre', 'meter'],
  ['neighbour', 'neighbor'],
  ['offence', 'offense'],
  ['programme', 'program'],
  ['rigour', 'rigor'],
  ['sceptic', 'skeptic'],
  ['signall', 'signal'],
  ['theatre', 'theater'],
  ['travell', 'travel'],
  ['vigour', 'vigor'],
];

const analyse = /^(\p{L}{3,}ly)[sz](e|ed|es|er|ers|ing)$/u;

/** Other ways to write a folded word, British and American: the same word first. At most some twenty. */
export function spellingsOf(word: string): Spelling[] {
  const found: Spelling[] = [];
  const add = (other: string, fit = 1) => {
    if (other !== word && !found.some((one) => one.word === other)) found.push({ word: other, fit });
  };
  const [, stem, ending] = izeWord.exec(word) ?? [];
  if (stem !== undefined && ending !== undefined) {
    for (const letter of ['s', 'z']) add(stem + letter + ending);
    for (const letter of ['s', 'z']) for (const other of izeEndings) add(stem + letter + other, otherForm);
  }
  const [, root, rest] = analyse.exec(word) ?? [];
  if (root !== undefined) for (const letter of ['s', 'z']) add(`${root}${letter}${rest}`);
  for (const [british, american] of beginnings) {
    if (word.startsWith(british)) add(american + word.slice(british.length));
    if (word.startsWith(american)) add(british + word.slice(american.length));
  }
  return found;
}

/** First parts of words that some join, some hyphenate and some write apart: non-proliferation, nonproliferation. */
const firstParts = new Set([
  ...[
    'anti',
    'asia',
    'co',
    'counter',
    'de',
    'euro',
    'ex',
    'extra',
    'indo',
    'inter',
    'micro',
    'multi',
    'non',
    'pan',
    'post',
  ],
  ...['pre', 'pro', 're', 'self', 'semi', 'sub', 'trans', 'ultra'],
]);

const shortestRest = 4;

/** The two words as which some write one; null when nobody does. */
export function writtenApart(word: string): readonly [string, string] | null {
  for (let length = word.length - shortestRest; length >= 2; length--) {
    if (firstParts.has(word.slice(0, length))) return [word.slice(0, length), word.slice(length)];
  }
  return null;
}

/** The one word as which some write two; null when nobody does. */
export const writtenTogether = (first: string, second: string | undefined): string | null =>
  second !== undefined && second.length >= shortestRest && firstParts.has(first) ? first + second : null;
