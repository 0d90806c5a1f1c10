import { parseStanceKey } from '../stance-key.ts';
import { passageStance } from '../tables/passage.ts';
import { stance } from '../tables/stance.ts';
import { rowKey } from '../tables/table.ts';
import type { ChangeRequest } from './change.ts';
import { partsOf } from './parts.ts';
import { keyFields } from './stance-said.ts';
import { stanceNamed } from './standing-stance.ts';

/** Retires stances by their keys, with their citations and with the links of passages that showed them; nothing takes their place. */
export const retractStance = (keys: readonly string[]): ChangeRequest => ({
  names: { stance: keys.flatMap((key) => parseStanceKey(key) ?? []) },
  propose(change, live) {
    for (const [place, key] of keys.entries()) {
      const at = `input.stances[${place}]`;
      const said = stanceNamed(change, live, key, at);
      if (said === null) continue;
      const retired = rowKey(stance, said.row);
      if (change.retract.stance?.has(retired)) {
        change.problems.push({ at, found: `stance ${key} again`, expected: 'it once' });
      }
      change.retract.stance?.add(retired);
      for (const link of partsOf(live, 'passageStance', keyFields(said.row))) {
        change.retract.passageStance?.add(rowKey(passageStance, link));
      }
    }
  },
});
