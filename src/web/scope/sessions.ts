const mostSessions = 200;

/** Session numbers from texts such as `70-75` and `60`, unique and sorted; null if there are none. Invalid parts are ignored. */
export function readSessions(texts: readonly string[]): readonly number[] | null {
  const numbers = texts.flatMap((text) => {
    const [, first, last = first] = /^\s*(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\s*$/.exec(text) ?? [];
    if (first === undefined) return [];
    const from = Number(first);
    return Array.from(
      { length: Math.max(0, Math.min(Number(last) - from + 1, mostSessions)) },
      (_, index) => from + index,
    );
  });
  const sessions = [...new Set(numbers)].sort((a, b) => a - b);
  return sessions.length === 0 ? null : sessions;
}

/** Session numbers as text, with consecutive numbers as ranges. */
export function writeSessions(sessions: readonly number[]): readonly string[] {
  const ranges: [number, number][] = [];
  for (const session of sessions) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === session - 1) last[1] = session;
    else ranges.push([session, session]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
}
