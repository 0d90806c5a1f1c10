import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parseType,
  print,
  type SelectionNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { isConnection, type Selected } from './selection.ts';
import type { TableForm } from './table-form.ts';

/** Variables of ours, by which the pages of a table are asked for. */
export const pageVariables = { size: 'concordPageSize', after: 'concordPageAfter' } as const;

/** A list of rows that a table takes its values from, and whether that could be less than all. */
export interface TableConnection {
  /** From the top of the answer. */
  readonly path: readonly string[];
  /** The document itself says which rows: `first`, `last`, `after` or `before`. */
  readonly chosen: boolean;
}

/** A document whose answer is one page of a table. */
export interface PagedDocument {
  readonly text: string;
  readonly connections: readonly TableConnection[];
  /** The connection whose pages are followed; null when none can be. */
  readonly followed: readonly string[] | null;
}

/**
 * The document with which the table of a query is asked for: every connection that the table uses tells whether it has more, and the outermost
 * one is asked for page by page, unless the document chooses its rows itself.
 */
export function pagedDocument(
  document: DocumentNode,
  selection: ReadonlyMap<string, Selected>,
  { lists, used }: TableForm,
): PagedDocument {
  const found = connectionsIn(selection, [], used);
  const outermost = lists[0]?.slice(0, -1).join('.');
  const followed = found.find(({ path, chosen }) => !chosen && path.join('.') === outermost) ?? null;
  const all = new Set(found.flatMap(({ selected }) => selected.nodes));
  // A field of a fragment that is spread several times would be asked for the same page each time.
  const once = followed?.selected.nodes.filter((node) => usesOf(node, selection) === 1) ?? [];
  const isFollowed = once.length > 0 && once.length === followed?.selected.nodes.length;
  const ours = new Set(isFollowed ? once : []);
  const paged = visit(document, {
    Field: {
      enter: (node) => (all.has(node) ? withPageInfo(node, ours.has(node)) : undefined),
    },
    OperationDefinition: {
      leave: (node) => (isFollowed ? withVariables(node) : undefined),
    },
  });
  return {
    text: print(paged),
    connections: found.map(({ path, chosen }) => ({ path, chosen })),
    followed: isFollowed ? (followed?.path ?? null) : null,
  };
}

interface Found extends TableConnection {
  readonly selected: Selected;
}

const choices = ['first', 'last', 'after', 'before'];

/** The connections whose rows the table uses. */
function connectionsIn(
  fields: ReadonlyMap<string, Selected>,
  above: readonly string[],
  used: TableForm['used'],
): Found[] {
  return [...fields.values()].flatMap((selected) => {
    if (!used.has(selected)) return [];
    const path = [...above, selected.name];
    const inner = connectionsIn(selected.fields, path, used);
    const showsRows = [...selected.fields.values()].some((one) => one.lists > 0 && used.has(one));
    if (!isConnection(selected) || !showsRows) return inner;
    const chosen = selected.nodes.some((node) => node.arguments?.some(({ name }) => choices.includes(name.value)));
    return [{ path, chosen, selected }, ...inner];
  });
}

function usesOf(node: FieldNode, fields: ReadonlyMap<string, Selected>): number {
  let uses = 0;
  for (const selected of fields.values()) {
    if (selected.nodes.includes(node)) uses += 1;
    uses += usesOf(node, selected.fields);
  }
  return uses;
}

const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
const field = (name: string, selections?: readonly SelectionNode[]): FieldNode => ({
  kind: Kind.FIELD,
  name: named(name),
  ...(selections && { selectionSet: { kind: Kind.SELECTION_SET, selections } }),
});
const variable = (name: string) => ({ kind: Kind.VARIABLE, name: named(name) }) as const;
const argument = (name: string, value: string): ArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: named(name),
  value: variable(value),
});

const pageInfo = field('pageInfo', [field('hasNextPage'), field('hasPreviousPage'), field('endCursor')]);

function withPageInfo(node: FieldNode, isFollowed: boolean): FieldNode {
  const selections = [...(node.selectionSet?.selections ?? []), pageInfo];
  const ours = isFollowed ? [argument('first', pageVariables.size), argument('after', pageVariables.after)] : [];
  return {
    ...node,
    arguments: [...(node.arguments ?? []), ...ours],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

const declared = (name: string, type: string): VariableDefinitionNode => ({
  kind: Kind.VARIABLE_DEFINITION,
  variable: variable(name),
  type: parseType(type),
});

const withVariables = (node: OperationDefinitionNode): OperationDefinitionNode => ({
  ...node,
  variableDefinitions: [
    ...(node.variableDefinitions ?? []),
    declared(pageVariables.size, 'Int'),
    declared(pageVariables.after, 'String'),
  ],
});
