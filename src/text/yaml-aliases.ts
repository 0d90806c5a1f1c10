import { type Alias, type Document, isAlias, type Node, visit } from 'yaml';
import type { ProblemAt } from './yaml-problem.ts';

/** How often one anchor may be repeated, counting the aliases inside of what it stands for; and all of a file together. More would be an attack. */
const mostRepeated = 100;
const mostInFile = 10_000;

/** What is wrong with the aliases of a document: they name no anchor, or themselves, or make too much of little. */
export function aliasProblems(document: Document.Parsed): ProblemAt[] {
  const problems: ProblemAt[] = [];
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const repeated = new Map<Node, number>();
  const weights = new Map<Node, number>();
  let total = 0;
  const look = (alias: Alias, path: readonly unknown[]) => {
    const name = `*${alias.source}`;
    const target = anchors.get(alias.source);
    const problem = (found: string, expected: string) =>
      problems.push({ offset: alias.range?.[0] ?? 0, found: `the alias ${name}${found}`, expected });
    if (target === undefined)
      problem(' without an anchor before it', `an anchor &${alias.source}, or quotes around a text that begins with *`);
    else if (path.includes(target)) problem(' within what it stands for', 'it outside of that');
    else {
      targets.set(alias, target);
      const before = repeated.get(target) ?? 0;
      const weight = weightOf(target, targets, weights);
      repeated.set(target, before + weight);
      // Of those that are too many only the first one is told.
      if (before <= mostRepeated && before + weight > mostRepeated)
        problem(` repeating its anchor ${before + weight} times`, `at most ${mostRepeated} times`);
      if (total <= mostInFile && total + weight > mostInFile)
        problem(` as one of more than ${mostInFile}`, `at most ${mostInFile} in a file`);
      total += weight;
    }
  };
  visit(document, {
    Node(_, node, path) {
      if (isAlias(node)) look(node, path);
      else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return problems;
}

/** How many nodes an alias to a node repeats in effect: one, or as many as the aliases inside of it do. */
function weightOf(node: Node, targets: ReadonlyMap<Alias, Node>, known: Map<Node, number>): number {
  const before = known.get(node);
  if (before !== undefined) return before;
  let weight = 0;
  visit(node, {
    Alias(_, alias) {
      const target = targets.get(alias);
      if (target !== undefined) weight += weightOf(target, targets, known);
    },
  });
  known.set(node, Math.max(weight, 1));
  return Math.max(weight, 1);
}
