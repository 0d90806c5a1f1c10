import type { ComponentChildren } from 'preact';
import { texts } from '../texts/texts.ts';
import type { Cited } from './citation.ts';
import { Cite } from './cite.tsx';
import { CopyLink } from './copy-link.tsx';
import { FileButtons, type Forms } from './file-buttons.tsx';

interface Props {
  /** The address that shows the view again, on its day and at its revision. */
  readonly address: string;
  /** Name of the files, without extension: `concord-CN-RU-2022-02-04-revision-1`. */
  readonly name: string;
  readonly forms: Forms;
  /** What the view is called in pictures and where it is cited; omitted for one that cannot be cited yet. */
  readonly cited?: Pick<Cited, 'title' | 'scope' | 'revision'>;
  /** Further ways to take it away, such as the code that embeds it. */
  readonly children?: ComponentChildren;
}

/** Downloads of a view as a file, its address, and how it is cited. */
export function TakeAway({ address, name, forms, cited, children }: Props) {
  const own = new URL(address, location.href).href;
  return (
    <section class="take-away" aria-labelledby="take-away">
      <h2 id="take-away">{texts.share.title}</h2>
      <FileButtons name={name} forms={forms} around={cited === undefined ? null : { ...cited, address: own }}>
        <CopyLink address={own} />
        <button type="button" onClick={() => print()}>
          {texts.share.print}
        </button>
      </FileButtons>
      {children}
      {cited !== undefined && <Cite {...cited} address={own} />}
    </section>
  );
}
