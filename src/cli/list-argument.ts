import { InvalidArgumentError } from 'commander';

/** The values of an option with commas between them; the option may be repeated. Throws InvalidArgumentError for one that is none of `choices`. */
export const parseList =
  <Value extends string = string>(choices?: readonly Value[]) =>
  (text: string, before: readonly Value[] = []): readonly Value[] => {
    const parts = text.split(',').map((part) => part.trim());
    const wrong = parts.find((part) => part === '' || choices?.some((choice) => choice === part) === false);
    if (wrong !== undefined)
      throw new InvalidArgumentError(
        `Found "${wrong}", expected ${choices?.join(', ') ?? 'keys'}, with commas between them.`,
      );
    return [...before, ...(parts as Value[])]; // one of the choices each
  };
