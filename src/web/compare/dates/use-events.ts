import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../api/ask.ts';
import { DaysTakenDocument, SignedTogetherDocument } from '../../generated/graphql.ts';
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

const none: Events = { events: [], failed: false };

/** The days on which the parties of a query took positions in its scope, of all time, or signed a document together. */
export function useEvents(question: Question): Events {
  const { parties, revision } = question;
  const [found, setFound] = useState<Events>(none);
  // Whichever day is looked at, the time line is the same.
  const scope = scopeOf({ ...question, asOf: null });
  const asked = JSON.stringify([parties, scope]);
  useEffect(() => {
    // The comparison is loaded first; its response contains the revision.
    if (parties.length === 0 || revision === null) return;
    const aborting = new AbortController();
    const { signal } = aborting;
    const days = ask(DaysTakenDocument, { parties, scope }, signal);
    const documents = everyPage(250, async (page) => {
      const signed = await ask(SignedTogetherDocument, { parties, asKnownAt: revision, ...page }, signal);
      return signed.documents;
    });
    Promise.all([days, documents])
      .then(([{ comparison }, signed]) => setFound({ events: eventsIn(comparison?.days ?? [], signed), failed: false }))
      .catch(() => !signal.aborted && setFound({ events: [], failed: true }));
    return () => aborting.abort();
  }, [asked]);
  return found;
}

function eventsIn(
  days: readonly { readonly day: string; readonly stances: number }[],
  documents: readonly { readonly key: string; readonly title: string; readonly date: string }[],
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
