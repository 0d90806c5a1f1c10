import { useState } from 'preact/hooks';
import { texts } from '../texts/texts.ts';

/** A button that copies an address, and says so. */
export function CopyLink({ address }: { readonly address: string }) {
  const [said, say] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => say(texts.share.linkCopied),
      () => say(texts.share.copyFailed),
    );
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {texts.share.link}
      </button>
      <span class="soft" role="status">
        {said}
      </span>
    </>
  );
}
