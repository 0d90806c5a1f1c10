import { variables } from './variables.ts';

/** One line per environment variable: name, meaning, default. */
export function describeVariables(): string {
  const width = Math.max(...Object.values(variables).map(({ name }) => name.length));
  const lines = Object.values(variables).map(({ name, description, fallback }) => {
    const otherwise = fallback === null ? '' : ` [${fallback}]`;
    return `  ${name.padEnd(width)}  ${description}${otherwise}`;
  });
  return lines.join('\n');
}
