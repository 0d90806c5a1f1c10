import { csvHeader, csvLines } from '#stored-queries/csv-text.ts';
import type { PreparedQuery } from '#stored-queries/prepared-query.ts';
import { RefusedAnswer, readTable } from '#stored-queries/read-table.ts';
import { type Asked, type Asking, askGraphql, statusOf } from './ask-graphql.ts';
import { contentTypeOf, errorAnswer, type HttpAnswer } from './query-answer.ts';
import type { TableStyle } from './table-style.ts';

const byteOrderMark = '\ufeff';

/** The whole table of a stored query as CSV; or the first errors that a page of it was answered with. */
export async function answerTable(
  prepared: PreparedQuery,
  variables: Readonly<Record<string, unknown>>,
  asking: Asking,
  style: TableStyle,
  largestPage: number,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const { columns } = prepared.form;
  const body = [Buffer.from(`${style.byteOrderMark ? byteOrderMark : ''}${csvHeader(columns, style)}`)];
  let rowCount = 0;
  let whole = true;
  const ask = (text: string, given: Readonly<Record<string, unknown>>) => askGraphql(asking, text, given);
  try {
    for await (const { rows, complete } of readTable(prepared, variables, ask, largestPage, signal)) {
      body.push(Buffer.from(csvLines(columns, rows, style)));
      rowCount += rows.length;
      whole &&= complete;
    }
  } catch (error) {
    if (!(error instanceof RefusedAnswer)) throw error;
    const { text, ...asked } = error.answer as Asked; // what `ask` gave
    return errorAnswer(statusOf(asked), text);
  }
  const { revision } = asking.newContext().snapshot;
  return {
    status: 200,
    headers: {
      ...contentTypeOf('csv'),
      'content-disposition': `attachment; filename="${prepared.query.name}-r${revision}.csv"`,
      'concord-rows': rowCount,
      'concord-complete': String(whole),
    },
    body,
  };
}
