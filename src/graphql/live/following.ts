import type { RevisionModel } from '#postgres/generated/models.ts';
import type { Context } from '../context.ts';

/** What an event of a subscription tells of: the value from which its field is resolved. Plain data, for it is sent to other threads. */
export interface LiveEvent {
  /** Number of the revision. */
  readonly revision: number;
  /** The revision with which it is compared: that of the last event, or where the subscription began. */
  readonly since: number;
}

/** What becomes of a revision in a subscription. */
export interface Look {
  /** Null when there is nothing to tell. */
  readonly event: LiveEvent | null;
  /** With which revision the next one is compared. */
  readonly since: number;
}

/** A subscription, its arguments checked: decides of each revision, one after another, whether there is an event. The same for all who ask the same. */
export interface Following {
  /** `revision` is the next one after the last that was looked at; the snapshot of the context has it, and its day is the one on which it was committed. */
  look(revision: RevisionModel, since: number, context: Context): Look | Promise<Look>;
}

/** How a field of the type Subscription is followed. */
export interface Follows<Args> {
  /** Checks the arguments; throws as a query with them would. */
  readonly begin: (args: Args, context: Context) => Following;
}

/** The `extensions` of a field of the type Subscription. */
export const follows = <Args>(begin: Follows<Args>['begin']): { readonly follows: Follows<Args> } => ({
  follows: { begin },
});

/** graphql-js would hold one source of events for each subscriber; the server shares the work instead (src/server/live). */
export const followedByServer = (): never => {
  throw new Error('subscriptions are followed by src/server/live, found another way to execute them');
};
