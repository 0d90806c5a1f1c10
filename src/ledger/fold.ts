// Letters that Unicode does not take apart into a plain one and a mark.
const plain: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const onlyAscii = /^[\x00-\x7f]*$/;

/** A text as search compares it: in small letters, without accents. */
export const fold = (text: string): string =>
  onlyAscii.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[øłđðıæœßþ]/g, (letter) => plain[letter] ?? letter);

/** The words of a folded text. */
export const wordsIn = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a text, folded. */
export const wordsOf = (text: string): string[] => wordsIn(fold(text));
