import { parentPort } from 'node:worker_threads';
import { idealPointsOf } from '../../../src/agreement/ideal/ideal-points.ts';
import type { StanceMatrix } from '../../../src/agreement/stance-matrix.ts';

// Estimates what it is sent, and says when it is finished.
parentPort?.on('message', (matrix: StanceMatrix) => {
  const rows = Array.from({ length: matrix.rows }, (_, row) => row);
  const { points, votes } = idealPointsOf(
    matrix,
    rows,
    { minimumVoted: 0.3, fewestVoted: 1, minimumMinority: 0 },
    null,
  );
  parentPort?.postMessage({ points: points?.length, propositions: votes.columns.length });
});
