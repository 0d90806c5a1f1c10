import { useState } from 'preact/hooks';
import { texts } from '../texts/texts.ts';
import type { Cited } from './citation.ts';
import { Cite } from './cite.tsx';
import { pngOf } from './png-of.ts';
import { saveFile } from './save-file.ts';
import './take-away.css';

/** The view in each format. A picture contains its colours and fonts, because it is used outside the page. */
export interface Forms {
  readonly csv: () => string | Promise<string>;
  readonly json: () => unknown;
  /** Omitted if there is nothing to draw. */
  readonly svg?: () => string | Promise<string>;
}

/** By which Excel knows UTF-8; other programs would take it for a part of the first name. */
const byteOrderMark = '\ufeff';

interface Props {
  /** Name of the files, without extension: `concord-CN-RU-2022-02-04-revision-1`. */
  readonly name: string;
  readonly forms: Forms;
  /** What the view is cited as; omitted for one that cannot be cited yet. */
  readonly cited?: Pick<Cited, 'title' | 'scope' | 'revision'>;
}

/** Downloads of a view as a file, its address, and how it is cited. */
export function TakeAway({ name, forms, cited }: Props) {
  const [said, say] = useState('');
  const { svg } = forms;
  const words = texts.share;
  const offer = (ending: string, make: () => Promise<Blob>, label = ending.toUpperCase()) => (
    <button
      type="button"
      onClick={() => {
        say(words.collecting(`${name}.${ending}`));
        make().then(
          (blob) => {
            saveFile(`${name}.${ending}`, blob);
            say(words.saved(`${name}.${ending}`));
          },
          (error: unknown) => say(words.failed(error instanceof Error ? error.message : String(error))),
        );
      }}
    >
      {label}
    </button>
  );
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => say(words.linkCopied),
      () => say(words.copyFailed),
    );
  return (
    <section class="take-away" aria-labelledby="take-away">
      <h2 id="take-away">{words.title}</h2>
      <div class="take-away-forms">
        {offer('csv', async () => new Blob([await forms.csv()], { type: 'text/csv' }))}
        {offer(
          'csv',
          async () => new Blob([byteOrderMark, await forms.csv()], { type: 'text/csv' }),
          words.csvForExcel,
        )}
        {offer(
          'json',
          async () => new Blob([JSON.stringify(await forms.json(), null, 2)], { type: 'application/json' }),
        )}
        {svg !== undefined && offer('svg', async () => new Blob([await svg()], { type: 'image/svg+xml' }))}
        {svg !== undefined && offer('png', async () => pngOf(await svg()))}
        <button type="button" onClick={() => void copy()}>
          {words.link}
        </button>
        <button type="button" onClick={() => print()}>
          {words.print}
        </button>
      </div>
      <p role="status">{said}</p>
      {cited !== undefined && <Cite {...cited} />}
    </section>
  );
}
