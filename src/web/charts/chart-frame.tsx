import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useId } from 'preact/hooks';
import type { ParametersGiven } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Fold } from '../frame/fold.tsx';
import { NewestRevisionDocument } from '../generated/graphql.ts';
import { Cite } from '../take-away/cite.tsx';
import { CopyLink } from '../take-away/copy-link.tsx';
import { FileButtons } from '../take-away/file-buttons.tsx';
import type { Drawn } from '../take-away/framed-picture.ts';
import { chartTexts } from '../texts/en-charts.ts';
import { count } from '../texts/intl.ts';
import { texts } from '../texts/texts.ts';
import { dateInWords } from '../words/dates.ts';
import { chartAddress } from './chart-address.ts';
import { ChartTable } from './chart-table.tsx';
import { EmbedField } from './embed-field.tsx';
import type { ChartName } from './names.ts';
import { PlaceContext } from './place.ts';
import { type Table, tableCsv } from './table.ts';
import './charts.css';

interface Props<Row> {
  readonly name: ChartName;
  /** What it shows, in a sentence or a heading. */
  readonly title: string;
  /** The scope in words, without the day. */
  readonly scope: string;
  /** The day as of which it was asked. */
  readonly asOf: string;
  readonly revision: number;
  /** The parameters of its address that show the same again, with the day and the revision; defaults left out. */
  readonly given: ParametersGiven;
  readonly table: Table<Row>;
  /** Its own form of the table; omitted: the table's rows and columns. */
  readonly asTable?: () => ComponentChildren;
  /** How it is taken away; omitted for a part of a view that has its own ways. */
  readonly taken?: Taken;
  /** Controls, above the picture; not in the frames of other sites. */
  readonly controls?: ComponentChildren;
  /** What to know beside it, below the picture; folded in the frames of other sites. */
  readonly notes?: ComponentChildren;
  /** Whether it still shows what was asked before. */
  readonly busy?: boolean;
  /** The picture. */
  readonly children: ComponentChildren;
}

/** How a chart is taken away. */
interface Taken {
  /** What distinguishes its files, such as `CN-RU`. */
  readonly file: string;
  /** Draws it for a file: in the colours of pictures, at a width of its own. */
  readonly picture: () => Drawn | Promise<Drawn>;
  /** Omitted if the API's answer says no more than the table. */
  readonly json?: () => unknown;
  /** What was asked of the API. */
  readonly asked: object;
  /** Further ways, such as the query behind it. */
  readonly more: ComponentChildren;
}

/** The frame of every chart: title, scope and day, the picture, its source and its own address, the same as a table, and files of it. */
export function ChartFrame<Row>(props: Props<Row>) {
  const { name, title, scope, asOf, revision, given, table, asTable, taken } = props;
  const place = useContext(PlaceContext);
  const id = useId();
  const about = `${scope}, ${dateInWords(asOf)}`;
  const own = new URL(chartAddress(name, given), location.href).href;
  const Heading = place === 'part' ? 'h2' : 'h1';
  useEffect(() => {
    if (place !== 'part') document.title = texts.tab(title);
  }, [title, place]);
  // The address gets the day and the revision that were answered, so that it shows the same tomorrow. Nobody is told: the chart already shows it.
  useEffect(() => {
    if (place === 'page' && props.busy !== true) history.replaceState(null, '', own);
  }, [own, place, props.busy]);
  const cited = { title, scope: about, revision, address: own };
  const newest = useAnswer(NewestRevisionDocument, place === 'page' ? {} : null).data?.dataset.revision ?? revision;
  return (
    <figure class="chart" aria-labelledby={id} aria-busy={props.busy ?? false}>
      <figcaption>
        <Heading id={id}>{title}</Heading>
        <p class="standfirst">
          {texts.capital(scope)}
          <span class="dot"> · </span>
          {texts.frame.asOf.toLowerCase()}
          <time dateTime={asOf}>{dateInWords(asOf)}</time>
          {newest > revision && (
            <>
              <span class="dot"> · </span>
              <a href={chartAddress(name, { ...given, revision: null })}>{texts.frame.oldRevision(count(newest))}</a>
            </>
          )}
        </p>
      </figcaption>
      {place !== 'embed' && props.controls}
      <div class="chart-picture">{props.children}</div>
      {place !== 'embed' && props.notes}
      <p class="chart-source">
        {chartTexts.source}
        {texts.frame.revision(count(revision))}
        <span class="dot"> · </span>
        {place === 'embed' ? (
          <a href={own} target="_blank" rel="noopener">
            {chartTexts.back}
          </a>
        ) : (
          <a href={own}>{chartTexts.ownLink}</a>
        )}
      </p>
      {place === 'embed' && props.notes && (
        <details class="chart-fold">
          <summary>{chartTexts.notes}</summary>
          {props.notes}
        </details>
      )}
      {asTable === undefined ? (
        <ChartTable title={title} table={table} />
      ) : (
        <Fold class="chart-fold" summary={chartTexts.table}>
          {asTable}
        </Fold>
      )}
      {place !== 'embed' && taken !== undefined && (
        <details class="chart-fold chart-share">
          <summary>{chartTexts.share}</summary>
          <FileButtons
            name={`concord-${name}-${taken.file}-${asOf}-revision-${revision}`}
            forms={{
              csv: () => tableCsv(table, { asOf, asKnownAt: revision, scope: taken.asked }),
              picture: taken.picture,
              ...(taken.json !== undefined && { json: taken.json }),
            }}
            around={cited}
          >
            <CopyLink address={own} />
          </FileButtons>
          <EmbedField name={name} given={given} title={title} />
          <Cite {...cited} />
          {taken.more}
        </details>
      )}
    </figure>
  );
}
