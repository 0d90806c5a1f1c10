import { useId } from 'preact/hooks';
import type { WorldChoicesQuery } from '../generated/graphql.ts';
import { worldTexts } from '../texts/en-world.ts';
import type { Asked } from './question.ts';

/** Chooses the party whose agreement with the others is shown. */
export function WhoPicker({ question, ask, parties }: Asked & { readonly parties: WorldChoicesQuery | null }) {
  const id = useId();
  const words = worldTexts;
  const groups = [
    [words.countries, parties?.countries.nodes ?? []],
    [words.blocs, parties?.blocs.nodes ?? []],
  ] as const;
  const isListed = groups.some(([, some]) => some.some(({ key }) => key === question.party));
  return (
    <div class="field who-picker">
      <label for={id}>{words.chosen}</label>
      <select id={id} value={question.party} onChange={({ currentTarget }) => ask({ party: currentTarget.value })}>
        {!isListed && <option value={question.party}>{question.party}</option>}
        {groups.map(([label, some]) => (
          <optgroup key={label} label={label}>
            {some.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
