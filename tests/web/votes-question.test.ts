import { describe, expect, test } from 'vitest';
import { addressOf, filtersIn, readQuestion, variablesOf } from '../../src/web/votes/question.ts';

const read = (query: string) => readQuestion({ parameters: new URLSearchParams(query) });

describe('what votes are searched for', () => {
  test('stands in the address as it was read from it', () => {
    const query =
      'q=nuclear%20tests&symbol=R%2F17&years=1961-1963&series=16,ES-11&issue=un-arms-control&result=TIED&margin=0.2&order=CLOSEST&parties=CN,RU&revision=2';
    expect(addressOf(read(query))).toBe(`/votes?${query}`);
    expect(filtersIn(read(query))).toBe(6);
    expect(addressOf(read(''))).toBe('/votes');
    expect(filtersIn(read(''))).toBe(0);
  });

  test.each([
    ['1971', '1971-01-01', '1972-01-01'],
    ['1971-1975', '1971-01-01', '1976-01-01'],
    [' 1971 – 1975 ', '1971-01-01', '1976-01-01'],
    ['1975-1971', null, null],
    ['197', null, null],
    ['soon', null, null],
  ])('the years %j are from %s to before %s', (years, from, before) => {
    expect(variablesOf(read(`years=${encodeURIComponent(years)}`))).toMatchObject({ from, before });
  });

  test('what is no choice does not restrict', () => {
    expect(variablesOf(read('result=NO&order=WORST&margin=7&revision=x'))).toMatchObject({
      results: null,
      orderBy: 'TABLED_DESC',
      mostMargin: null,
      asKnownAt: null,
    });
  });
});
