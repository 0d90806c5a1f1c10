import { useEffect, useState } from 'preact/hooks';
import { useAnswer } from '../../api/use-answer.ts';
import { FindPartiesDocument, type FindPartiesQuery } from '../../generated/graphql.ts';

export type FoundParty = FindPartiesQuery['parties']['nodes'][number];

const typingMs = 120;

/** The parties that match the input by name, code or alias, best match first; null while loading. */
export function useFoundParties(typed: string): readonly FoundParty[] | null {
  const text = typed.trim();
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(text), typingMs);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useAnswer(FindPartiesDocument, search === '' ? null : { search });
  return text === '' || search === '' ? null : (data?.parties.nodes ?? null);
}
