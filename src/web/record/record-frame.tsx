import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { writeAddress } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { EnteredInput } from '../fields/entered-input.tsx';
import { NewestRevisionDocument } from '../generated/graphql.ts';
import { StanceDialog } from '../stance/stance-dialog.tsx';
import { Loading } from '../states/loading.tsx';
import { Previous } from '../states/previous.tsx';
import { Problem } from '../states/problem.tsx';
import { recordTexts } from '../texts/en-records.ts';
import { count } from '../texts/intl.ts';
import { texts } from '../texts/texts.ts';
import { dateInWords } from '../words/dates.ts';
import type { AskedRecord } from './use-record.ts';
import './record.css';

interface Props extends Pick<AskedRecord<unknown, unknown>, 'question' | 'ask' | 'asking'> {
  /** The type of record, such as Country or Issue. */
  readonly kind: string;
  /** Its name or text; null while loading. */
  readonly title: string | null;
  /** Whether the ledger has it; meaningless before the response. */
  readonly isThere: boolean;
  readonly children: ComponentChildren;
}

/** The frame of all views of a record: its name, the day and the revision, errors, and the open stance. */
export function RecordFrame({ question, ask, asking, kind, title, isThere, children }: Props) {
  const { view, key, asOf, revision, stance } = question;
  const newest = useAnswer(NewestRevisionDocument, {}).data?.dataset.revision ?? null;
  const isAnswered = asking.data !== null;
  // The name of the record before, where the present one could not be loaded.
  const shownTitle = asking.error !== null && asking.stale ? null : title;
  useEffect(() => {
    document.title = texts.tab(title ?? key);
  }, [title, key]);
  return (
    <article class={`record ${view}-view`} aria-busy={asking.loading}>
      <header class="title">
        <p class="kicker">{kind}</p>
        <h1>{shownTitle ?? (isAnswered && !isThere ? recordTexts.notThere : key)}</h1>
        <div class="standfirst">
          {view !== 'document' && view !== 'vote' && (
            <label>
              {recordTexts.asItStood}{' '}
              <EnteredInput
                type="date"
                value={asOf ?? ''}
                enter={(input) => ask({ asOf: input.value || null, after: null })}
              />
              <span class="print-only">{asOf !== null && dateInWords(asOf)}</span>
            </label>
          )}
          {revision !== null && (
            <span>
              {view === 'document' || view === 'vote'
                ? texts.capital(recordTexts.asKnownAt(revision))
                : recordTexts.asKnownAt(revision)}
            </span>
          )}
          {revision !== null && newest !== null && newest > revision && (
            <button type="button" class="inline" onClick={() => ask({ revision: null, after: null })}>
              {texts.frame.oldRevision(count(newest))}
            </button>
          )}
        </div>
      </header>
      {asking.error !== null && <Problem error={asking.error} retry={asking.retry} />}
      {!isAnswered && asking.error === null && <Loading what={texts.states.what[view]} slow={asking.slow} />}
      {isAnswered && asking.slow && <p role="status">{texts.states.slow}</p>}
      {isAnswered && !isThere && !asking.loading && asking.error === null && (
        <div class="notice">
          <p>{recordTexts.noSuch(recordTexts.kinds[view], key, revision)}</p>
          <p>
            <a href={writeAddress('/')}>{recordTexts.comparePositions}</a> ·{' '}
            <a href={writeAddress('/matrix')}>{recordTexts.whoAgrees}</a>
          </p>
        </div>
      )}
      {isAnswered && isThere && <Previous isPrevious={asking.error !== null && asking.stale}>{children}</Previous>}
      {stance !== null && (
        <StanceDialog
          key={stance}
          stanceKey={stance}
          revision={revision}
          show={(next) => ask({ stance: next }, 'replace')}
          close={() => ask({ stance: null }, 'replace')}
        />
      )}
    </article>
  );
}
