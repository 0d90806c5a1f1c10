import { PartyPicker } from '../compare/pick/party-picker.tsx';
import { matrixTexts } from '../texts/en-matrix.ts';
import type { Party } from './pair.ts';
import type { Asked } from './question.ts';
import './party-choice.css';

/** Selects the parties of a matrix; none selected means all countries that hold a position in scope. */
export function PartyChoice({ question, ask, parties }: Asked & { readonly parties: readonly Party[] }) {
  const chosen = question.parties ?? [];
  return (
    <div class="party-choice">
      <PartyPicker
        question={{ parties: chosen, asOf: question.asOf, revision: question.revision }}
        ask={({ parties: next }) => ask({ parties: next.length === 0 ? null : next })}
        named={parties}
      />
      {question.parties === null ? (
        <p class="party-note">{matrixTexts.controls.everybody}</p>
      ) : (
        <button type="button" onClick={() => ask({ parties: null })}>
          {matrixTexts.controls.allCountries}
        </button>
      )}
    </div>
  );
}
