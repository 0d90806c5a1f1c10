import type { PropositionKind } from '../generated/graphql.ts';
import { list } from '../texts/intl.ts';
import { texts } from '../texts/texts.ts';
import { dateInWords } from '../words/dates.ts';
import type { AskedScope } from './asked-scope.ts';
import { writeSessions } from './sessions.ts';

/** A restriction of a scope or policy, and what removes it. */
export interface Restriction {
  readonly words: string;
  readonly without: Partial<AskedScope>;
}

/** The restrictions of a scope and policy besides kinds, issues and day, in words. */
export function restrictionsOf(question: AskedScope): readonly Restriction[] {
  const { propositions, sessions, wholeTextOnly, importantOnly, takenFrom, takenBefore, confirmedSince } = question;
  const words = texts.scope;
  const found: (Restriction | false)[] = [
    propositions !== null && {
      words: propositions.length === 1 ? words.only(propositions[0] ?? '') : words.onlySome(propositions.length),
      without: { propositions: null },
    },
    sessions !== null && {
      words: words.sessions(writeSessions(sessions).join(', ')),
      without: { sessions: null },
    },
    wholeTextOnly && { words: words.wholeTexts, without: { wholeTextOnly: false } },
    importantOnly && { words: words.important, without: { importantOnly: false } },
    takenFrom !== null && { words: words.takenFrom(dateInWords(takenFrom)), without: { takenFrom: null } },
    takenBefore !== null && { words: words.takenBefore(dateInWords(takenBefore)), without: { takenBefore: null } },
    confirmedSince !== null && {
      words: words.confirmedSince(dateInWords(confirmedSince)),
      without: { confirmedSince: null },
    },
    question.unanimous === 'EXCLUDE' && { words: words.notUnanimous, without: { unanimous: 'INCLUDE' } },
    question.neutral === 'COUNT_AS_OPPOSE' && { words: words.abstainingAgainst, without: { neutral: 'KEEP' } },
    question.minimum > 1 && { words: words.atLeast(question.minimum), without: { minimum: 1 } },
  ];
  return found.filter((one) => one !== false);
}

/** Names by key; without one the key stands for it. */
export type NamesByKey = ReadonlyMap<string, string>;

const mostIssues = 3;

/**
 * A scope in words, as it stands below a title, on a picture and in a description: "recorded votes on “Human rights”, sessions 70-74, whole texts
 * only". Neither parties nor day are in it.
 */
export function scopeInWords(question: AskedScope, issueNames: NamesByKey): string {
  const chosen: readonly PropositionKind[] = question.kinds ?? ['CLAIM'];
  const kinds = list(chosen.map((kind) => texts.kinds[kind]));
  const { issues } = question;
  const quoted = issues?.map((key) => texts.quoted(issueNames.get(key) ?? key)) ?? [];
  const about =
    issues === null
      ? texts.scope.all(kinds)
      : texts.scope.on(kinds, quoted.length > mostIssues ? texts.scope.issues(issues.length) : list(quoted));
  const neutral = question.neutral === 'EXCLUDE' ? [texts.scope.neutralOut] : [];
  return [about, ...restrictionsOf(question).map(({ words }) => words), ...neutral].join(', ');
}
