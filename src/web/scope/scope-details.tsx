import { EnteredInput } from '../fields/entered-input.tsx';
import { scopeTexts } from '../texts/en-scope.ts';
import type { AskedScope } from './asked-scope.ts';
import { readSessions, writeSessions } from './sessions.ts';
import './scope-details.css';

interface Props {
  readonly question: AskedScope;
  readonly ask: (change: Partial<AskedScope>) => void;
  readonly hasRollCalls: boolean;
}

/** What restricts a scope further; open if the address sets any of it. */
export function ScopeDetails({ question, ask, hasRollCalls }: Props) {
  const { takenFrom, takenBefore, confirmedSince, propositions, sessions, wholeTextOnly, importantOnly, unanimous } =
    question;
  return (
    <details class="scope-details" open={isUsed(question)}>
      <summary>{scopeTexts.more}</summary>
      <div class="choice-row">
        <label>
          {scopeTexts.takenFrom}
          <EnteredInput
            type="date"
            value={takenFrom ?? ''}
            enter={(input) => ask({ takenFrom: input.value || null })}
          />
        </label>
        <label>
          {scopeTexts.takenBefore}
          <EnteredInput
            type="date"
            value={takenBefore ?? ''}
            enter={(input) => ask({ takenBefore: input.value || null })}
          />
        </label>
        <label>
          {scopeTexts.confirmedSince}
          <EnteredInput
            type="date"
            value={confirmedSince ?? ''}
            enter={(input) => ask({ confirmedSince: input.value || null })}
          />
        </label>
        <label>
          {scopeTexts.propositions}
          <EnteredInput
            value={(propositions ?? []).join(', ')}
            placeholder={scopeTexts.all}
            spellcheck={false}
            enter={(input) => ask({ propositions: listOf(input.value) })}
          />
        </label>
        {hasRollCalls && (
          <>
            <label>
              {scopeTexts.sessions}
              <EnteredInput
                value={writeSessions(sessions ?? []).join(', ')}
                placeholder={scopeTexts.sessionsHint}
                inputMode="numeric"
                enter={(input) => ask({ sessions: readSessions(input.value.split(',')) })}
              />
            </label>
            <label class="tick">
              <input
                type="checkbox"
                checked={wholeTextOnly}
                onChange={({ currentTarget }) => ask({ wholeTextOnly: currentTarget.checked })}
              />{' '}
              {scopeTexts.wholeTexts}
            </label>
            <label class="tick">
              <input
                type="checkbox"
                checked={importantOnly}
                onChange={({ currentTarget }) => ask({ importantOnly: currentTarget.checked })}
              />{' '}
              {scopeTexts.important}
            </label>
            <label class="tick">
              <input
                type="checkbox"
                checked={unanimous === 'EXCLUDE'}
                onChange={({ currentTarget }) => ask({ unanimous: currentTarget.checked ? 'EXCLUDE' : 'INCLUDE' })}
              />{' '}
              {scopeTexts.notUnanimous}
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
