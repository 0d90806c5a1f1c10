import { createHash } from 'node:crypto';
import { wordsOf } from '#ledger/fold.ts';

/** A longer one is cut and told apart by a digest, so that keys fit into an index whatever a file calls its records. */
const longest = 60;

/**
 * The key of a record that a source calls by an identifier of its own: the same in every import of it, and no other source's, because it begins
 * with the name of the source. `uk.parliament/Commons` of `popolo` is `popolo-uk-parliament-commons`. What cannot be written in a key, such as a name in
 * Chinese, becomes a digest.
 */
export function recordKey(source: string, ...identifier: readonly string[]): string {
  const text = identifier.join('-');
  const slug = wordsOf(text)
    .map((word) => word.replace(/[^a-z0-9]+/g, ''))
    .filter((word) => word !== '')
    .join('-');
  const isWhole = slug !== '' && slug.length <= longest && /^[\p{ASCII}\p{M}\p{Script=Latin}]*$/u.test(text);
  if (isWhole) return `${source}-${slug}`;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return [source, slug.slice(0, longest).replace(/-+$/, ''), digest].filter((part) => part !== '').join('-');
}
