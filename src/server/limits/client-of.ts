import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

/**
 * Who asks, as far as limits are concerned: an IPv4 address, or the first 64 bits of an IPv6 address, all of which one household has. Of
 * X-Forwarded-For as many entries are believed as there are proxies, counted from the right: the rest is what anybody may have written.
 */
export function clientOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>, proxies: number): string {
  const own = socket.remoteAddress ?? '';
  if (proxies === 0) return networkOf(own);
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',', 100);
  const chain = [...forwarded.map(withoutPort), own].filter((address) => isIP(address) !== 0);
  return networkOf(chain.at(-1 - proxies) ?? chain[0] ?? own);
}

/** Some proxies add the port: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
const withoutPort = (text: string): string =>
  text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1');

function networkOf(address: string): string {
  if (!address.includes(':') || !isIPv6(address)) return address; // the first is what nearly all need
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').toLowerCase().split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  const groups = [...first, ...zeros, ...last].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
