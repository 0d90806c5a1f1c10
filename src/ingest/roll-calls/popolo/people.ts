import { cleaned } from '../../read/csv-reader.ts';
import type { FoundParty, Numbered } from '../bodies/found.ts';
import { recordKey } from '../bodies/record-key.ts';
import type { PopoloRecord, PopoloRecords } from './classes.ts';
import { type JsonObject, lineOf, objectsIn, textIn } from './read-json.ts';

/** Finds the parties of Popolo files: those of their lists, and those that only votes name. */
export class People {
  readonly parties: Numbered<FoundParty>;
  /** Voters and groups of whom the files have an identifier alone, which stands for their names. */
  namedByIdentifier = 0;
  readonly #organizations = new Map<string, PopoloRecord>();
  readonly #source: string;
  readonly #paths: readonly string[];

  constructor(records: PopoloRecords, source: string, paths: readonly string[], parties: Numbered<FoundParty>) {
    this.#source = source;
    this.#paths = paths;
    this.parties = parties;
    for (const record of records.organizations) {
      const id = textIn(record.object, 'id');
      if (id !== null) this.#organizations.set(id, record);
    }
    for (const { file, object } of records.persons) {
      const id = textIn(object, 'id');
      // Files of several terms have some persons in common.
      const isNew = id !== null && parties.numberOf(identifierOf('PERSON', id)) === undefined;
      if (isNew) this.#add('PERSON', id, object, `${paths[file]}:${lineOf(object)}`);
    }
  }

  isOrganization(id: string): boolean {
    return this.#organizations.has(id);
  }

  organization(id: string | null): JsonObject | undefined {
    return id === null ? undefined : this.#organizations.get(id)?.object;
  }

  /** The number of a person; one that no list has is added under the given name. */
  person(id: string, described: JsonObject | undefined, place: string): number {
    return this.parties.numberOf(identifierOf('PERSON', id)) ?? this.#add('PERSON', id, described, place);
  }

  /** The number of a group, which an organization becomes when it votes, when votes name it, or when its members do. */
  group(id: string, described: JsonObject | undefined, place: string): number {
    const known = this.parties.numberOf(identifierOf('GROUP', id));
    if (known !== undefined) return known;
    const record = this.#organizations.get(id);
    const at = record === undefined ? place : `${this.#paths[record.file]}:${lineOf(record.object)}`;
    return this.#add('GROUP', id, record?.object ?? described, at);
  }

  #add(kind: FoundParty['kind'], id: string, object: JsonObject | undefined, place: string): number {
    const name = nameOf(object);
    if (name === null) this.namedByIdentifier += 1;
    const others = objectsIn(object?.other_names).map((other) => textIn(other, 'name'));
    const aliases = [...new Set(others.map((other) => cleaned(other ?? '')))].filter(
      (other) => other !== null && other !== name,
    );
    const key = kind === 'GROUP' ? recordKey(this.#source, 'group', id) : recordKey(this.#source, id);
    const party = { key, kind, name: name ?? id, aliases: aliases as string[], note: null, addresses: [], place };
    this.parties.add(identifierOf(kind, id), party, place);
    return this.parties.numberOf(identifierOf(kind, id)) ?? 0; // of two with one key the problem is told
  }
}

const identifierOf = (kind: FoundParty['kind'], id: string) => `${kind.toLowerCase()} ${id}`;

function nameOf(object: JsonObject | undefined): string | null {
  const parts = [textIn(object, 'given_name'), textIn(object, 'family_name')].filter((part) => part !== null);
  return cleaned(textIn(object, 'name') ?? parts.join(' '));
}
