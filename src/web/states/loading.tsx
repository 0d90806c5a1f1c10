import { texts } from '../texts/texts.ts';
import './states.css';

/** A placeholder for content: animated lines, and a text for screen readers. `slow`: shows that it takes long. */
export function Loading({ what, slow = false }: { readonly what: string; readonly slow?: boolean }) {
  return (
    <div class="loading" role="status">
      <p>
        {texts.states.loading(what)} {slow && texts.states.slow}
      </p>
      <div class="loading-lines" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}
