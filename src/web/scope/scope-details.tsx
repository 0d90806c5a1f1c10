import { matrixTexts } from '../texts/en-matrix.ts';
import type { AskedScope } from './asked-scope.ts';
import { readSessions, writeSessions } from './sessions.ts';
import './scope-details.css';

interface Props {
  readonly question: AskedScope;
  readonly ask: (change: Partial<AskedScope>) => void;
  readonly hasRollCalls: boolean;
}

const words = matrixTexts.controls;

/** What restricts a scope further; open if the address sets any of it. */
export function ScopeDetails({ question, ask, hasRollCalls }: Props) {
  const { takenFrom, takenBefore, confirmedSince, propositions, sessions, wholeTextOnly, importantOnly, unanimous } =
    question;
  return (
    <details class="scope-details" open={isUsed(question)}>
      <summary>{words.more}</summary>
      <div class="choice-row">
        <label>
          {words.takenFrom}
          <input
            type="date"
            value={takenFrom ?? ''}
            onChange={({ currentTarget }) => ask({ takenFrom: currentTarget.value || null })}
          />
        </label>
        <label>
          {words.takenBefore}
          <input
            type="date"
            value={takenBefore ?? ''}
            onChange={({ currentTarget }) => ask({ takenBefore: currentTarget.value || null })}
          />
        </label>
        <label>
          {words.confirmedSince}
          <input
            type="date"
            value={confirmedSince ?? ''}
            onChange={({ currentTarget }) => ask({ confirmedSince: currentTarget.value || null })}
          />
        </label>
        <label>
          {words.propositions}
          <input
            value={(propositions ?? []).join(', ')}
            placeholder={words.all}
            spellcheck={false}
            onChange={({ currentTarget }) => ask({ propositions: listOf(currentTarget.value) })}
          />
        </label>
        {hasRollCalls && (
          <>
            <label>
              {words.sessions}
              <input
                value={writeSessions(sessions ?? []).join(', ')}
                placeholder={words.sessionsHint}
                inputMode="numeric"
                onChange={({ currentTarget }) => ask({ sessions: readSessions(currentTarget.value.split(',')) })}
              />
            </label>
            <label class="tick">
              <input
                type="checkbox"
                checked={wholeTextOnly}
                onChange={({ currentTarget }) => ask({ wholeTextOnly: currentTarget.checked })}
              />{' '}
              {words.wholeTexts}
            </label>
            <label class="tick">
              <input
                type="checkbox"
                checked={importantOnly}
                onChange={({ currentTarget }) => ask({ importantOnly: currentTarget.checked })}
              />{' '}
              {words.important}
            </label>
            <label class="tick">
              <input
                type="checkbox"
                checked={unanimous === 'EXCLUDE'}
                onChange={({ currentTarget }) => ask({ unanimous: currentTarget.checked ? 'EXCLUDE' : 'INCLUDE' })}
              />{' '}
              {words.notUnanimous}
            </label>
          </>
        )}
      </div>
    </details>
  );
}

const isUsed = ({
  takenFrom,
  takenBefore,
  confirmedSince,
  propositions,
  sessions,
  wholeTextOnly,
  importantOnly,
  unanimous,
}: AskedScope) =>
  [takenFrom, takenBefore, confirmedSince, propositions, sessions].some((one) => one !== null) ||
  wholeTextOnly ||
  importantOnly ||
  unanimous === 'EXCLUDE';

function listOf(text: string): readonly string[] | null {
  const keys = text.split(/[,\s]+/).filter((key) => key !== '');
  return keys.length === 0 ? null : [...new Set(keys)];
}
