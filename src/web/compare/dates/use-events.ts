import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../api/ask.ts';
import { EventsDocument, type EventsQuery, type EventsQueryVariables } from '../../generated/graphql.ts';
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

/** Number of pages of stances that are read; enough for some twenty parties on the seeded ledger. */
const mostPages = 8;

/** The days on which the parties of a query took positions or signed a document together, in order; empty while loading. */
export function useEvents(question: Question): readonly Event[] {
  const { parties, issues, kinds, revision } = question;
  const [events, setEvents] = useState<readonly Event[]>([]);
  const asked = JSON.stringify([parties, issues, kinds, revision]);
  useEffect(() => {
    // The comparison is loaded first; its response contains the revision.
    if (parties.length === 0 || revision === null) return;
    const aborting = new AbortController();
    const filter = { parties, kinds: kinds ?? ['CLAIM'], ...(issues !== null && { issues }) } as const;
    readPages({ parties, filter, asKnownAt: revision }, aborting.signal)
      .then((pages) => setEvents(eventsIn(pages)))
      // The slider then has no marks; the comparison itself reports the error.
      .catch(() => {});
    return () => aborting.abort();
  }, [asked]);
  return events;
}

async function readPages(variables: EventsQueryVariables, signal: AbortSignal): Promise<readonly EventsQuery[]> {
  const pages: EventsQuery[] = [];
  let after: string | null = null;
  do {
    const page: EventsQuery = await ask(EventsDocument, { ...variables, after }, signal);
    pages.push(page);
    const { hasNextPage, endCursor } = page.stances.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null && pages.length < mostPages);
  return pages;
}

function eventsIn(pages: readonly EventsQuery[]): readonly Event[] {
  const stances = pages.flatMap((page) => page.stances.nodes);
  const documents = pages[0]?.documents.nodes ?? [];
  const positions = Map.groupBy(stances, ({ heldFrom }) => heldFrom);
  const signed = Map.groupBy(documents, ({ date }) => date);
  return [...new Set([...positions.keys(), ...signed.keys()])].sort().map((date) => ({
    date,
    day: dayNumber(date),
    positions: positions.get(date)?.length ?? 0,
    documents: signed.get(date) ?? [],
  }));
}
