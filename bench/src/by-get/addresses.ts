import { createHash } from 'node:crypto';
import type { Question, Questions } from '../side-by-side/question.ts';

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A manifest of documents as graphql-codegen writes it. */
export const manifestOf = (text: string): string => JSON.stringify({ [`sha256:${hashOf(text)}`]: text });

type Parameters = (query: string) => Readonly<Record<string, string>>;

/** The ways in which a GET names its document. */
export const ways = {
  documentId: (query) => ({ documentId: `sha256:${hashOf(query)}` }),
  apq: (query) => ({ extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf(query) } }) }),
} as const satisfies Readonly<Record<string, Parameters>>;

export type Way = keyof typeof ways;

/** The path of a GET that asks a question. */
export const pathOf = (way: Way, query: string, question: Question): string =>
  `/graphql?${new URLSearchParams({ ...ways[way](query), variables: JSON.stringify(question) })}`;

/** Gives one of some values after another, again and again. Made before anything is measured, for making them takes the client's time. */
export function inTurn<Value>(count: number, make: (question: Question) => Value, questions: Questions): () => Value {
  const values = Array.from({ length: count }, () => make(questions()));
  let next = 0;
  return () => values[next++ % count] as Value;
}
