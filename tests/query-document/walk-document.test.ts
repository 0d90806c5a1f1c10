import fc from 'fast-check';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { collectFields } from '#query-document/collect-fields.ts';
import { shapeOf } from '#query-document/document-shape.ts';
import { walkDocument } from '#query-document/walk-document.ts';
import { randomDocument, schema } from './random-document.ts';

/** Selections with their fragments written out. */
function writtenOut(set: SelectionSetNode, { definitions }: DocumentNode): readonly SelectionNode[] {
  return set.selections.map((selection): SelectionNode => {
    if (selection.kind !== Kind.FRAGMENT_SPREAD) {
      if (!selection.selectionSet) return selection;
      const selections = writtenOut(selection.selectionSet, { kind: Kind.DOCUMENT, definitions });
      return { ...selection, selectionSet: { kind: Kind.SELECTION_SET, selections } };
    }
    const fragment = definitions.find(
      (one): one is FragmentDefinitionNode =>
        one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
    );
    const selections = fragment ? writtenOut(fragment.selectionSet, { kind: Kind.DOCUMENT, definitions }) : [];
    const { directives } = selection;
    return {
      kind: Kind.INLINE_FRAGMENT,
      ...(directives && { directives }),
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    };
  });
}

/** The shape of selections without spreads, counted in the plainest way. */
function counted(selections: readonly SelectionNode[], level = 0) {
  const shape = { depth: 0, fields: 0, aliases: 0, directives: 0, rootFields: 0 };
  for (const selection of selections) {
    shape.directives += selection.directives?.length ?? 0;
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('expected no spread');
    const isField = selection.kind === Kind.FIELD;
    const inner = counted(selection.selectionSet?.selections ?? [], isField ? level + 1 : level);
    shape.depth = Math.max(shape.depth, isField ? level + 1 : 0, inner.depth);
    shape.fields += inner.fields + (isField ? 1 : 0);
    shape.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
    shape.directives += inner.directives;
    shape.rootFields += isField ? (level === 0 ? 1 : 0) : inner.rootFields;
  }
  return shape;
}

describe('a walk', () => {
  test('measures a document as large as it is with its fragments written out', () => {
    const property = fc.property(randomDocument, (text) => {
      const document = parse(text);
      const walked = walkDocument(schema, document);
      const [operation] = walked.operations;
      if (operation === undefined) throw new Error('expected an operation');
      expect(shapeOf(walked)).toEqual(counted(writtenOut(operation.selectionSet, document)));
    });
    fc.assert(property, { numRuns: 100 });
  });

  test('finds every field with its definition, and every argument, as graphql-js visits them', () => {
    const property = fc.property(randomDocument, (text) => {
      const document = parse(text);
      const info = new TypeInfo(schema);
      const fields: { readonly node: unknown; readonly definition: unknown }[] = [];
      const values: string[] = ['$n'];
      const visitor = {
        Field: (node: unknown) => void fields.push({ node, definition: info.getFieldDef() }),
        Argument: ({ name }: { readonly name: { readonly value: string } }) => void values.push(name.value),
      };
      visit(document, visitWithTypeInfo(info, visitor));
      const walked = walkDocument(schema, document);
      expect(walked.fields).toHaveLength(fields.length);
      for (const [index, { node, definition }] of fields.entries()) {
        expect(walked.fields[index]?.node).toBe(node);
        expect(walked.fields[index]?.definition).toBe(definition);
      }
      expect(walked.values.map(({ name }) => name)).toEqual(values);
    });
    fc.assert(property, { numRuns: 100 });
  });

  test('takes documents that do not fit the schema or spread themselves', () => {
    const walked = walkDocument(schema, parse('{ nothing { at { all } } ...A } fragment A on Nowhere { x ...A ...B }'));
    expect(walked.fields.map(({ definition }) => definition)).toEqual([undefined, undefined, undefined, undefined]);
    expect(shapeOf(walked)).toEqual({ depth: 3, fields: 4, aliases: 0, directives: 0, rootFields: 2 });
  });

  test('counts introspection as one level', () => {
    const { depth } = shapeOf(
      walkDocument(schema, parse('{ thing { other { name } } __schema { types { fields { type { name } } } } }')),
    );
    expect(depth).toBe(3);
  });
});

test('fields are collected with little work, however often fragments spread fragments', () => {
  const fragments = Array.from({ length: 40 }, (_, n) => `fragment F${n} on Thing { ...F${n + 1} ...F${n + 1} }`);
  const text = `{ thing { ...F0 ...F0 } } ${fragments.join(' ')} fragment F40 on Thing { name }`;
  const { operations, fragments: named } = walkDocument(schema, parse(text));
  let looks = 0;
  const within = (_selection: SelectionNode, around: string) => {
    looks++;
    return around;
  };
  const thing = operations[0]?.selectionSet.selections[0];
  if (thing?.kind !== Kind.FIELD || thing.selectionSet === undefined) throw new Error('expected a field');
  const collected = collectFields(named, [{ set: thing.selectionSet, around: '' }], { within, seenAs: () => '' });
  expect([...collected.keys()]).toEqual(['name']);
  expect(looks).toBeLessThan(100);
});
