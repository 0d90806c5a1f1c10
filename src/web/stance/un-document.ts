/** A resolution of the General Assembly since its symbols name the session, or of a special session, as the UN or as tables of votes write it. */
const resolution = /^(?:A\/RES|R)\/((?:E?S-)?\d+)\/(\d+)$/;

/** Where the UN shows the document of a symbol; null for a symbol that does not tell. */
export function unDocument(symbol: string | null): string | null {
  const [, session, number] = resolution.exec(symbol?.trim() ?? '') ?? [];
  if (session === undefined) return null;
  const isNamed = /S-/.test(session) || Number(session) >= 31;
  return isNamed ? `https://docs.un.org/en/A/RES/${session}/${Number(number)}` : null;
}
