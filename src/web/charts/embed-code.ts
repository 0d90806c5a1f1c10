/** A frame of another site that shows a chart, as HTML. */
export function embedCode(address: string, title: string): string {
  const named = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${address.replaceAll('&', '&amp;')}" title="${named}" width="100%" height="520" loading="lazy" style="border:0"></iframe>`;
}
