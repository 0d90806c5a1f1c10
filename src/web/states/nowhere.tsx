import { writeAddress } from '../address/address.ts';
import { texts } from '../texts/texts.ts';
import './states.css';

/** Shown for an unknown address. */
export function Nowhere({ what = texts.states.nowhere }: { readonly what?: string }) {
  return (
    <div class="notice">
      <h1>{what}</h1>
      <p>
        {texts.states.mistyped} <a href={writeAddress('/')}>{texts.states.instead}</a>.
      </p>
    </div>
  );
}
