import { count, list } from './intl.ts';

/** 1 proposition, 2 propositions. */
export const some = (number: number, one: string, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;

/** Names of countries that English says with an article. */
const takesArticle =
  /^(?:United |Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Seychelles|Holy See|Ivory Coast|Vatican)|(?:Union|Republic|Islands|States|Kingdom|Emirates|Federation)$|^(?:Democratic Republic|Republic|State|Kingdom|Commonwealth) of/;

export const named = (name: string) => (takesArticle.test(name) && !name.startsWith('The ') ? `the ${name}` : name);
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

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

export function who(names: readonly string[]): string {
  return names.length > mostNames ? `${count(names.length)} parties` : list(names.map(named));
}

/** On how many, and of which issues. */
function where(number: number, issues: readonly string[]): string {
  if (issues.length === 0 || issues.length > mostIssues) return `on ${count(number)}`;
  const quoted = list(issues.map((issue) => `“${issue}”`));
  return number === 1 ? `on ${quoted}` : `on ${count(number)} (${quoted})`;
}

/** The answer of a comparison in one sentence. */
export function answer({ names, known, agree, divided, mixed, neutral, dividedOn, mixedOn }: Counted): string {
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
