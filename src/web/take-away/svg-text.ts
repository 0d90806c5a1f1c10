const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text escaped for SVG, including attributes. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** Breaks text into lines of at most so many characters; a longer word has its own line. */
export function linesOf(text: string, longest: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Cuts text into pieces of at most so many characters, where an address has no spaces: a part of it would lead nowhere. */
export const piecesOf = (text: string, longest: number): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / longest) }, (_, piece) =>
    text.slice(piece * longest, (piece + 1) * longest),
  );
