import { recordAddress } from '../../address/address.ts';
import { count } from '../../texts/intl.ts';
import { texts } from '../../texts/texts.ts';
import { dateInWords } from '../../words/dates.ts';
import { inWords } from '../../words/stances.ts';
import type { Compared } from '../compared.ts';

interface Props {
  readonly documents: Compared['jointDocuments'];
  readonly parties: Compared['parties'];
  /** Whether the list is folded at first, where there is little room. */
  readonly isFolded: boolean;
}

/** The documents that all of the parties signed. */
export function JointDocuments({ documents: { nodes, totalCount }, parties, isFolded }: Props) {
  if (parties.length < 2) return null;
  return (
    <section aria-labelledby="joint">
      <details class="section-fold" open={!isFolded}>
        <summary>
          <h2 id="joint">
            {texts.compare.joint(parties.length)} <span class="count">{count(totalCount)}</span>
          </h2>
        </summary>
        {totalCount === 0 && <p class="soft">{texts.compare.noJoint}</p>}
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
        {totalCount > nodes.length && <p class="soft">{texts.compare.latest(nodes.length)}</p>}
      </details>
    </section>
  );
}
