import type { StanceColumns } from '../../../src/agreement/stance-columns.ts';

/** Bytes of all the columns, room for later revisions and the index by proposition included. */
export const bytesOfStances = (stances: StanceColumns): number =>
  Object.values(stances).reduce((sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0), 0);
