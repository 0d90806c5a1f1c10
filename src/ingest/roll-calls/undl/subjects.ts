import type { Crosswalk } from '../crosswalk/read-crosswalk.ts';

/** The issues of subject headings. */
export interface SubjectIndex {
  /** Keys of the issues that a heading belongs to on a day; none where it is mapped to nothing. */
  issuesOf(subject: string, day: string): readonly string[];
}

/** A heading belongs to the issues of all prefixes of it that the crosswalk has for the day, in upper or lower case. */
export function indexSubjects(subjects: Crosswalk['subjects']): SubjectIndex {
  const prefixes = subjects.map((entry) => ({ ...entry, prefix: entry.prefix.toUpperCase() }));
  const held = new Map<string, typeof prefixes>();
  return {
    issuesOf(subject, day) {
      const text = subject.toUpperCase();
      const found = held.get(text) ?? prefixes.filter(({ prefix }) => text.startsWith(prefix));
      held.set(text, found);
      return [...new Set(found.filter(({ from }) => from === null || day >= from).map(({ issue }) => issue))];
    },
  };
}
