const json = 'application/json';
const graphqlResponse = 'application/graphql-response+json';

export type AnswerFormat = typeof json | typeof graphqlResponse;

/** The media type that the GraphQL server chooses for an Accept header; null when it is none of its usual ones. */
export function answerFormat(accept = '*/*'): AnswerFormat | null {
  for (const range of accept.replace(/\s/g, '').toLowerCase().split(',')) {
    const [type = '', ...parameters] = range.split(';');
    if (parameters.some((parameter) => /charset=(?!utf-8$)/.test(parameter))) continue;
    if (type === json || type === 'application/*' || type === '*/*') return json;
    if (type === graphqlResponse) return graphqlResponse;
  }
  return null;
}
