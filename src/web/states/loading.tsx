import './states.css';

/** Stands where something will be: lines that breathe, and words for those who hear the page. `slow`: says that it takes long. */
export function Loading({ what, slow = false }: { readonly what: string; readonly slow?: boolean }) {
  return (
    <div class="loading" role="status">
      <p>
        Loading {what}…{slow && ' This takes longer than usual.'}
      </p>
      <div class="loading-lines" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}
