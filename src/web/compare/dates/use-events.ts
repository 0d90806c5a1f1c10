import { useEffect, useMemo, useState } from 'preact/hooks';
import { ask } from '../../api/ask.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { DaysTakenDocument, SignedTogetherDocument, type SignedTogetherQuery } from '../../generated/graphql.ts';
import { scopeOf } from '../../scope/asked-scope.ts';
import { everyPage } from '../../take-away/every-page.ts';
import { dayNumber } from '../../words/dates.ts';
import type { Question } from '../question.ts';

/** A day on which parties took positions or signed a document together. */
export interface Event {
  readonly date: string;
  readonly day: number;
  /** How many positions were taken on it. */
  readonly positions: number;
  /** The documents that all of the parties signed on it. */
  readonly documents: readonly { readonly key: string; readonly title: string }[];
}

interface Events {
  /** In order; empty while loading. */
  readonly events: readonly Event[];
  readonly failed: boolean;
}

/**
 * The days on which the parties of an answered query took positions in its scope, of all time, or signed a document together. The documents do not depend
 * on the scope, and are asked for again only with other parties or at another revision.
 */
export function useEvents(answered: Question | null): Events {
  // Whichever day is looked at, the time line is the same.
  const asked = answered && { parties: answered.parties, scope: scopeOf({ ...answered, asOf: null }) };
  const days = useAnswer(DaysTakenDocument, asked);
  const signed = useSignedTogether(answered?.parties ?? [], answered?.revision ?? null);
  const taken = days.data?.comparison?.days ?? null;
  const events = useMemo(
    () => (taken === null || signed.documents === null ? [] : eventsIn(taken, signed.documents)),
    [taken, signed.documents],
  );
  return { events, failed: days.error !== null || signed.failed };
}

type Signed = SignedTogetherQuery['documents']['nodes'];

/** The documents that parties signed together, all pages of them; null while loading. */
function useSignedTogether(parties: readonly string[], revision: number | null) {
  const [documents, setDocuments] = useState<Signed | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (parties.length === 0 || revision === null) return;
    const aborting = new AbortController();
    const { signal } = aborting;
    setFailed(false);
    // Those of other parties are not theirs.
    setDocuments(null);
    everyPage(250, async (page) => {
      const answer = await ask(SignedTogetherDocument, { parties, asKnownAt: revision, ...page }, signal);
      return answer.documents;
    }).then(
      (found) => setDocuments(found),
      () => !signal.aborted && setFailed(true),
    );
    return () => aborting.abort();
  }, [parties.join(), revision]);
  return { documents, failed };
}

function eventsIn(
  days: readonly { readonly day: string; readonly stances: number }[],
  documents: Signed,
): readonly Event[] {
  const positions = new Map(days.map(({ day, stances }) => [day, stances]));
  const signed = Map.groupBy(documents, ({ date }) => date);
  return [...new Set([...positions.keys(), ...signed.keys()])].sort().map((date) => ({
    date,
    day: dayNumber(date),
    positions: positions.get(date) ?? 0,
    documents: signed.get(date) ?? [],
  }));
}
