import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { SourcesDocument } from '../generated/graphql.ts';
import { texts } from '../texts/texts.ts';
import type { Around, Drawn } from './framed-picture.ts';
import { saveFile } from './save-file.ts';
import './take-away.css';

/** A view or a chart in each format. A picture contains its colours and fonts, because it is used outside the page. */
export interface Forms {
  readonly csv: () => string | Promise<string>;
  /** Omitted if the API's answer says no more than the table. */
  readonly json?: () => unknown;
  /** Omitted if there is nothing to draw. */
  readonly picture?: () => Drawn | Promise<Drawn>;
}

/** By which Excel knows UTF-8; other programs would take it for a part of the first name. */
const byteOrderMark = '\ufeff';

interface Props {
  /** Name of the files, without extension: `concord-CN-RU-2022-02-04-revision-1`. */
  readonly name: string;
  readonly forms: Forms;
  /** What is written around the picture; null: there is no picture. */
  readonly around: Omit<Around, 'sources'> | null;
  /** Further buttons. */
  readonly children?: ComponentChildren;
}

/** A button for each format, which collects what it holds and downloads it; what became of it is said below. */
export function FileButtons({ name, forms, around, children }: Props) {
  const [said, say] = useState('');
  const known = useAnswer(SourcesDocument, {}).data?.dataset.sources ?? [];
  const { json, picture } = forms;
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
  const draw =
    picture === undefined || around === null
      ? null
      : async () => {
          const [{ framedPicture }, drawn] = await Promise.all([import('./framed-picture.ts'), picture()]);
          const sources = known.flatMap(({ title, licence }) =>
            title === null ? [] : [licence === null ? title : `${title} (${licence})`],
          );
          return framedPicture(drawn, { ...around, sources });
        };
  return (
    <>
      <div class="take-away-forms">
        {offer('csv', async () => new Blob([await forms.csv()], { type: 'text/csv' }))}
        {offer(
          'csv',
          async () => new Blob([byteOrderMark, await forms.csv()], { type: 'text/csv' }),
          words.csvForExcel,
        )}
        {json !== undefined &&
          offer('json', async () => new Blob([JSON.stringify(await json(), null, 2)], { type: 'application/json' }))}
        {draw !== null && offer('svg', async () => new Blob([await draw()], { type: 'image/svg+xml' }))}
        {draw !== null && offer('png', async () => (await import('./png-of.ts')).pngOf(await draw()))}
        {children}
      </div>
      <p role="status">{said}</p>
    </>
  );
}
