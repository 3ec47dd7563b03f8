import { type Page } from '@playwright/test';
import jsQR from 'jsqr';

/** The jsqr package is CommonJS, whose one export a module finds one level deeper. */
export const readCode = ((jsQR as unknown as { default?: typeof jsQR }).default ?? jsQR) as unknown as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null;

/** The pixels of a picture, read by the browser itself. */
export async function pixels(page: Page, png: Buffer): Promise<{ data: Uint8ClampedArray; width: number; height: number }> {
  const read = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (!context) throw new Error('this browser does not draw');
    context.drawImage(bitmap, 0, 0);
    const blob = new Blob([context.getImageData(0, 0, width, height).data]);
    const address = await new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.readAsDataURL(blob);
    });
    // As text it crosses to us in a moment; as a list of numbers it takes many seconds.
    return { data: address.split(',')[1] ?? '', width, height };
  }, png.toString('base64'));
  return { ...read, data: Uint8ClampedArray.from(Buffer.from(read.data, 'base64')) };
}
