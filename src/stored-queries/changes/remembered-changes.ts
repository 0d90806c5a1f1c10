import { LRUCache } from 'lru-cache';
import type { AnswerChange } from './answer-change.ts';

/** Letters of all that is remembered, and what one that says nothing counts for. */
const mostLetters = 8_000_000;
const ownLetters = 150;

const nothing = { summary: '' } as const;

/** What each revision changed in the answers to stored queries. It never becomes otherwise, so it is computed once; what is not asked for is forgotten. */
export class RememberedChanges {
  readonly #changes: LRUCache<string, AnswerChange | typeof nothing>;

  /** So many event loops of the process have one, and divide its memory. */
  constructor(sharers = 1) {
    this.#changes = new LRUCache({
      maxSize: Math.floor(mostLetters / sharers),
      sizeCalculation: (change) => ownLetters + ('lines' in change ? change.lines.join('').length : 0),
    });
  }

  /** Null: the revision changed nothing. Undefined: that is not known. */
  get(question: string, digest: string): AnswerChange | null | undefined {
    const known = this.#changes.get(`${question} ${digest}`);
    return known === undefined || 'lines' in known ? known : null;
  }

  set(question: string, digest: string, change: AnswerChange | null): void {
    this.#changes.set(`${question} ${digest}`, change ?? nothing);
  }
}
