import type { ComponentChildren } from 'preact';
import { texts } from '../texts/texts.ts';
import './states.css';

interface Props {
  readonly isPrevious: boolean;
  readonly children: ComponentChildren;
}

/** Marks what is still shown of an earlier question when a later one failed: it says so, and looks it. */
export function Previous({ isPrevious, children }: Props) {
  return (
    <div class={isPrevious ? 'previous' : undefined}>
      {isPrevious && <p class="previous-note">{texts.frame.previous}</p>}
      {children}
    </div>
  );
}
