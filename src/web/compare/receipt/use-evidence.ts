import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../api/ask.ts';
import { AskError } from '../../api/ask-error.ts';
import { EvidenceDocument, type EvidenceQuery } from '../../generated/graphql.ts';
import { policyOf, scopeOf } from '../../scope/asked-scope.ts';
import type { Question } from '../question.ts';

type Agreement = NonNullable<EvidenceQuery['agreement']>;
export type EvidenceRow = Agreement['evidence']['nodes'][number];

/** The complete evidence of a number. */
export interface Evidence {
  readonly measure: Agreement['measure'];
  readonly value: number | null;
  readonly pairs: number;
  readonly rows: readonly EvidenceRow[];
}

/** Loads the complete evidence of a query, page by page, when it is requested. */
export function useEvidence(question: Question, isWanted: boolean) {
  const [evidence, setEvidence] = useState<Evidence | null>(null);
  const [error, setError] = useState<AskError | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!isWanted || evidence !== null) return;
    const aborting = new AbortController();
    setError(null);
    readAll(question, aborting.signal)
      .then(setEvidence)
      .catch((failure: unknown) => {
        if (!aborting.signal.aborted)
          setError(failure instanceof AskError ? failure : new AskError('BROKEN', String(failure)));
      });
    return () => aborting.abort();
  }, [isWanted, attempt]);
  return { evidence, error, retry: () => setAttempt((before) => before + 1) };
}

async function readAll(question: Question, signal: AbortSignal): Promise<Evidence> {
  const variables = { parties: question.parties, scope: scopeOf(question), policy: policyOf(question) };
  const rows: EvidenceRow[] = [];
  for (let after: string | null = null; ; ) {
    const { agreement }: EvidenceQuery = await ask(EvidenceDocument, { ...variables, after }, signal);
    if (agreement === null) throw new AskError('BROKEN', 'The server has no such agreement.');
    rows.push(...agreement.evidence.nodes);
    const { hasNextPage, endCursor }: Agreement['evidence']['pageInfo'] = agreement.evidence.pageInfo;
    if (!hasNextPage) return { measure: agreement.measure, value: agreement.value, pairs: agreement.pairs, rows };
    after = endCursor;
  }
}
