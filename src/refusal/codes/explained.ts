/** What a code means, and what to do about it: a sentence each. */
export type Explained = readonly [meaning: string, wayOut: string];
