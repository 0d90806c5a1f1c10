// Longer texts seldom come twice.
const longest = 48;
const slots = 1 << 11;

/**
 * Reads texts and gives the same string for the same bytes as long as it can: most columns hold few different texts, and to make a
 * string from bytes costs more than to compare them with those of the last string in the slot.
 */
export function internedTexts(): (data: Buffer, at: number, length: number) => string {
  const texts: string[] = new Array(slots).fill('');
  const lengths = new Uint8Array(slots);
  const bytes = new Uint8Array(slots * longest);
  let last = 0;
  return (data, at, length) => {
    if (length > longest) return data.toString('utf8', at, at + length);
    if (lengths[last] === length && isSame(bytes, last * longest, data, at, length)) return texts[last] as string;
    last = slotOf(data, at, length);
    const start = last * longest;
    if (lengths[last] === length && isSame(bytes, start, data, at, length)) return texts[last] as string;
    const text = data.toString('utf8', at, at + length);
    texts[last] = text;
    lengths[last] = length;
    for (let place = 0; place < length; place++) bytes[start + place] = data[at + place] as number;
    return text;
  };
}

function slotOf(data: Uint8Array, at: number, length: number): number {
  let hash = length;
  for (let place = at; place < at + length; place++) hash = (Math.imul(hash, 31) + (data[place] as number)) | 0;
  return (hash ^ (hash >>> 11) ^ (hash >>> 22)) & (slots - 1);
}

// From the end: keys of one kind begin alike.
function isSame(known: Uint8Array, start: number, data: Uint8Array, at: number, length: number): boolean {
  for (let place = length - 1; place >= 0; place--) if (known[start + place] !== data[at + place]) return false;
  return true;
}
