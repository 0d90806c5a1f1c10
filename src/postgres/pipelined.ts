import type { ClientBase } from 'pg';

/** What pg looks at whenever it is asked something, and declares for the constructor alone. */
interface Switched {
  pipeline: boolean;
}

const switched = (client: ClientBase) => client as unknown as Switched;

/**
 * Lets a client that is asked nothing at the moment send each statement at once, instead of when the one before it was answered. One that fails in a
 * transaction makes those after it fail too. COPY cannot be asked then.
 */
export const pipelined = (client: ClientBase, isOn: boolean): void => {
  switched(client).pipeline = isOn;
};

/** Asks one thing after another, without waiting between where the client is pipelined; fails with what failed first. */
export async function inOrder(client: ClientBase, steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  if (switched(client).pipeline) await Promise.all(steps.map((step) => step()));
  else for (const step of steps) await step();
}
