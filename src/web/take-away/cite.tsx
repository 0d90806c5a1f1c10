import { useState } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { CitedRevisionDocument } from '../generated/graphql.ts';
import { texts } from '../texts/texts.ts';
import { bibtexOf, type Cited, citationOf } from './citation.ts';
import { CopyField } from './copy-field.tsx';

/** A view as it is cited, with the revision and its digest; the revision is asked for when it is opened. */
export function Cite({ title, scope, revision, address }: Omit<Cited, 'time' | 'digest'>) {
  const [isOpen, open] = useState(false);
  const asked = useAnswer(CitedRevisionDocument, isOpen ? { number: revision } : null);
  const known = asked.data?.revision ?? null;
  const cited = {
    title,
    scope,
    revision,
    time: known?.time ?? null,
    digest: known?.digest ?? null,
    address,
  };
  return (
    <details class="query-behind" onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{texts.share.cite}</summary>
      {isOpen && (asked.data !== null || asked.error !== null) && (
        <>
          <CopyField label={texts.share.asText} text={citationOf(cited)} />
          <CopyField label={texts.share.bibtex} text={bibtexOf(cited)} />
        </>
      )}
    </details>
  );
}
