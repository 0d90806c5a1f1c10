import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { averageLinkage, cutInto } from '#agreement/structure/average-linkage.ts';
import { classicalScaling, type ScaledMap } from '#agreement/structure/classical-scaling.ts';
import { procrustes, turned } from '#agreement/structure/procrustes.ts';
import type { Square } from '#agreement/structure/square.ts';

// Debian's own Python, whatever other ones there are; packages python3-numpy and python3-scipy, r-base-core and r-cran-vegan.
const python = '/usr/bin/python3';
const runs = (program: string, args: string[]) => spawnSync(program, args).status === 0;
const tools = [
  { name: 'numpy and scipy', isThere: runs(python, ['-c', 'import numpy, scipy']) },
  { name: "R with vegan's procrustes", isThere: runs('Rscript', ['-e', 'library(vegan)']) },
] as const;

const inFolder = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The lines of numbers that a program prints. */
function answerOf(program: string, file: string, input: readonly ArrayLike<number>[]): number[][] {
  const text = input.map((numbers) => Array.from(numbers).join(' ')).join('\n');
  const { status, stdout, stderr } = spawnSync(program, [inFolder(file)], { input: text, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
}

/** Agreement of parties that vote as their two leanings and some chance say. The same numbers in every run. */
function votersAt(size: number): Square {
  let state = size;
  const chance = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const leanings = Array.from({ length: size }, () => [chance() < 0.4 ? -1 : 1, chance() - 0.5] as const);
  const votes = leanings.map(() => [] as number[]);
  for (let vote = 0; vote < 97; vote++) {
    const [first, second] = [chance() * 2 - 1, chance() * 2 - 1];
    for (const [row, [left, up]] of leanings.entries()) {
      const lean = left * first + up * second + (chance() - 0.5);
      votes[row]?.push(lean > 0.2 ? 1 : lean < -0.2 ? -1 : 0);
    }
  }
  const values = new Float64Array(size * size);
  for (const [a, one] of votes.entries()) {
    for (const [b, other] of votes.entries())
      values[a * size + b] =
        one.reduce((sum, vote, i) => sum + Math.abs(vote - (other[i] as number)) / 2, 0) / one.length;
  }
  // No two distances are alike, so that every program joins the same groups.
  for (let a = 0; a < size; a++)
    for (let b = 0; b < a; b++)
      values[a * size + b] = values[b * size + a] = (values[a * size + b] as number) + chance() / 1e4;
  return { size, values };
}

const axisOf = ({ coordinates, dimensions }: ScaledMap, axis: number) =>
  Array.from(coordinates).filter((_, at) => at % dimensions === axis);

function expectSame(found: readonly number[], expected: readonly number[]) {
  expect(found).toHaveLength(expected.length);
  expect(Math.max(...found.map((value, i) => Math.abs(value - (expected[i] as number))))).toBeLessThan(1e-8);
}

/** The same but for the sign of them all. */
function expectSameAxis(found: readonly number[], expected: readonly number[]) {
  const product = found.reduce((sum, value, i) => sum + value * (expected[i] as number), 0);
  expectSame(found, product < 0 ? expected.map((value) => -value) : expected);
}

/** Whether two divisions put the same parties together. */
function expectSameGroups(found: ArrayLike<number>, expected: readonly number[]) {
  const named = (groups: readonly number[]) => groups.map((group) => groups.indexOf(group));
  expect(named(Array.from(found))).toEqual(named(expected));
}

const sizes = [5, 30, 200];

for (const { name, isThere } of tools) {
  describe.skipIf(!isThere)(isThere ? name : `SKIPPED, because ${name} cannot be started:`, () => {
    const byNumpy = name === 'numpy and scipy';
    test.each(sizes)('makes the same map and the same groups of %i parties', (size) => {
      const square = votersAt(size);
      const map = classicalScaling(square, 2, null);
      const merges = averageLinkage(square);
      const target = classicalScaling({ size, values: square.values.map((value) => value ** 1.5) }, 2, null);
      const heights = merges.map(({ height }) => height);
      if (byNumpy) {
        const [values = [], one = [], two = [], links = [], groups = []] = answerOf(python, 'peers.py', [
          [size],
          square.values,
        ]);
        const all = classicalScaling(square, size, null).axes.map(({ eigenvalue }) => eigenvalue);
        expectSame(
          all,
          values.map((value) => Math.max(0, value)),
        );
        expectSameAxis(axisOf(map, 0), one);
        expectSameAxis(axisOf(map, 1), two);
        expectSame(heights, links);
        expectSameGroups(cutInto(merges, size, 4), groups);
        return;
      }
      const points = rowsOf(map);
      const lines = answerOf('Rscript', 'peers.R', [[size], square.values, target.coordinates, map.coordinates]);
      const [one = [], two = [], [share = 0] = [], links = [], groups = [], x = [], y = [], [left = 0] = []] = lines;
      expectSameAxis(axisOf(map, 0), one);
      expectSameAxis(axisOf(map, 1), two);
      expect(map.axes.reduce((sum, axis) => sum + (axis.share ?? 0), 0)).toBeCloseTo(share, 8);
      expectSame(heights, links);
      expectSameGroups(cutInto(merges, size, 4), groups);
      const aligned = procrustes(rowsOf(target), points);
      if (aligned === null) throw new Error('expected an alignment');
      const after = points.map((point) => turned(aligned, point));
      expectSame(
        after.map(([value = 0]) => value),
        x,
      );
      expectSame(
        after.map(([, value = 0]) => value),
        y,
      );
      expect(aligned.rootMeanSquare).toBeCloseTo(left, 8);
    });
  });
}

function rowsOf({ coordinates, dimensions }: ScaledMap): number[][] {
  return Array.from({ length: coordinates.length / dimensions }, (_, row) =>
    Array.from(coordinates.subarray(row * dimensions, (row + 1) * dimensions)),
  );
}
