import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';
import { worldFile } from './world-file.ts';

const fileOf = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What nearly every view is made of, by its folders and files. */
const common =
  /[\\/]web[\\/](?:address|fields|marks|states|words|compare[\\/]pick|take-away[\\/](?:query-|watch|copy-|every-page))/;

/** Vite's configuration for the page. No file is inlined, because the page's Content-Security-Policy would block it. */
export const viteConfig: InlineConfig = {
  configFile: false,
  root: fileOf('.'),
  logLevel: 'warn',
  // Relative addresses: the page may be served under a path.
  base: './',
  plugins: [worldFile],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'],
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Says which file needs which others; tests read from it what each chart loads.
    manifest: true,
    // The page itself, and what other sites show in a frame.
    rolldownOptions: {
      input: { index: fileOf('index.html'), embed: fileOf('embed.html') },
      // What nearly every view needs in one file: each file of its own takes as long as some thousand bytes more.
      output: { codeSplitting: { groups: [{ name: 'common', test: common }] } },
    },
  },
  // `npm run page -- --watch` shows changes immediately, with the data of a running server.
  server: { host: '127.0.0.1', proxy: { '/graphql': 'http://127.0.0.1:4000' } },
};
