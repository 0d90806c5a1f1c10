/** Names an answer by its HTTP status and the code of its first error: `200`, `200 BAD_INPUT`, `503 REQUEST_TIMEOUT`. */
export function answerName(status: number, body: string): string {
  const code = /"errors":\[.*?"code":"(\w+)"/s.exec(body.slice(0, 100_000))?.[1];
  return code === undefined ? String(status) : `${status} ${code}`;
}
