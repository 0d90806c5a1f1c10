import { recordAddress, writeAddress } from '../address/address.ts';
import { texts } from '../texts/texts.ts';

const words = texts.home.items;

/** Questions to start with, one of each kind that the page answers. */
export const questions: readonly { readonly text: string; readonly href: string }[] = [
  {
    text: words.usChinaTaiwan,
    href: writeAddress('/compare', { parties: ['US', 'CN'], issues: ['taiwan'] }),
  },
  { text: words.natoBrics, href: writeAddress('/compare', { parties: ['nato', 'brics'] }) },
  { text: words.swedenNato, href: recordAddress('proposition', 'nato-sweden') },
  { text: words.four, href: writeAddress('/compare', { parties: ['BR', 'IN', 'CN', 'ZA'] }) },
  { text: words.everybody, href: writeAddress('/matrix') },
];
