import { render, type VNode } from 'preact';

/** SVG elements as the text of a picture. */
export function svgMarkup(elements: VNode): string {
  const holder = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  render(elements, holder);
  return new XMLSerializer().serializeToString(holder);
}
