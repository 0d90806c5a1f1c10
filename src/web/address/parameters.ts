/** The entries of a list such as `parties=CN,RU`, each once; null if the parameter is missing. */
export function listIn(parameters: URLSearchParams, name: string): readonly string[] | null {
  const text = parameters.get(name);
  if (text === null) return null;
  return [...new Set(text.split(',').map((one) => one.trim()))].filter((one) => one !== '');
}

/** A day such as `2022-02-04`; null if it is missing or not a valid date. */
export function dayIn(parameters: URLSearchParams, name: string): string | null {
  const text = parameters.get(name) ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : text;
}

/** A whole number from 0; null if it is missing or invalid. */
export function numberIn(parameters: URLSearchParams, name: string): number | null {
  const text = parameters.get(name) ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** A value of a closed set; null if it is missing or invalid. */
export function choiceIn<Choice extends string>(
  parameters: URLSearchParams,
  name: string,
  choices: readonly Choice[],
): Choice | null {
  const text = parameters.get(name);
  return choices.find((choice) => choice === text) ?? null;
}
