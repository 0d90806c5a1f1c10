import { useEffect, useRef, useState } from 'preact/hooks';
import type { Address } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import { CompareView } from '../compare/compare-view.tsx';
import { Loading } from '../states/loading.tsx';
import { Nowhere } from '../states/nowhere.tsx';
import { texts } from '../texts/texts.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { PrintedSource } from './printed-source.tsx';
import { type View, views } from './view.ts';
import './frame.css';

/** The whole page: the frame that all views share, and the view of the address. */
export function App() {
  const address = useAddress();
  const main = useRef<HTMLElement>(null);
  const shown = `${address.view}/${address.key}`;
  const before = useRef(shown);
  // Moves the focus for users who follow a link by keyboard or screen reader.
  useEffect(() => {
    if (before.current !== shown) main.current?.focus({ preventScroll: true });
    before.current = shown;
  }, [shown]);
  return (
    <>
      <a class="skip" href="#main">
        {texts.frame.skip}
      </a>
      <Header address={address} />
      <PrintedSource />
      <main id="main" ref={main} tabIndex={-1}>
        <Shown key={address.view} address={address} />
      </main>
      <Footer />
    </>
  );
}

function Shown({ address }: { readonly address: Address }) {
  const { view } = address;
  const load = view === 'compare' || view === 'nowhere' ? null : views[view];
  const [Loaded, setLoaded] = useState<View | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    load?.().then(
      (loaded) => setLoaded(() => loaded),
      () => setFailed(true),
    );
  }, [load]);
  if (view === 'compare') return <CompareView address={address} />;
  if (load === null) return <Nowhere />;
  if (failed) return <p class="notice">{texts.states.viewFailed}</p>;
  return Loaded === null ? <Loading what={texts.states.what.view} /> : <Loaded address={address} />;
}
