import { recordAddress } from '../../address/address.ts';
import { dateInWords } from '../../words/dates.ts';
import { inWords } from '../../words/stances.ts';
import type { Compared } from '../compared.ts';

interface Props {
  readonly documents: Compared['jointDocuments'];
  readonly parties: Compared['parties'];
}

/** The documents that all of the parties signed. */
export function JointDocuments({ documents: { nodes, totalCount }, parties }: Props) {
  if (parties.length < 2) return null;
  return (
    <section aria-labelledby="joint">
      <h2 id="joint">
        Signed by {parties.length === 2 ? 'both' : `all ${parties.length}`} <span class="count">{totalCount}</span>
      </h2>
      {totalCount === 0 && <p class="soft">The ledger has no document that all of them had signed by that day.</p>}
      <ol class="documents">
        {nodes.map(({ key, title, date, precision, kind, publisher }) => (
          <li key={key}>
            <time dateTime={date}>{dateInWords(date, precision)}</time>
            <span>
              <a href={recordAddress('document', key)}>{title}</a>
              <span class="soft">
                {' '}
                {inWords(kind)}
                {publisher !== null && `, ${publisher}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {totalCount > nodes.length && <p class="soft">The latest {nodes.length} are shown.</p>}
    </section>
  );
}
