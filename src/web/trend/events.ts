import { useEffect, useState } from 'preact/hooks';
import { ask } from '../api/ask.ts';
import { SignedTogetherDocument } from '../generated/graphql.ts';
import { everyPage } from '../take-away/every-page.ts';
import { dayNumber } from '../words/dates.ts';
import { type Line, periodsOf } from './line.ts';

/** A document that all of the parties signed. */
export interface SignedEvent {
  readonly key: string;
  readonly title: string;
  readonly date: string;
  readonly day: number;
}

/** The documents that all of some parties signed, the earliest first; none while loading, and none if they could not be loaded. */
export function useSigned(parties: readonly string[], asKnownAt: number | null): readonly SignedEvent[] {
  const [found, setFound] = useState<readonly SignedEvent[]>([]);
  const asked = JSON.stringify([parties, asKnownAt]);
  useEffect(() => {
    setFound([]);
    if (parties.length < 2 || asKnownAt === null) return;
    const aborting = new AbortController();
    everyPage(250, async (page) => {
      const { documents } = await ask(SignedTogetherDocument, { parties, asKnownAt, ...page }, aborting.signal);
      return documents;
    }).then(
      (documents) => setFound(documents.map((document) => ({ ...document, day: dayNumber(document.date) }))),
      () => {}, // the lines are complete without them
    );
    return () => aborting.abort();
  }, [asked]);
  return found;
}

/** The events of the time that some lines are about, none of them after a day. */
export function eventsOn(events: readonly SignedEvent[], lines: readonly Line[], asOf: string): readonly SignedEvent[] {
  const periods = periodsOf(lines);
  const [from, until] = [periods.at(0)?.from ?? '', periods.at(-1)?.until ?? ''];
  return events.filter(({ date }) => date >= from && date < until && date <= asOf);
}
