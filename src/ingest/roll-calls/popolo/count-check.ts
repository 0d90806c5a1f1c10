import { type Meaning, meanings } from './options.ts';
import { lineOf, objectsIn, textIn } from './read-json.ts';
import type { VoteEvents } from './vote-events.ts';
import type { VotesRead } from './votes.ts';

const mostNamed = 5;

/** Says in a sentence which vote events count other votes than they have; null when none does, as the specification asks for. */
export function countsThatDiffer(
  { events }: VoteEvents,
  { votes }: VotesRead,
  paths: readonly string[],
): string | null {
  const had = new Map<string, number>();
  for (const { rollCall, meaning } of votes) {
    const key = `${rollCall} ${meaning}`;
    had.set(key, (had.get(key) ?? 0) + 1);
  }
  const different = events.flatMap(({ record: { file, object }, rollCall }) => {
    const isWeighted = objectsIn(object.votes).some((vote) => textIn(vote, 'weight') !== null);
    if (isWeighted || objectsIn(object.votes).length === 0) return [];
    const counted = new Map<Meaning, number>();
    for (const count of objectsIn(object.counts)) {
      const meaning = meanings.get(textIn(count, 'option') ?? '');
      // Counts within groups of voters are parts of the whole.
      if (meaning == null || count.group_id != null || count.group != null) continue;
      counted.set(meaning, (counted.get(meaning) ?? 0) + Number(textIn(count, 'value') ?? 0));
    }
    const differs = [...counted].some(([meaning, count]) => (had.get(`${rollCall} ${meaning}`) ?? 0) !== count);
    return differs ? [`${paths[file]}:${lineOf(object)}`] : [];
  });
  if (different.length === 0) return null;
  const more = different.length > mostNamed ? ` and ${different.length - mostNamed} more` : '';
  return `Counts that differ from the votes themselves (${different.length}): ${different.slice(0, mostNamed).join(', ')}${more}.`;
}
