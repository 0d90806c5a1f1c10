const millisecondsPerDay = 86_400_000;

/**
 * For how long an answer may be kept: so many seconds, and when it was computed as of a day not past the end of that. After it, every cache
 * asks whether it is still so.
 */
export function cacheControl(seconds: number, day: number | null, now: Date): string {
  const ofDay = day === null ? Number.POSITIVE_INFINITY : (day + 1) * millisecondsPerDay - now.getTime();
  const age = Math.max(0, Math.min(seconds, Math.floor(ofDay / 1_000)));
  return `public, max-age=${age}, must-revalidate`;
}
