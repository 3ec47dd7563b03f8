import type { Page } from '@playwright/test';
import { crc32, deflateSync } from 'node:zlib';

/** A picture as a file input takes it. */
export interface Picture {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A grey PNG, as small as a picture may be; for filings whose photos nobody looks at. */
export function png(width = 64, height = 48): Buffer {
  const chunk = (kind: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
    return Buffer.concat([uint32(body.length), named, uint32(crc32(named))]);
  };
  // Eight bits a pixel, grey.
  const head = Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 0, 0, 0, 0])]);
  // Each row begins with its filter: none.
  const rows = Buffer.concat(Array.from({ length: height }, () => Buffer.from([0, ...Array<number>(width).fill(128)])));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/** A JPEG that the browser draws: plain, or of noise, which no encoder makes small. */
export async function jpeg(page: Page, name: string, width: number, height: number, noise = false): Promise<Picture> {
  const base64 = await page.evaluate(
    async ({ width, height, noise }) => {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('this browser does not draw');
      context.fillStyle = 'steelblue';
      context.fillRect(0, 0, width, height);
      if (noise) {
        const image = context.getImageData(0, 0, width, height);
        const pixels = new Uint32Array(image.data.buffer);
        for (let at = 0; at < pixels.length; at += 1) pixels[at] = (Math.random() * 2 ** 32) | 0xff000000;
        context.putImageData(image, 0, 0);
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: noise ? 1 : 0.9 });
      const reader = new FileReader();
      return new Promise<string>((resolve, reject) => {
        reader.onload = () => resolve(String(reader.result).replace(/^.*,/, ''));
        reader.onerror = () => reject(reader.error);
        reader.readAsDataURL(blob);
      });
    },
    { width, height, noise },
  );
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
}

/** The same picture as a camera held upright leaves it: lying on its side, with a note to turn it. */
export function onItsSide(picture: Picture): Picture {
  const ORIENTATION = 0x0112;
  const TURN_RIGHT = 6;
  return withExif(picture, [entry(ORIENTATION, SHORT, 1, Buffer.from([TURN_RIGHT, 0, 0, 0]))]);
}

/** The same picture with the place where it was taken: 22°58′N 113°45′E, in Dongguan. */
export function withPlace(picture: Picture): Picture {
  const GPS = 0x8825;
  const degrees = (whole: number, minutes: number) =>
    Buffer.concat([whole, 1, minutes, 1, 0, 1].map((figure) => uint32(figure, true)));
  // The tags of the place stand behind the one entry that points to them, their figures behind them.
  const tags = 8 + directory([]).length + 12;
  const figures = tags + directory([]).length + 4 * 12;
  const place = directory([
    entry(1, ASCII, 2, Buffer.from('N\0\0\0')),
    entry(2, RATIONAL, 3, uint32(figures, true)),
    entry(3, ASCII, 2, Buffer.from('E\0\0\0')),
    entry(4, RATIONAL, 3, uint32(figures + 24, true)),
  ]);
  const behind = Buffer.concat([place, degrees(22, 58), degrees(113, 45)]);
  return withExif(picture, [entry(GPS, LONG, 1, uint32(tags, true))], behind);
}

const [ASCII, SHORT, LONG, RATIONAL] = [2, 3, 4, 5];

function withExif(picture: Picture, entries: Buffer[], behind = Buffer.alloc(0)): Picture {
  // "II*": the figures that follow have their low byte first.
  const tiff = Buffer.concat([Buffer.from('II*\0'), uint32(8, true), directory(entries), behind]);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const marker = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff]);
  const start = picture.buffer.subarray(0, 2);
  return { ...picture, buffer: Buffer.concat([start, marker, body, picture.buffer.subarray(2)]) };
}

function directory(entries: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([entries.length, 0]), ...entries, uint32(0)]);
}

function entry(tag: number, kind: number | undefined, count: number, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag & 0xff, tag >> 8, kind ?? 0, 0]), uint32(count, true), value]);
}

function uint32(figure: number, lowFirst = false): Buffer {
  const bytes = Buffer.alloc(4);
  if (lowFirst) bytes.writeUInt32LE(figure);
  else bytes.writeUInt32BE(figure);
  return bytes;
}
