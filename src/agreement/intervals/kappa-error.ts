import { type ContingencyTable, type Distance, margins } from '../contingency.ts';

/**
 * The large-sample standard error of Cohen's kappa for disagreement weights from 0 (on the diagonal) to 1; NaN where kappa is undefined.
 *
 * With w = 1 - weight, p the shares of the table, p(i.) and p(.j) its margins, w(i.) = Σj p(.j)·w(ij), w(.j) = Σi p(i.)·w(ij), Po = Σ p·w, Pe = Σ
 * p(i.)·p(.j)·w: the variance is (Σ p·(w·(1 - Pe) - (w(i.) + w(.j))·(1 - Po))² - (Po·Pe - 2·Pe + Po)²) / (n·(1 - Pe)⁴).
 *
 * Source: Fleiss, Cohen & Everitt 1969, Psychological Bulletin 72.
 */
export function kappaError(table: ContingencyTable, weight: Distance): number {
  const { levels, total } = table;
  const { rows, columns } = margins(table);
  const [p, q] = [rows.map((count) => count / total), columns.map((count) => count / total)];
  const alike = (i: number, j: number) => 1 - weight(i, j);
  const rowMeans = p.map((_, i) => q.reduce((sum, share, j) => sum + share * alike(i, j), 0));
  const columnMeans = q.map((_, j) => p.reduce((sum, share, i) => sum + share * alike(i, j), 0));
  const shares = (i: number, j: number) => (table.counts[i * levels + j] as number) / total;
  const overCells = (of: (i: number, j: number) => number) => {
    let sum = 0;
    for (let i = 0; i < levels; i++) for (let j = 0; j < levels; j++) sum += of(i, j);
    return sum;
  };
  const observed = overCells((i, j) => shares(i, j) * alike(i, j));
  const expected = overCells((i, j) => (p[i] as number) * (q[j] as number) * alike(i, j));
  const spread = overCells(
    (i, j) =>
      shares(i, j) *
      (alike(i, j) * (1 - expected) - ((rowMeans[i] as number) + (columnMeans[j] as number)) * (1 - observed)) ** 2,
  );
  const variance = (spread - (observed * expected - 2 * expected + observed) ** 2) / (total * (1 - expected) ** 4);
  return Math.sqrt(Math.max(0, variance));
}
