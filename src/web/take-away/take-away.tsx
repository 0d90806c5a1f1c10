import { useState } from 'preact/hooks';
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
}

/** Downloads of a view as a file. */
export function TakeAway({ name, forms }: Props) {
  const [said, say] = useState('');
  const { svg } = forms;
  const offer = (ending: string, make: () => Promise<Blob>, label = ending.toUpperCase()) => (
    <button
      type="button"
      onClick={() => {
        say(`Collecting ${name}.${ending}…`);
        make().then(
          (blob) => {
            saveFile(`${name}.${ending}`, blob);
            say(`Saved ${name}.${ending}.`);
          },
          (error: unknown) => say(`The file could not be made: ${error instanceof Error ? error.message : error}`),
        );
      }}
    >
      {label}
    </button>
  );
  return (
    <section class="take-away" aria-labelledby="take-away">
      <h2 id="take-away">Take it away</h2>
      <div class="take-away-forms">
        {offer('csv', async () => new Blob([await forms.csv()], { type: 'text/csv' }))}
        {offer('csv', async () => new Blob([byteOrderMark, await forms.csv()], { type: 'text/csv' }), 'CSV for Excel')}
        {offer(
          'json',
          async () => new Blob([JSON.stringify(await forms.json(), null, 2)], { type: 'application/json' }),
        )}
        {svg !== undefined && offer('svg', async () => new Blob([await svg()], { type: 'image/svg+xml' }))}
        {svg !== undefined && offer('png', async () => pngOf(await svg()))}
        <CopyAddress say={say} />
        <button type="button" onClick={() => print()}>
          Print
        </button>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}

function CopyAddress({ say }: { readonly say: (text: string) => void }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      say('Link copied; it reopens this view.');
    } catch {
      say('The link could not be copied; use the browser’s address bar.');
    }
  };
  return (
    <button type="button" onClick={copy}>
      Copy address
    </button>
  );
}
