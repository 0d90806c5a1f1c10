import { texts } from '../texts/texts.ts';
import type { AskedScope } from './asked-scope.ts';
import { restrictionsOf } from './scope-in-words.ts';

interface Props {
  readonly question: AskedScope;
  readonly ask: (change: Partial<AskedScope>) => void;
}

/** The restrictions of the scope for which a view has no controls, each with a button that removes it; nothing if there are none. */
export function Restrictions({ question, ask }: Props) {
  const shown = restrictionsOf(question);
  if (shown.length === 0) return null;
  return (
    <fieldset class="restrictions">
      <legend>{texts.scope.also}</legend>
      {shown.map(({ words, without }) => (
        <span key={words} class="chip">
          {words}
          <button type="button" aria-label={texts.scope.lift(words)} onClick={() => ask(without)}>
            ×
          </button>
        </span>
      ))}
    </fieldset>
  );
}
