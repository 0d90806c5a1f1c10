import { texts } from '../texts/texts.ts';

/** Twice the resolution of a standard screen; less for pictures that exceed the size of a canvas. */
const finest = 2;
const mostPixels = 40_000_000;

/** An SVG picture, with its width and height in pixels in it, as PNG. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(finest, Math.sqrt(mostPixels / (image.width * image.height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(image.width * scale);
    canvas.height = Math.floor(image.height * scale);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error(texts.share.noCanvas);
    context.scale(scale, scale);
    context.drawImage(image, 0, 0);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error(texts.share.tooLarge)) : resolve(blob)), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
