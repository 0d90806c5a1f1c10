import { isKnownAt } from '#agreement/stance-columns.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { inOrderOfDays, type LedgerChange } from './ledger-changes.ts';
import { issueLinksOf } from './look-up.ts';
import { membersChanges } from './members-changes.ts';
import { stanceRowsAddedIn, stanceRowsRetiredIn } from './stances-of-revision.ts';

/** What a record that is no stance is about, by ordinals; null: of no party, proposition or issue. */
export interface Touch {
  readonly party: number | null;
  readonly proposition: number | null;
  readonly issue: number | null;
}

/** What one revision added, amended and retired. */
export interface Touched {
  readonly revision: number;
  /** Row indexes of the stances that it added, and of those that it retired. */
  readonly added: ArrayLike<number>;
  readonly retired: ArrayLike<number>;
  /** What all its other records are about. */
  readonly others: readonly Touch[];
}

const aboutParty = (party: number): Touch => ({ party, proposition: null, issue: null });
const aboutProposition = (proposition: number): Touch => ({ party: null, proposition, issue: null });
const aboutIssue = (issue: number): Touch => ({ party: null, proposition: null, issue });

/**
 * What a revision touched. `changed` are the tables of which it changed rows, as the revision says: only these are looked through. `elsewhere` is what it
 * touched by records that a snapshot does not hold, such as citations.
 */
export function touchedBy(
  snapshot: Snapshot,
  revision: number,
  changed: ReadonlySet<string>,
  elsewhere: readonly Touch[] = [],
): Touched {
  const isOf = ({ addedIn, retiredIn }: { readonly addedIn: number; readonly retiredIn: number }) =>
    addedIn === revision || retiredIn === revision;
  const linked = <Row extends { readonly addedIn: number; readonly retiredIn: number }>(
    table: string,
    rows: readonly Row[],
    about: (row: Row) => Touch[],
  ) => (changed.has(table) ? rows.filter(isOf).flatMap(about) : []);
  const rows = <Row extends Catalogued>(table: string, list: readonly Row[], about: (ordinal: number) => Touch) =>
    changed.has(table) ? list.filter((row) => isChanged(row, revision)).map(({ ordinal }) => about(ordinal)) : [];
  return {
    revision,
    added: changed.has('stance') ? stanceRowsAddedIn(snapshot, revision) : [],
    retired: changed.has('stance') ? stanceRowsRetiredIn(snapshot, revision) : [],
    others: [
      ...rows('party', snapshot.parties.list, aboutParty),
      ...rows('issue', snapshot.issues.list, aboutIssue),
      ...rows('proposition', snapshot.propositions.list, aboutProposition),
      ...linked('membership', snapshot.memberships, ({ bloc, member }) => [aboutParty(bloc), aboutParty(member)]),
      ...linked('deed', snapshot.deeds, ({ proposition }) => [aboutProposition(proposition)]),
      ...linked('proposition_issue', snapshot.propositionIssues, ({ proposition, issue }) => [
        { party: null, proposition, issue },
      ]),
      ...(changed.has('absence') ? absencesOf(snapshot, revision) : []),
      ...elsewhere,
    ],
  };
}

interface Catalogued {
  readonly ordinal: number;
  readonly addedIn: number;
  readonly earlier: readonly { readonly until: number }[];
}

const isChanged = ({ addedIn, earlier }: Catalogued, revision: number) =>
  addedIn === revision || earlier.some(({ until }) => until === revision);

function absencesOf({ absences, propositions }: Snapshot, revision: number): Touch[] {
  const touches: Touch[] = [];
  for (let proposition = 0; proposition < propositions.list.length; proposition++) {
    const end = absences.start[proposition + 1] as number;
    for (let row = absences.start[proposition] as number; row < end; row++) {
      if (absences.addedIn[row] === revision || absences.retiredIn[row] === revision)
        touches.push({ party: absences.party[row] as number, proposition, issue: null });
    }
  }
  return touches;
}

/** Which records somebody wants to hear of: those that fit all that is given. Ordinals; null: any. */
export interface TouchFilter {
  readonly parties: ReadonlySet<number> | null;
  readonly issues: ReadonlySet<number> | null;
  readonly propositions: ReadonlySet<number> | null;
}

/**
 * What a revision touched of what a filter wants. A stance or an absence is of its party, its proposition and the issues of that; a text of the catalogue only of what it is
 * about itself, and a proposition of its issues. `snapshot` is as known at the revision or later.
 */
export function fitting(snapshot: Snapshot, touched: Touched, filter: TouchFilter): Touched {
  const { parties, issues, propositions } = filter;
  if (parties === null && issues === null && propositions === null) return touched;
  const isOfIssues = (proposition: number) =>
    issues === null || isAbout(snapshot, proposition, issues, touched.revision);
  const isWanted = (proposition: number) => (propositions?.has(proposition) ?? true) && isOfIssues(proposition);
  const { stances } = snapshot;
  const keep = (rows: ArrayLike<number>) =>
    Array.from(rows).filter(
      (row) => (parties?.has(stances.party[row] as number) ?? true) && isWanted(stances.proposition[row] as number),
    );
  const fits = ({ party, proposition, issue }: Touch) =>
    (parties === null || (party !== null && parties.has(party))) &&
    (propositions === null || (proposition !== null && propositions.has(proposition))) &&
    (issues === null || (issue !== null && issues.has(issue)) || (proposition !== null && isOfIssues(proposition)));
  return {
    ...touched,
    added: keep(touched.added),
    retired: keep(touched.retired),
    others: touched.others.filter(fits),
  };
}

/** Whether a proposition is about one of the issues at a revision, or was just before it. */
const isAbout = (snapshot: Snapshot, proposition: number, issues: ReadonlySet<number>, revision: number): boolean =>
  issueLinksOf(snapshot, proposition).some(
    ({ issue, addedIn, retiredIn }) =>
      issues.has(issue) && (isKnownAt(addedIn, retiredIn, revision) || isKnownAt(addedIn, retiredIn, revision - 1)),
  );

export const isNothing = ({ added, retired, others }: Touched): boolean =>
  added.length === 0 && retired.length === 0 && others.length === 0;

/** Ordinals of what was touched: each once, in the order of their keys. */
export function touchedRows(
  snapshot: Snapshot,
  touched: Touched,
): Record<'parties' | 'issues' | 'propositions', number[]> {
  const { stances } = snapshot;
  const [parties, issues, propositions] = [new Set<number>(), new Set<number>(), new Set<number>()];
  for (const rows of [touched.added, touched.retired]) {
    for (let index = 0; index < rows.length; index++) {
      parties.add(stances.party[rows[index] as number] as number);
      propositions.add(stances.proposition[rows[index] as number] as number);
    }
  }
  for (const { party, proposition, issue } of touched.others) {
    if (party !== null) parties.add(party);
    if (proposition !== null) propositions.add(proposition);
    if (issue !== null) issues.add(issue);
  }
  for (const proposition of propositions) {
    for (const { issue, addedIn, retiredIn } of issueLinksOf(snapshot, proposition))
      if (isKnownAt(addedIn, retiredIn, touched.revision)) issues.add(issue);
  }
  const byKey = (rows: { readonly list: readonly { readonly key: string }[] }, ordinals: ReadonlySet<number>) => {
    const keyOf = (ordinal: number) => rows.list[ordinal]?.key ?? '';
    return [...ordinals].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  };
  return {
    parties: byKey(snapshot.parties, parties),
    issues: byKey(snapshot.issues, issues),
    propositions: byKey(snapshot.propositions, propositions),
  };
}

/** What a revision said of each proposition, bloc and group, of what was touched; in the order of `ledgerChanges`. */
export function changesIn(snapshot: Snapshot, { revision, added, retired, others }: Touched): LedgerChange[] {
  const { stances, absences } = snapshot;
  const days = new Map<number, number>();
  const see = (proposition: number, day: number) => days.set(proposition, Math.max(day, days.get(proposition) ?? day));
  for (const rows of [added, retired]) {
    for (let index = 0; index < rows.length; index++)
      see(stances.proposition[rows[index] as number] as number, stances.heldFrom[rows[index] as number] as number);
  }
  for (const { party, proposition } of others) {
    if (party === null || proposition === null) continue;
    const end = absences.start[proposition + 1] as number;
    for (let row = absences.start[proposition] as number; row < end; row++) {
      const isOfRevision = absences.addedIn[row] === revision || absences.retiredIn[row] === revision;
      if (isOfRevision && absences.party[row] === party) see(proposition, absences.day[row] as number);
    }
  }
  const parties = new Set(others.flatMap(({ party, proposition }) => (proposition === null ? (party ?? []) : [])));
  const ofMembers = membersChanges(
    snapshot,
    ({ bloc, member }, of) => of === revision && (parties.has(bloc) || parties.has(member)),
  );
  const ofPositions = Array.from(days, ([proposition, day]): LedgerChange => ({ revision, proposition, day }));
  return [...ofPositions, ...ofMembers].sort(inOrderOfDays(snapshot));
}
