import type { ComponentProps } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Props extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onInput'> {
  readonly value: string;
  readonly enter: (input: HTMLInputElement) => void;
}

/** An input whose value is told once it is entered; what is being typed stays while answers come and the view is drawn anew. */
export function EnteredInput({ value, enter, ...rest }: Props) {
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
