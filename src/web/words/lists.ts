const joined = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** A, B and C. */
export const listInWords = (words: readonly string[]): string => joined.format(words);

/** 1 row, 2 rows. */
export const countInWords = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
