import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The words of a view before and after something is done in it. */
export interface Words {
  readonly before: string;
  readonly after: string;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Runs `use` with the address of a page of the same words and nothing else, whose button fetches the words after and shows them. */
export async function withPlainPage<T>(words: Words, use: (address: string) => Promise<T>): Promise<T> {
  const server = createServer(({ url }, response) => {
    if (url === '/after') return response.end(words.after);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Plain</title><button>More</button><pre class="ready">${escaped(words.before)}</pre>
<script>
  const [button, words] = document.querySelectorAll('button, pre');
  button.onclick = async () => { words.textContent = await (await fetch('/after')).text(); };
</script>`);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`); // it listens on a port
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
