import { useState } from 'preact/hooks';
import { recordAddress } from '../../address/address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { CommonGroundDocument, WedgesDocument } from '../../generated/graphql.ts';
import { policyOf, scopeOf } from '../../scope/asked-scope.ts';
import { texts } from '../../texts/texts.ts';
import { listInWords } from '../../words/lists.ts';
import { sideInWords } from '../../words/verdicts.ts';
import type { Compared } from '../compared.ts';
import type { Question } from '../question.ts';
import './ground.css';

interface Props {
  readonly question: Question;
  readonly parties: Compared['parties'];
}

const words = texts.compare;
const given = ({ asOf, revision }: Question) => ({ asOf, revision });
const mostNames = 6;

/** For more than two parties: the propositions on which most of them are on one side, and those that part one from the others. */
export function GroundSections({ question, parties }: Props) {
  return (
    <div class="ground">
      <CommonGround question={question} parties={parties} />
      <Wedges question={question} parties={parties} />
    </div>
  );
}

function CommonGround({ question, parties }: Props) {
  const keys = parties.map(({ key }) => key);
  const asked = { parties: keys, scope: scopeOf(question), policy: policyOf(question) };
  const { data, error } = useAnswer(CommonGroundDocument, asked);
  const ground = data?.commonGround ?? null;
  return (
    <section aria-labelledby="ground">
      <h2 id="ground">{words.ground}</h2>
      <p class="soft">{words.groundHow(parties.length)}</p>
      {error !== null && <p class="soft">{words.failed}</p>}
      {ground?.rows.totalCount === 0 && <p class="soft">{words.groundNone}</p>}
      <ol class="ground-rows">
        {ground?.rows.nodes.map(({ proposition, side, standing, apart }) => {
          const on = side === 'OPPOSE' ? standing.oppose : standing.support;
          const names = apart.map(({ party }) => party.name);
          return (
            <li key={proposition.key}>
              <span class="ground-share">
                <strong>{words.groundOf(on, parties.length)}</strong> {side !== null && sideInWords(side)}
              </span>
              <span>
                <a href={recordAddress('proposition', proposition.key, given(question))}>{proposition.text}</a>
                {names.length > 0 && names.length <= mostNames && (
                  <span class="soft"> {words.apart + listInWords(names)}.</span>
                )}
                {standing.unknown > 0 && <span class="soft"> {words.silent(standing.unknown)}.</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Wedges({ question, parties }: Props) {
  const [chosen, choose] = useState(parties[0]?.key ?? '');
  const left = parties.find(({ key }) => key === chosen) ?? parties[0];
  const right = parties.filter(({ key }) => key !== left?.key).map(({ key }) => key);
  const asked =
    left === undefined ? null : { left: [left.key], right, scope: scopeOf(question), policy: policyOf(question) };
  const { data, error } = useAnswer(WedgesDocument, asked);
  const wedges = data?.wedges ?? null;
  return (
    <section aria-labelledby="wedges">
      <h2 id="wedges">{words.wedges}</h2>
      <p class="wedge-choice">
        <label>
          {words.wedgesLead}{' '}
          <select value={left?.key} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {parties.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>{' '}
        {words.wedgesFrom}
      </p>
      {error !== null && <p class="soft">{words.failed}</p>}
      {wedges?.rows.totalCount === 0 && <p class="soft">{words.wedgesNone(left?.name ?? '')}</p>}
      <ol class="ground-rows">
        {wedges?.rows.nodes.map(({ proposition, left: one, right: others }) => {
          const against = others.side === 'OPPOSE' ? others.standing.oppose : others.standing.support;
          return (
            <li key={proposition.key}>
              <span class="ground-share">
                <strong>{words.groundOf(against, right.length)}</strong> {sideInWords(others.side)}
              </span>
              <span>
                <a href={recordAddress('proposition', proposition.key, given(question))}>{proposition.text}</a>
                <span class="soft"> {words.wedgeSide(left?.name ?? '', sideInWords(one.side))}</span>
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
