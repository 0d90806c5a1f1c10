import { en, type Texts } from './en.ts';

/** The texts of the page, in its language. */
export const texts: Texts = en;
