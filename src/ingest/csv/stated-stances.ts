import type { AbsenceRow, CitationRow, StanceRow } from '#ledger/tables/stances.ts';
import { citation as citationTable, stance as stanceTable } from '#ledger/tables/stances.ts';
import type { Place, Problem, Proposal } from '#ledger/write/proposal.ts';
import { completed } from './add-records.ts';
import type { KnownProposition } from './known-rows.ts';

/** What a row says of a party and a proposition: fields of the stance and of one citation; what it does not say is missing. */
export interface Statement {
  readonly party: string;
  readonly proposition: KnownProposition;
  /** Undefined: the day of the roll call. */
  readonly heldFrom: string | undefined;
  readonly isAbsent: boolean;
  readonly stance: Readonly<Record<string, unknown>>;
  readonly citation: Readonly<Record<string, unknown>>;
  readonly at: Place;
}

interface Stated {
  readonly key: Pick<StanceRow, 'party' | 'proposition' | 'heldFrom'>;
  readonly usual: Readonly<Record<string, unknown>>;
  readonly said: Record<string, unknown>;
  /** Where each field was said first. */
  readonly places: Map<string, Place>;
  at: Place;
  citations: number;
}

const own = <Row>(columns: { readonly [Field in keyof Row]: unknown }) =>
  Object.keys(columns).filter((field) => !['party', 'proposition', 'heldFrom'].includes(field));

/** The fields of a stance, and those of a citation, beside those that say of what. */
export const ofStance = own(stanceTable.columns);
export const ofCitation = own(citationTable.columns);

/** What is usual of a vote, and of anything else: the most cautious, as nobody says how sure it is. */
const usualOfVote = { basis: 'VOTE', confidence: 'HIGH', tier: 'EXTENDED' };
const usualOfClaim = { confidence: 'LOW' };
const usualOfCitation = { verification: 'FROM_KNOWLEDGE' };

/** Gathers the stances that the rows of all sheets state: rows of the same party, proposition and day are one stance with several citations. */
export class StatedStances {
  readonly #stated = new Map<string, Stated>();
  readonly #problems: Problem[] = [];
  readonly #proposal: Proposal;

  constructor(proposal: Proposal) {
    this.#proposal = proposal;
  }

  say(statement: Statement): void {
    const { party, proposition, at } = statement;
    const { kind, tabledOn, tabledOnPrecision } = proposition;
    const heldFrom = statement.heldFrom ?? tabledOn;
    if (heldFrom === null) {
      this.#problems.push({
        at: at('heldFrom'),
        found: 'nothing',
        expected: 'the day from which the position is held',
      });
      return;
    }
    const precision = statement.heldFrom === undefined ? (tabledOnPrecision ?? 'DAY') : 'DAY';
    if (statement.isAbsent) this.#sayAbsent(statement, heldFrom, precision);
    else {
      const usual = { ...(kind === 'ROLL_CALL' ? usualOfVote : usualOfClaim), heldFromPrecision: precision };
      this.#sayStance(statement, { party, proposition: proposition.key, heldFrom }, usual);
    }
  }

  #sayAbsent({ party, proposition, stance, citation, at }: Statement, date: string, usual: string): void {
    const row = {
      party,
      proposition: proposition.key,
      date,
      precision: stance.heldFromPrecision ?? usual,
      document: (proposition.kind === 'ROLL_CALL' ? undefined : citation.document) ?? null,
    } as AbsenceRow; // for the rules to judge
    const fields: Readonly<Record<string, string>> = { date: 'heldFrom', precision: 'heldFromPrecision' };
    this.#proposal.absence.push({ row, at: (field) => at(field && (fields[field] ?? field)) });
  }

  #sayStance({ stance, citation, at }: Statement, key: Stated['key'], usual: Stated['usual']): void {
    const name = `${key.party} | ${key.proposition} | ${key.heldFrom}`;
    let stated = this.#stated.get(name);
    const isCited = citation.document !== undefined;
    if (stated === undefined) {
      stated = { key, usual, said: {}, places: new Map(), at, citations: 0 };
      this.#stated.set(name, stated);
    } else if (stance.position !== undefined && stated.said.position !== undefined && !isCited)
      this.#problems.push({
        at: at(),
        found: `stance ${name} again`,
        expected: `it once (first at ${stated.at()}), or a row for each citation`,
      });
    if (stance.position !== undefined && stated.said.position === undefined) stated.at = at;
    for (const [field, value] of Object.entries(stance)) {
      const first = stated.places.get(field);
      if (first === undefined) {
        stated.said[field] = value;
        stated.places.set(field, at);
      } else if (stated.said[field] !== value)
        this.#problems.push({
          at: at(field),
          found: JSON.stringify(value),
          expected: `${JSON.stringify(stated.said[field])}, as at ${first(field)} of the same stance, or nothing`,
        });
    }
    if (isCited) {
      const row = { ordinal: stated.citations, ...usualOfCitation, ...citation, ...key };
      this.#proposal.citation.push({ row: completed('citation', row) as unknown as CitationRow, at });
      stated.citations += 1;
    } else {
      const [alone] = Object.keys(citation);
      if (alone !== undefined)
        this.#problems.push({
          at: at(alone),
          found: `${JSON.stringify(citation[alone])} without a document`,
          expected: 'the document that it belongs to',
        });
    }
  }

  /** Proposes what was gathered; gives what is wrong with it. */
  propose(): readonly Problem[] {
    for (const { key, usual, said, places, at } of this.#stated.values()) {
      if (said.position === undefined) {
        this.#problems.push({
          at: at(),
          found: `no position of ${key.party} on ${key.proposition} from ${key.heldFrom}`,
          expected: 'a row of these files that states it',
        });
        continue;
      }
      const row = completed('stance', { ...usual, ...said, ...key }) as unknown as StanceRow;
      this.#proposal.stance.push({
        row,
        at: (field) => (field === undefined ? at() : (places.get(field) ?? at)(field)),
      });
    }
    return this.#problems;
  }
}
