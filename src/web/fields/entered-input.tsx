import type { InputHTMLAttributes } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Entered {
  readonly value: string;
  readonly enter: (input: HTMLInputElement) => void;
}

/** Each of the kinds of inputs without what is set here. */
type Rest<Input> = Input extends unknown ? Omit<Input, keyof Entered | 'onInput' | 'onChange'> : never;

/** An input whose value is told once it is entered; what is being typed stays while answers come and the view is drawn anew. */
export function EnteredInput({ value, enter, ...rest }: Entered & Rest<InputHTMLAttributes>) {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => setTyped(null), [value]);
  return (
    <input
      {...rest}
      value={typed ?? value}
      onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      onChange={({ currentTarget }) => {
        enter(currentTarget);
        setTyped(null);
      }}
    />
  );
}
