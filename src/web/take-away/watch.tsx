import { texts } from '../texts/texts.ts';
import { CopyField } from './copy-field.tsx';
import { feedAddresses, type StoredTable } from './query-elsewhere.ts';
import './take-away.css';

/** The feeds that tell when the answer to a stored query changes. */
export function Watch({ table }: { readonly table: StoredTable }) {
  const { atom, jsonFeed } = feedAddresses(table);
  const words = texts.share;
  return (
    <details class="query-behind">
      <summary>{words.watch}</summary>
      <CopyField label={words.atom} hint={words.watchHow} text={atom} />
      <CopyField label={words.jsonFeed} text={jsonFeed} />
    </details>
  );
}
