import type { Rule } from './rule.ts';

/** A quotation is a key phrase of at most this many words. */
const mostWords = 8;

const wordsIn = (phrase: string) => phrase.trim().split(/\s+/).length;

/** Key phrases are short: the ledger points at texts, it does not copy them. */
export const keyPhrases: Rule = function* (proposal) {
  for (const { row, at } of [...proposal.citation, ...proposal.passage]) {
    if (row.keyPhrase === null || wordsIn(row.keyPhrase) <= mostWords) continue;
    yield {
      at: at('keyPhrase'),
      found: `a key phrase of ${wordsIn(row.keyPhrase)} words`,
      expected: `at most ${mostWords}`,
    };
  }
};
