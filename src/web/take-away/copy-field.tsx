import { useState } from 'preact/hooks';
import { texts } from '../texts/texts.ts';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly text: string;
}

/** A text to take elsewhere, with a button that copies it. */
export function CopyField({ label, hint, text }: Props) {
  const [said, say] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say(texts.share.copied),
      () => say(texts.share.copyFailed),
    );
  return (
    <div class="copy-field">
      <strong>{label}</strong>
      <button type="button" class="inline" onClick={() => void copy()}>
        {texts.share.copy}
        <span class="unseen">: {label}</span>
      </button>
      <span class="soft" role="status">
        {said}
      </span>
      {hint !== undefined && <p class="soft">{hint}</p>}
      <pre>{text}</pre>
    </div>
  );
}
