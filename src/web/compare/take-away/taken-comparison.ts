import { ask } from '../../api/ask.ts';
import { TakenJointDocumentsDocument, type TakenRowFragment, TakenRowsDocument } from '../../generated/graphql.ts';
import { everyPage } from '../../take-away/every-page.ts';
import { type Provenance, withProvenance } from '../../take-away/provenance.ts';
import type { Compared } from '../compared.ts';
import type { comparisonVariables } from '../question.ts';
import { comparisonCsv } from './comparison-csv.ts';

type Variables = ReturnType<typeof comparisonVariables>;

/** The whole comparison as CSV: all rows, not only those shown. Throws AskError. */
export async function takenCsv(comparison: Compared, variables: Variables): Promise<string> {
  const given = asAnswered(comparison, variables);
  return comparisonCsv(comparison, await takenRows(given), provenanceOf(comparison, given));
}

/** The whole comparison as it becomes JSON, with all rows and documents. Throws AskError. */
export async function takenJson(comparison: Compared, variables: Variables) {
  const given = asAnswered(comparison, variables);
  const [rows, jointDocuments] = await Promise.all([takenRows(given), takenJointDocuments(given)]);
  const found = { comparison: { ...comparison, rows, jointDocuments } };
  return withProvenance(provenanceOf(comparison, given), variables, found);
}

/** What was asked, with the day and the revision that were answered: the ledger may have changed since. */
const asAnswered = ({ scope: { asOf, asKnownAt } }: Compared, variables: Variables): Variables => ({
  ...variables,
  scope: { ...variables.scope, asOf, asKnownAt },
});

const provenanceOf = ({ scope: { asOf, asKnownAt } }: Compared, variables: Variables): Provenance => {
  const { scope, policy, verdicts } = variables;
  return { asOf, asKnownAt, scope: { scope, policy, verdicts } };
};

const untilDone = () => new AbortController().signal;

const takenRows = (variables: Variables): Promise<readonly TakenRowFragment[]> =>
  everyPage(variables.first, async (page) => {
    const { comparison } = await ask(TakenRowsDocument, { ...variables, ...page }, untilDone());
    return comparison?.rows ?? null;
  });

const takenJointDocuments = ({ parties, scope, policy }: Variables) =>
  everyPage(250, async (page) => {
    const { comparison } = await ask(TakenJointDocumentsDocument, { parties, scope, policy, ...page }, untilDone());
    return comparison?.jointDocuments ?? null;
  });
