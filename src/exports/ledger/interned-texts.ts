// Longer texts seldom come twice.
const longest = 48;
const slots = 1 << 13;

/**
 * Reads texts and gives the same string for the same bytes as long as it can: most columns hold few different texts, and to make a
 * string from bytes costs more than to compare them with those of the last string in the slot.
 */
export function internedTexts(): (data: Buffer, at: number, length: number) => string {
  const texts: string[] = new Array(slots).fill('');
  const bytes: Buffer[] = new Array(slots).fill(Buffer.alloc(0));
  return (data, at, length) => {
    if (length > longest) return data.toString('utf8', at, at + length);
    let hash = length;
    for (let place = at; place < at + length; place++) hash = (Math.imul(hash, 31) + (data[place] as number)) | 0;
    const slot = (hash ^ (hash >>> 13)) & (slots - 1);
    const known = bytes[slot] as Buffer;
    if (known.length === length && same(known, data, at)) return texts[slot] as string;
    const text = data.toString('utf8', at, at + length);
    texts[slot] = text;
    bytes[slot] = Buffer.from(data.subarray(at, at + length));
    return text;
  };
}

function same(known: Buffer, data: Buffer, at: number): boolean {
  for (let place = 0; place < known.length; place++) if (known[place] !== data[at + place]) return false;
  return true;
}
