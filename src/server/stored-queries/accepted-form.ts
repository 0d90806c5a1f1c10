interface Accepted {
  readonly type: string;
  readonly quality: number;
}

/** The media types of an Accept header, the most wanted first. */
const acceptedTypes = (header: string): Accepted[] =>
  header
    .split(',')
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const quality = parameters.find((text) => text.startsWith('q='))?.slice(2);
      return { type, quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);

/**
 * Which of some media types a client wants most; the first of them when it names none. A wildcard names none.
 */
export function acceptedForm(header: string | undefined, offered: readonly string[]): string {
  const named = acceptedTypes(header ?? '').find(({ type }) => offered.includes(type));
  return named?.type ?? offered[0] ?? '';
}
