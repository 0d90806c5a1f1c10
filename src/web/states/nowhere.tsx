import { writeAddress } from '../address/address.ts';
import './states.css';

/** Shown for an unknown address. */
export function Nowhere({ what = 'There is nothing at this address.' }: { readonly what?: string }) {
  return (
    <div class="notice">
      <h1>{what}</h1>
      <p>
        It may have been mistyped. <a href={writeAddress('/')}>Compare positions</a> instead.
      </p>
    </div>
  );
}
