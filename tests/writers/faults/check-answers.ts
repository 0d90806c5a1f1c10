import { isDeepStrictEqual } from 'node:util';
import type { Acknowledged } from './api-writer.ts';
import { send } from './send.ts';

const atOnce = 8;

/** What is wrong when every write is sent once more: each has to be answered as the first time. With another input, its key is refused. */
export async function checkAnswers(apis: readonly string[], writes: readonly Acknowledged[]): Promise<string[]> {
  const wrong: string[] = [];
  const left = [...writes.entries()];
  const sendAll = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const [index, { write, token, done }] = next;
      const api = apis[index % apis.length] as string; // there is one at least
      const again = await send(api, token, write);
      if (!('done' in again) || !isDeepStrictEqual(again.done, done))
        wrong.push(`${write.message} is answered ${JSON.stringify(again)}, the first time ${JSON.stringify(done)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sendAll));
  const [first] = writes;
  if (first !== undefined && apis[0] !== undefined) {
    const other = { ...first.write, input: { ...first.write.input, message: 'something else' } };
    const answer = await send(apis[0], first.token, other);
    if (!('code' in answer) || !answer.code.startsWith('IDEMPOTENCY_KEY_REUSED'))
      wrong.push(`the key of ${first.write.message} with another message is answered ${JSON.stringify(answer)}`);
  }
  return wrong;
}
