import { existsSync, readdirSync, readFileSync } from 'node:fs';

export interface Example {
  /** What it asks, in words: the first line of the document. */
  readonly question: string;
  /** A document of one named operation. */
  readonly query: string;
  /** JSON; empty for a query that takes no variables. */
  readonly variables: string;
}

export interface ExampleGroup {
  readonly title: string;
  readonly examples: readonly Example[];
}

const folder = new URL('./examples/', import.meta.url);

/** The example queries of the playground by what one wants to do, in the order of their files. */
export const exampleGroups: readonly ExampleGroup[] = readdirSync(folder)
  .sort()
  .map((group) => ({ title: titleOf(group), examples: examplesIn(new URL(`${group}/`, folder)) }));

export const examples: readonly Example[] = exampleGroups.flatMap((group) => group.examples);

/** "Check the sources" of `2-check-the-sources`. */
function titleOf(group: string): string {
  const words = group.replace(/^\d+-/, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function examplesIn(group: URL): Example[] {
  const documents = readdirSync(group).filter((name) => name.endsWith('.graphql'));
  return documents.sort().map((name) => {
    const query = readFileSync(new URL(name, group), 'utf8');
    const variables = new URL(name.replace(/graphql$/, 'json'), group);
    return {
      question: query.slice(2, query.indexOf('\n')).replace(/ See docs\S+$/, ''),
      query,
      variables: existsSync(variables) ? readFileSync(variables, 'utf8') : '',
    };
  });
}
