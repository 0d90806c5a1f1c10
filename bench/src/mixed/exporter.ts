import { answerName } from '../steady/answer-name.ts';

const create = `mutation { createExport(input: { name: "bench", destination: "local", formats: [CSV], keep: 2 }) {
  __typename ... on Error { code message } } }`;
const run = 'mutation { runExport(input: { name: "bench" }) { __typename ... on Error { code message } } }';

/** Has the server publish the whole ledger as CSV. */
export class Exporter {
  readonly #api: string;
  readonly #key: string;

  constructor(api: string, key: string) {
    this.#api = api;
    this.#key = key;
  }

  define = (): Promise<string> => this.#send(create);
  run = (): Promise<string> => this.#send(run);

  /** How the published files are answered. */
  async read(): Promise<string> {
    const response = await fetch(new URL('/exports/bench/latest/stances.csv', this.#api));
    let bytes = 0;
    for await (const chunk of response.body ?? []) bytes += chunk.length;
    return bytes === 0 ? 'nothing' : String(response.status);
  }

  async #send(query: string): Promise<string> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.#key}` };
    const response = await fetch(this.#api, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const text = await response.text();
    const type = /"__typename":"(\w+)"/.exec(text)?.[1] ?? '';
    return `${answerName(response.status, text)} ${type}`.trim();
  }
}
