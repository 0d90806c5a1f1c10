import { worldTexts } from '../texts/en-world.ts';

/** Which areas are hatched as disputed, and what the borders of the map do not say. */
export function BordersNote() {
  const words = worldTexts;
  return (
    <details class="world-names">
      <summary>{words.disputedTitle}</summary>
      <p>{words.disputedNote}</p>
      <ul class="world-areas">
        {Object.entries(words.areas).map(([area, [name, why]]) => (
          <li key={area}>
            {name}: {why}
          </li>
        ))}
      </ul>
      <p>{words.disputedRest}</p>
    </details>
  );
}
