import { groupColours, markPath } from './marks.ts';

/** The mark of a group, as on the map. */
export function Mark({ colour }: { readonly colour: number }) {
  const colours = { '--light': groupColours.light[colour], '--dark': groupColours.dark[colour] };
  return (
    <svg class="group-mark" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" style={colours}>
      <path d={markPath(colour)} />
    </svg>
  );
}
