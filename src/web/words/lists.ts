import { list } from '../texts/intl.ts';
import { texts } from '../texts/texts.ts';

/** A, B and C. */
export const listInWords = list;

/** 1 row, 2 rows. */
export const countInWords = texts.some;
