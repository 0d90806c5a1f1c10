import type { OpenedBody } from '#ingest/roll-calls/bodies/body-files.ts';
import type { TableOptions } from '#ingest/roll-calls/bodies/read-table.ts';
import { ProblemList } from '#ingest/roll-calls/outcome.ts';
import { problemLine } from '#ledger/write/proposal.ts';

/** What a reader takes from files: its votes as `line: roll call party POSITION`, with ABSENT for an absence; its problems as lines. */
export async function readBody(open: (options: TableOptions) => Promise<OpenedBody | null>, folder = '') {
  const problems = new ProblemList();
  const warnings: string[] = [];
  const options = { problems, report: () => {}, warn: (warning: string) => warnings.push(warning) };
  const opened = await open(options);
  const body = opened === null ? null : await opened.read({ ...options, source: opened.source });
  const votes: string[] = [];
  if (body !== null) {
    for await (const lines of body.votes()) {
      for (const line of lines.split('\n').filter((text) => text !== '')) {
        const [, , rollCall, party, position] = line.split('\t');
        const key = `${body.rollCalls[Number(rollCall)]?.key} ${body.parties[Number(party)]?.key}`;
        votes.push(`${key} ${position === '\\N' ? 'ABSENT' : position}`);
      }
    }
  }
  const within = (text: string) => text.replaceAll(`${folder}/`, '').replaceAll(folder, 'DIR');
  return {
    source: opened?.source ?? null,
    parties: body?.parties ?? [],
    memberships: (body?.memberships ?? []).map(
      ({ group, member, from, until, precision }) => `${member} in ${group} ${from} ${until} ${precision}`,
    ),
    rollCalls: body?.rollCalls ?? [],
    votes,
    notes: body?.left?.() ?? [],
    warnings: warnings.map((text) => (folder === '' ? text : within(text))),
    problems: problems
      .refusal()
      .problems.map((problem) => (folder === '' ? problemLine(problem) : within(problemLine(problem)))),
  };
}
