import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { type Atlas, worldOf } from '../world/shapes/world-shapes.ts';

const asked = /world-atlas[\\/]countries-110m\.json\?world$/;

/**
 * Makes the shapes of the world from world-atlas when the page is built; on a phone they would take nearly half a second, and two more libraries.
 * `world-atlas/countries-110m.json?world` is the address of a file that holds them.
 */
export const worldFile: Plugin = {
  name: 'world-file',
  enforce: 'pre',
  async load(id) {
    if (!asked.test(id)) return null;
    const atlas = JSON.parse(await readFile(id.replace(/\?world$/, ''), 'utf8')) as Atlas; // the file of world-atlas
    const source = JSON.stringify(worldOf(atlas));
    if (this.meta.watchMode) return `export default 'data:application/json,${encodeURIComponent(source)}'`;
    const file = this.emitFile({ type: 'asset', name: 'world.json', source });
    return `export default import.meta.ROLLUP_FILE_URL_${file}`;
  },
};
