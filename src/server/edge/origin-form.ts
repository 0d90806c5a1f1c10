/**
 * The target of a request in the form that servers usually get. Proxies send the absolute form, `http://host/path?query`, and every server has to
 * take it (RFC 9112, 3.2.2); what is no absolute address stays as it is.
 */
export function originForm(target: string): string {
  const [, rest] = /^https?:\/\/[^/?#]*(.*)$/is.exec(target) ?? [];
  if (rest === undefined) return target;
  return rest.startsWith('/') ? rest : `/${rest}`;
}
