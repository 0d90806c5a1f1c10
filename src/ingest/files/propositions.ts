import type { Proposal } from '#ledger/write/proposal.ts';
import { absenceNames, type LedgerFile, ofRollCalls, stanceNames } from './format.ts';
import { type Path, placeIn, type SourceFile } from './source-file.ts';

type PropositionEntry = LedgerFile['propositions'][number];

/** Adds issues, and propositions with their issues, stances and absences. */
export function addPropositions(proposal: Proposal, file: SourceFile, { issues, propositions }: LedgerFile): void {
  for (const [index, row] of issues.entries()) proposal.issue.push({ row, at: placeIn(file, ['issues', index]) });
  for (const [index, entry] of propositions.entries()) {
    const path = ['propositions', index];
    addProposition(proposal, file, path, entry);
    for (const [place, issue] of entry.issues.entries()) {
      const row = { proposition: entry.key, issue };
      proposal.propositionIssue.push({ row, at: () => file.locate([...path, 'issues', place]) });
    }
    for (const [place, { on: date, ...absence }] of entry.absences.entries()) {
      proposal.absence.push({
        row: { ...absence, date, proposition: entry.key },
        at: placeIn(file, [...path, 'absences', place], absenceNames),
      });
    }
    for (const [place, stance] of entry.stances.entries()) {
      addStance(proposal, file, [...path, 'stances', place], entry.key, stance);
    }
  }
}

const noRollCall = Object.fromEntries(ofRollCalls.map((field) => [field, null])) as Record<
  (typeof ofRollCalls)[number],
  null
>;

function rollCallFields(rollCall: PropositionEntry['rollCall']) {
  if (rollCall === null) return noRollCall;
  const { tabled: tabledOn, precision: tabledOnPrecision, scope: textScope, ...rest } = rollCall;
  return { ...rest, tabledOn, tabledOnPrecision, textScope };
}

const rollCallNames = Object.fromEntries(ofRollCalls.map((field) => [field, 'rollCall']));

function addProposition(
  proposal: Proposal,
  file: SourceFile,
  path: Path,
  { issues, rollCall, stances, absences, ...said }: PropositionEntry,
) {
  const row = { ...said, ...rollCallFields(rollCall) };
  proposal.proposition.push({ row, at: placeIn(file, path, rollCallNames) });
}

function addStance(
  proposal: Proposal,
  file: SourceFile,
  path: Path,
  proposition: string,
  entry: PropositionEntry['stances'][number],
) {
  const {
    from: heldFrom,
    until: heldUntil,
    precision: heldFromPrecision,
    change: changeKind,
    citations,
    ...said
  } = entry;
  const key = { party: entry.party, proposition, heldFrom };
  const row = { ...said, ...key, heldUntil, heldFromPrecision, changeKind };
  proposal.stance.push({ row, at: placeIn(file, path, stanceNames) });
  for (const [ordinal, citation] of citations.entries()) {
    const at = placeIn(file, [...path, 'citations', ordinal]);
    proposal.citation.push({ row: { ...key, ordinal, ...citation }, at });
  }
}
