import type { Position } from '#agreement/position.ts';
import { oneOf, type Table, text } from './table.ts';

/** Which words a curator reads as which position. */
export interface VerbGuideRow {
  readonly verb: string;
  readonly position: Position;
}

export const verbGuide: Table<VerbGuideRow> = {
  name: 'verb_guide',
  key: ['verb'],
  catalogue: false,
  columns: { verb: text('verb'), position: oneOf('Position', 'position') },
};
