import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

/** How Vite packs the page. No file is inlined: the page's Content-Security-Policy would refuse it. */
export const viteConfig: InlineConfig = {
  configFile: false,
  root: fileURLToPath(new URL('..', import.meta.url)),
  logLevel: 'warn',
  // Relative addresses: the page may be served under a path.
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'],
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  // `npm run page -- --watch` shows changes at once, on the data of a server that runs.
  server: { host: '127.0.0.1', proxy: { '/graphql': 'http://127.0.0.1:4000' } },
};
