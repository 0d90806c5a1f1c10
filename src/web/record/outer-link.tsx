import { texts } from '../texts/texts.ts';

interface Props {
  readonly url: string;
  /** Its words; without any, the host. */
  readonly label?: string;
}

/** A link to an external page. */
export function OuterLink({ url, label = hostOf(url) }: Props) {
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {label}
      <span class="unseen"> {texts.stance.newTab}</span>
      <span aria-hidden="true"> ↗</span>
    </a>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return url;
  }
}
