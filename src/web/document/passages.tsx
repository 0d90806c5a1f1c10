import { recordAddress } from '../address/address.ts';
import { InParts } from '../frame/later.tsx';
import type { DocumentPageQuery } from '../generated/graphql.ts';
import { PositionMark } from '../marks/position-mark.tsx';
import { type Asked, givenOf } from '../record/question.ts';
import { documentTexts } from '../texts/en-document.ts';
import { recordTexts } from '../texts/en-records.ts';
import { listInWords } from '../words/lists.ts';
import { inWords } from '../words/stances.ts';

const passagesAtOnce = 6;

interface Props extends Asked {
  readonly passages: NonNullable<DocumentPageQuery['document']>['passages'];
}

/** The passages of a document, and the positions that they show. */
export function Passages({ passages: { totalCount, nodes }, question, ask }: Props) {
  if (totalCount === 0) return null;
  const given = givenOf(question);
  return (
    <section aria-labelledby="passages">
      <h2 id="passages">
        {documentTexts.passages} <span class="count">{totalCount}</span>
      </h2>
      <ol class="passages">
        <InParts items={nodes} size={passagesAtOnce}>
          {({ key, locator, speaker, verb, keyPhrase, kind, note, parties, stances }) => (
            <li key={key}>
              <p class="locator">{locator}</p>
              <div>
                {keyPhrase !== null && <q class="key-phrase">{keyPhrase}</q>}
                <p class="soft">
                  {[
                    speaker ?? (parties.length > 0 ? listInWords(parties.map(({ name }) => name)) : null),
                    verb,
                    inWords(kind),
                  ]
                    .filter((one) => one !== null)
                    .join(' · ')}
                </p>
                {note !== null && <p>{note}</p>}
                {stances.length > 0 && (
                  <ul class="held">
                    {stances.map((stance) => (
                      <li key={stance.key}>
                        <button
                          type="button"
                          class="mark-button"
                          aria-haspopup="dialog"
                          onClick={() => ask({ stance: stance.key })}
                        >
                          <PositionMark standing={stance.position} />
                          <span class="unseen">
                            {recordTexts.whatShows(stance.party.name, stance.proposition.text)}
                          </span>
                        </button>
                        <span>
                          <a href={recordAddress('party', stance.party.key, given)}>{stance.party.name}</a>:{' '}
                          <a href={recordAddress('proposition', stance.proposition.key, given)}>
                            {stance.proposition.text}
                          </a>
                        </span>
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            </li>
          )}
        </InParts>
      </ol>
    </section>
  );
}
