/**
 * The target of a request in the form that servers usually get. Proxies send the absolute form, `http://host/path?query`, and every server has to
 * take it (RFC 9112, 3.2.2); what is no absolute address stays as it is.
 */
export function originForm(target: string): string {
  const [, rest] = /^https?:\/\/[^/?#]*(.*)$/is.exec(target) ?? [];
  if (rest === undefined) return target;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

const encodedBytes = /(?:%[0-9a-f]{2})+/gi;
const aboveAscii = /%[89a-f]/i;

/**
 * Whether the percent-encoded bytes of a target are UTF-8: for others, whatever reads parameters later would take U+FFFD. Bytes beyond ASCII that are not
 * encoded are refused by Node.
 */
export const isUtf8Target = (target: string): boolean =>
  !aboveAscii.test(target) || (target.match(encodedBytes) ?? []).every(isEncodedUtf8);

function isEncodedUtf8(bytes: string): boolean {
  try {
    decodeURIComponent(bytes);
    return true;
  } catch {
    return false;
  }
}
