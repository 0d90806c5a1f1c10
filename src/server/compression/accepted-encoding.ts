/** How the body of an answer is packed. */
export type Encoding = 'br' | 'gzip';

// The one that packs better first.
const encodings: readonly Encoding[] = ['br', 'gzip'];

// Clients send few different headers, each with every request.
const read = new Map<string, Encoding | null>();
const mostRead = 200;

/** The packing that a client wants most by its Accept-Encoding header; null when it takes the answer only as it is. */
export function acceptedEncoding(header: string | undefined): Encoding | null {
  if (header === undefined) return null;
  const before = read.get(header);
  if (before !== undefined) return before;
  const wanted = wantedMost(header);
  if (read.size < mostRead) read.set(header, wanted);
  return wanted;
}

function wantedMost(header: string): Encoding | null {
  const qualities = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const quality = parameters.find((text) => text.startsWith('q='))?.slice(2) ?? '1';
    qualities.set(
      name === 'x-gzip' ? 'gzip' : name,
      /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(quality) ? Number(quality) : 0,
    );
  }
  const ofOthers = qualities.get('*') ?? 0;
  let wanted: Encoding | null = null;
  let most = 0;
  for (const encoding of encodings) {
    const quality = qualities.get(encoding) ?? ofOthers;
    if (quality > most) [wanted, most] = [encoding, quality];
  }
  // Who would rather have it as it is says so.
  return (qualities.get('identity') ?? 0) > most ? null : wanted;
}
