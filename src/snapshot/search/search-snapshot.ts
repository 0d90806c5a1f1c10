import type { Snapshot } from '../snapshot.ts';
import { type Ranks, search } from './search.ts';
import type { Subject } from './search-indexes.ts';
import { searchQuestion } from './search-question.ts';

/**
 * Searches the names of parties and issues, the texts of propositions or the titles of documents, as they were known at a revision.
 * @throws Refusal `BAD_INPUT` for a text that is empty or too long
 */
export const searchSnapshot = (
  { search: indexes }: Pick<Snapshot, 'search'>,
  subject: Subject,
  text: string,
  revision: number,
): Ranks => search(indexes[subject], searchQuestion(text), revision);
