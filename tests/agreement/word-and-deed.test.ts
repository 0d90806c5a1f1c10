import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ABSENT, isHeld, SPLIT, UNKNOWN } from '#agreement/stance-matrix.ts';
import { tallyWords, type WordVerdict, wordBesideDeed } from '#agreement/word-and-deed.ts';

const cells = fc.constantFrom(-2, -1, 0, 1, 2, UNKNOWN, ABSENT, SPLIT);
const signs = fc.constantFrom<(1 | -1)[]>(1, -1);
const verdicts = fc.constantFrom<WordVerdict[]>('CONSISTENT', 'SOFTER', 'CONTRARY', 'SILENT');
const rows = fc.array(fc.record({ verdict: verdicts, counted: fc.boolean() }));

// Word and vote in half steps: the word against a vote for (2), an abstention (0) and a vote against (-2).
test.each([
  [2, ['CONSISTENT', 'SOFTER by DEED', 'CONTRARY']],
  [1, ['SOFTER by WORD', 'SOFTER by DEED', 'CONTRARY']],
  [0, ['SOFTER by WORD', 'CONSISTENT', 'SOFTER by WORD']],
  [-1, ['CONTRARY', 'SOFTER by DEED', 'SOFTER by WORD']],
  [-2, ['CONTRARY', 'SOFTER by DEED', 'CONSISTENT']],
  [UNKNOWN, ['SILENT without WORD', 'SILENT without WORD', 'SILENT without WORD']],
])('a word of %i half steps beside votes for, of neither and against', (word, expected) => {
  const told = [2, 0, -2].map((vote) => {
    const { verdict, milder, missing } = wordBesideDeed(word, vote, 1) ?? {};
    return [verdict, milder && `by ${milder}`, missing && `without ${missing}`].filter(Boolean).join(' ');
  });
  expect(told).toEqual(expected);
});

test('a word that is not followed by a vote is silent, whatever the reason, and nothing at all is no row', () => {
  for (const vote of [UNKNOWN, ABSENT, SPLIT])
    expect(wordBesideDeed(-2, vote, 1)).toEqual({ verdict: 'SILENT', missing: 'DEED', milder: null });
  expect(wordBesideDeed(UNKNOWN, ABSENT, 1)).toBeNull();
});

test('a vote against the contrary is a vote for the claim', () => {
  fc.assert(
    fc.property(cells, fc.constantFrom(-2, -1, 0, 1, 2), (word, vote) => {
      expect(wordBesideDeed(word, vote, -1)).toEqual(wordBesideDeed(word, 0 - vote, 1));
    }),
  );
});

test('to deny the claim in word and deed changes nothing', () => {
  fc.assert(
    fc.property(cells, cells, signs, (word, vote, sign) => {
      const denied = (cell: number) => (isHeld(cell) ? 0 - cell : cell);
      expect(wordBesideDeed(denied(word), denied(vote), sign)).toEqual(wordBesideDeed(word, vote, sign));
    }),
  );
});

test('word and deed exchanged stand to each other as before', () => {
  const other = { WORD: 'DEED', DEED: 'WORD' } as const;
  fc.assert(
    fc.property(cells, cells, (word, vote) => {
      const there = wordBesideDeed(word, vote, 1);
      const back = there && {
        verdict: there.verdict,
        missing: there.missing && other[there.missing],
        milder: there.milder && other[there.milder],
      };
      expect(wordBesideDeed(vote, word, 1)).toEqual(back);
    }),
  );
});

test('every row is counted once, the order does not matter, and silence does not move the share', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 4 }), (drawn, minimum) => {
      const tally = tallyWords(drawn, minimum);
      expect(tally.n + tally.silent + tally.notCounted).toBe(drawn.length);
      expect(tally.consistent + tally.softer + tally.contrary).toBe(tally.n);
      expect(tallyWords(drawn.toReversed(), minimum)).toEqual(tally);
      const spoken = drawn.filter(({ verdict, counted }) => verdict !== 'SILENT' && counted);
      expect(tallyWords(spoken, minimum).share).toEqual(tally.share);
      const { share, n, consistent } = tally;
      if (n === 0) expect(share).toEqual({ value: null, reason: 'NO_SHARED_EVIDENCE' });
      else if (n < minimum) expect(share).toEqual({ value: null, reason: 'BELOW_MINIMUM_SHARED' });
      else expect((share.value as number) * n).toBeCloseTo(consistent, 9);
    }),
  );
});
