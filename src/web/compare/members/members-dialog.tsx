import { useEffect, useRef } from 'preact/hooks';
import { recordAddress } from '../../address/address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { MembersHoldDocument } from '../../generated/graphql.ts';
import { PositionMark } from '../../marks/position-mark.tsx';
import { policyOf, scopeOf } from '../../scope/asked-scope.ts';
import { Loading } from '../../states/loading.tsx';
import { Problem } from '../../states/problem.tsx';
import { texts } from '../../texts/texts.ts';
import { dateInWords } from '../../words/dates.ts';
import { positions, type Standing, standingOf } from '../../words/positions.ts';
import type { Question } from '../question.ts';
import '../../stance/stance.css';
import './members.css';

interface Props {
  readonly question: Question;
  readonly close: () => void;
}

const groups: readonly Standing[] = [...positions, 'ABSENT', 'UNKNOWN'];

/** A dialog with what each member of a bloc holds on one proposition, from which the position of the bloc follows. */
export function MembersDialog({ question, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [bloc = '', proposition = ''] = (question.members ?? '').split(':');
  const { data, error, retry } = useAnswer(MembersHoldDocument, {
    parties: [bloc],
    scope: { ...scopeOf(question), propositions: [proposition] },
    policy: policyOf(question),
  });
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const row = data?.comparison?.rows.nodes[0];
  const cell = row?.cells[0];
  const derivation = cell?.derivation ?? null;
  const given = { asOf: question.asOf, revision: question.revision };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key for it is Escape
    <dialog
      ref={dialog}
      class="stance-dialog"
      aria-labelledby="members"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div class="stance-panel">
        <button type="button" class="close" onClick={close}>
          {texts.stance.close}
        </button>
        <p class="stance-party">{texts.compare.membersTitle(cell?.party.name ?? bloc)}</p>
        <h2 id="members">{row?.proposition.text ?? proposition}</h2>
        {error !== null && <Problem error={error} retry={retry} />}
        {data === null && error === null && <Loading what={texts.compare.what} />}
        {data !== null && derivation === null && <p>{texts.compare.noMembers}</p>}
        {derivation !== null && (
          <>
            <p class="soft">
              {texts.compare.membersRule[derivation.rule]} {texts.compare.membersDay(dateInWords(derivation.day))}
            </p>
            {groups.map((standing) => {
              const some = derivation.cells.filter((one) => standingOf(one.state, one.position) === standing);
              return some.length === 0 ? null : (
                <section key={standing} class="members-holding">
                  <h3>
                    <PositionMark standing={standing} /> <span class="count">{some.length}</span>
                  </h3>
                  <ul>
                    {some.map(({ party }) => (
                      <li key={party.key}>
                        <a href={recordAddress('party', party.key, given)}>{party.name}</a>
                      </li>
                    ))}
                  </ul>
                </section>
              );
            })}
          </>
        )}
      </div>
    </dialog>
  );
}
