import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crosswalkPath, readCrosswalk } from '../../../src/ingest/roll-calls/crosswalk/read-crosswalk.ts';
import { ProblemList } from '../../../src/ingest/roll-calls/outcome.ts';

const header =
  'undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link';
const states = 190;
const rollCalls = 4985; // times 190: 947,150 rows, as in the official file
const perSession = 160;
const firstYear = 1993; // from when on every code is one state

/** Writes a file of the General Assembly in the layout of the UN Digital Library, some 360 MB, the same each time. */
export async function generateUndl(path: string): Promise<void> {
  const crosswalk = await readCrosswalk(crosswalkPath, new ProblemList());
  const codes = (crosswalk?.codes ?? []).filter(({ from, until }) => from === null && until === null);
  const of = codes
    .map(({ code }) => code)
    .filter((code) => !['GER', 'DDR', 'CSK', 'EAT', 'EAZ', 'YMD'].includes(code))
    .slice(0, states);
  await pipeline(Readable.from(made(of)), createWriteStream(path));
}

function* made(codes: readonly string[]): Generator<string> {
  yield `\uFEFF${header}\n`;
  for (let rollCall = 0; rollCall < rollCalls; rollCall++) {
    const session = 48 + Math.floor(rollCall / perSession);
    const year = firstYear + Math.floor(rollCall / perSession);
    const day = `${year}-12-${String(1 + (rollCall % 28)).padStart(2, '0')}`;
    const id = 400_000 + rollCall;
    const title = `"Measures, of the kind ${rollCall}, to promote ${'something of general interest '.repeat(3)}: resolution / adopted by the General Assembly"`;
    const rest = `${day},${session},A/RES/${session}/${1 + (rollCall % perSession)},A/${session}/L.${rollCall},A/${session}/${100 + rollCall},A/${session}/PV.${rollCall % 90},${title},Item ${rollCall % 150} of the agenda of the session,HUMAN RIGHTS--MEASURES|DISARMAMENT--REPORTS,`;
    const link = `https://digitallibrary.un.org/record/${id}`;
    yield codes
      .map(
        (code, state) =>
          `${id},${code},STATE WITH THE CODE ${code},${'YYYYYYANYX'[(state * 7 + rollCall * 3) % 10]},${rest},133.0,19.0,19.0,19.0,190.0,${link}\n`,
      )
      .join('');
  }
}
