import { expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { answers, follow, forAllHistories } from './follow.ts';
import { carriedOn, readAnew } from './snapshots-of.ts';

const database = useDatabase('migrated');

test('a snapshot carried on gives the same answers as one read anew, at its revision and those before it', () =>
  forAllHistories(database, (history) =>
    follow(database, history, async (snapshot) => expect(answers(snapshot)).toEqual(answers(await readAnew(database)))),
  ));

test('a snapshot carried on over several revisions at once gives the same answers', () =>
  forAllHistories(database, async ({ worlds: [first, ...later], say }) => {
    if (first !== undefined) await say(first);
    const before = await readAnew(database);
    for (const world of later) await say(world);
    const carried = await carriedOn(database, before);
    expect(carried && answers(carried)).toEqual(answers(await readAnew(database)));
  }));
