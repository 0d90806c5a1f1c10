import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../api/ask.ts';
import { EventsDocument, type EventsQuery, type EventsQueryVariables } from '../../generated/graphql.ts';
import { dayNumber } from '../../words/dates.ts';
import type { Question } from '../question.ts';

/** A day on which something happened between the parties. */
export interface Event {
  readonly date: string;
  readonly day: number;
  /** How many positions were taken on it. */
  readonly positions: number;
  /** What all of the parties signed on it. */
  readonly documents: readonly { readonly key: string; readonly title: string }[];
}

/** So many pages of stances are read; that is every one of some twenty parties on the seeded ledger. */
const mostPages = 8;

/** The days of a question on which its parties took positions or signed a document together, in order; empty while they are not known. */
export function useEvents(question: Question): readonly Event[] {
  const { parties, issues, kinds, revision } = question;
  const [events, setEvents] = useState<readonly Event[]>([]);
  const asked = JSON.stringify([parties, issues, kinds, revision]);
  useEffect(() => {
    // The comparison comes first; with its answer the revision is known.
    if (parties.length === 0 || revision === null) return;
    const aborting = new AbortController();
    const filter = { parties, kinds: kinds ?? ['CLAIM'], ...(issues !== null && { issues }) } as const;
    readPages({ parties, filter, asKnownAt: revision }, aborting.signal)
      .then((pages) => setEvents(eventsIn(pages)))
      // The slider does without marks then; the comparison itself says what is wrong.
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
