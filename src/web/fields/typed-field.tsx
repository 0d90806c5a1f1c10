import { useEffect, useId, useRef, useState } from 'preact/hooks';
import './fields.css';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly pattern?: string;
  readonly change: (value: string) => void;
}

/** Milliseconds between two values that are told while one is typed. */
const typingMs = 120;

/** A field whose value is told as it is typed, at once after a pause and by Enter, and not with every letter of whoever types fast. */
export function TypedField({ label, hint, value, pattern, change }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const toldAt = useRef(0);
  const tell = (text: string) => {
    if (text === told.current) return;
    told.current = text;
    toldAt.current = performance.now();
    change(text);
  };
  // The address has changed, as by the browser's back.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    const wait = toldAt.current + typingMs - performance.now();
    if (wait <= 0) return tell(typed);
    const timer = setTimeout(() => tell(typed), wait);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="search"
        value={typed}
        pattern={pattern}
        placeholder={hint}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter') tell(typed);
        }}
      />
    </div>
  );
}
