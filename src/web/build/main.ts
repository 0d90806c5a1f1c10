import { buildPage } from './build-page.ts';
import { viteConfig } from './vite-config.ts';

// Builds the explorer page when its sources have changed. `--watch` serves it from its sources instead, for development;
// `--or-go-on` is for the start of the server, whose API works without the page.

if (process.argv.includes('--watch')) await watch();
else {
  try {
    if (await buildPage()) console.error('The explorer page was built.');
  } catch (error) {
    if (!process.argv.includes('--or-go-on')) throw error;
    console.error(
      `The explorer page cannot be built, so what was built before is served, if anything: ${String(error)}`,
    );
  }
}

async function watch(): Promise<void> {
  const { createServer } = await import('vite');
  const server = await createServer(viteConfig);
  await server.listen();
  server.printUrls();
}
