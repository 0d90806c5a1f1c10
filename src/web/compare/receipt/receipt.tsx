import { useEffect, useState } from 'preact/hooks';
import { Loading } from '../../states/loading.tsx';
import { Problem } from '../../states/problem.tsx';
import { texts } from '../../texts/texts.ts';
import type { Compared } from '../compared.ts';
import type { Question } from '../question.ts';
import { ReceiptTable } from './receipt-table.tsx';
import { useEvidence } from './use-evidence.ts';
import './receipt.css';

interface Props {
  readonly question: Question;
  readonly parties: Compared['parties'];
}

/** The evidence of the number, row by row, with its sum, which equals the number. Loaded only when it is opened. */
export function Receipt({ question, parties }: Props) {
  const [isOpen, open] = useState(false);
  // The link beside the number jumps here, and a closed element would show nothing.
  useEffect(() => {
    const look = () => location.hash === '#receipt' && open(true);
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  const { evidence, error, retry } = useEvidence(question, isOpen);
  if (parties.length < 2) return null;
  return (
    <section aria-labelledby="receipt">
      <h2 id="receipt">{texts.compare.receipt}</h2>
      <details open={isOpen} onToggle={({ currentTarget }) => open(currentTarget.open)}>
        <summary>{texts.compare.receiptSummary}</summary>
        {error !== null && <Problem error={error} retry={retry} />}
        {evidence === null ? (
          isOpen && error === null && <Loading what={texts.states.what.evidence} />
        ) : (
          <ReceiptTable evidence={evidence} parties={parties} question={question} />
        )}
      </details>
    </section>
  );
}
