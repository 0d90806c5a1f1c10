import { answerName } from '../steady/answer-name.ts';

const millisecondsPerDay = 86_400_000;
const firstDay = Date.UTC(1950, 0, 1);

const record = `mutation Record($input: RecordStancesInput!) { recordStances(input: $input) {
  __typename ... on Revised { revision { number } changed } ... on Error { code message } } }`;

/** Records one stance after another over the API, each with an idempotency key, every third sent twice. */
export class Writer {
  readonly #api: string;
  readonly #key: string;
  #written = 0;

  constructor(api: string, key: string) {
    this.#api = api;
    this.#key = key;
  }

  /** Writes once; how each sending was answered. */
  async write(): Promise<string[]> {
    const n = this.#written++;
    const stance = {
      party: 'FR',
      proposition: 'tw-inalienable',
      heldFrom: new Date(firstDay + n * millisecondsPerDay).toISOString().slice(0, 10),
      position: n % 2 === 0 ? 'NEUTRAL' : 'OPPOSE',
      basis: 'OWN_STATEMENT',
      confidence: 'LOW',
      citations: [{ document: 'seed-gt-2022-02-04', locator: 'para 5', verification: 'FROM_KNOWLEDGE' }],
    };
    const input = { message: `bench ${n}`, idempotencyKey: `bench-${n}`, stances: [stance] };
    const first = await this.#send(input);
    if (n % 3 !== 0) return [first.name];
    const second = await this.#send(input);
    const same = second.text === first.text || first.name !== '200' || second.name !== '200';
    return [first.name, same ? `${second.name} again` : '500 another answer to the same key'];
  }

  async #send(input: unknown): Promise<{ readonly name: string; readonly text: string }> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.#key}` };
    const body = JSON.stringify({ query: record, variables: { input } });
    try {
      const response = await fetch(this.#api, { method: 'POST', headers, body });
      const text = await response.text();
      const refused = /"__typename":"(?!StancesRevised)(\w+)"/.exec(text)?.[1];
      return { name: refused === undefined ? answerName(response.status, text) : `200 ${refused}`, text };
    } catch {
      return { name: 'no answer', text: '' };
    }
  }
}
