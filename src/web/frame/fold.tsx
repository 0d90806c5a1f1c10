import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface Props {
  readonly summary: string;
  readonly class?: string;
  /** What is folded; made when it is unfolded, for it may be long. */
  readonly children: () => ComponentChildren;
}

/** A part of a view that is there once it is unfolded. */
export function Fold({ summary, children, class: name }: Props) {
  const [isOpen, open] = useState(false);
  return (
    <details class={name} onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children()}
    </details>
  );
}
