import { useEffect, useRef } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { StanceDocument } from '../generated/graphql.ts';
import { Loading } from '../states/loading.tsx';
import { Problem } from '../states/problem.tsx';
import { texts } from '../texts/texts.ts';
import { StanceDetails } from './stance-details.tsx';
import './stance.css';

interface Props {
  readonly stanceKey: string;
  /** The requested revision; null: the newest. */
  readonly revision: number | null;
  /** Opens another stance instead. */
  readonly show: (stance: string) => void;
  readonly close: () => void;
}

/** A dialog with one stance: its position, date and citations. */
export function StanceDialog({ stanceKey, revision, show, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { data, error, loading, slow, retry } = useAnswer(StanceDocument, { key: stanceKey, asKnownAt: revision });
  useEffect(() => {
    const element = dialog.current;
    // The previously focused element: the browser restores the focus when a dialog closes, but not when it is removed.
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const stance = data?.stance ?? null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key for it is Escape
    <dialog
      ref={dialog}
      class="stance-dialog"
      aria-labelledby="stance"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      // Outside the panel is the backdrop, which is part of the dialog.
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div class="stance-panel">
        <button type="button" class="close" onClick={close}>
          {texts.stance.close}
        </button>
        {error !== null && <Problem error={error} retry={retry} />}
        {stance !== null ? (
          <StanceDetails stance={stance} revision={revision} show={show} />
        ) : (
          <>
            <h2 id="stance">{loading || error !== null ? texts.stance.title : texts.stance.notThere}</h2>
            {loading && <Loading what={texts.states.what.stance} slow={slow} />}
            {!loading && error === null && <p>{texts.stance.nothingUnder(stanceKey)}</p>}
          </>
        )}
      </div>
    </dialog>
  );
}
