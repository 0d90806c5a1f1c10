import type { ComponentChildren } from 'preact';

interface Props {
  readonly class: string;
  /** What it holds, for who hears it. */
  readonly label: string;
  readonly children: ComponentChildren;
}

/** Around what may be wider or higher than there is room, and scrolls. */
export const ScrolledFrame = ({ class: name, label, children }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
  <section class={name} tabIndex={0} aria-label={label}>
    {children}
  </section>
);
