import { type Example, exampleGroups } from './examples.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

/** An example as the fragment of an address that opens the playground with it. */
export const fragmentOf = ({ query, variables }: Example): string =>
  `${new URLSearchParams({ query, ...(variables !== '' && { variables }) })}`;

const option = (example: Example) =>
  `<option value="${escaped(fragmentOf(example))}">${escaped(example.question)}</option>`;

const groups = exampleGroups.map(
  ({ title, examples }) => `<optgroup label="${escaped(title)}">${examples.map(option).join('')}</optgroup>`,
);

/** Above GraphiQL: the way back to the explorer, and the examples by what one wants to do. */
export const playgroundBar = `<header class="concord-bar">
<a href="./">← Concord</a>
<label>Examples <select id="examples"><option value="">Choose a question</option>${groups.join('')}</select></label>
</header>`;

export const playgroundStyle = `
body { display: flex; flex-direction: column; height: 100vh; margin: 0; }
#root { flex: 1; min-height: 0; }
#root .graphiql-container { height: 100%; }
.concord-bar {
  display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; padding: 0.5rem 1rem;
  font: 0.9375rem system-ui, sans-serif; color-scheme: light dark;
  color: light-dark(#1d2126, #eceae4); background: light-dark(#fdfcf9, #14171a);
}
.concord-bar a { color: light-dark(#1a5e8a, #8cc4ec); }
.concord-bar select { max-width: min(36rem, 70vw); font: inherit; }
`;
