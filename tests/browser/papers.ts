import { spawnSync } from 'node:child_process';
import { type APIRequestContext, expect } from '@playwright/test';

/** A paper as the address gives it, which must be a PDF. */
export async function paperAt(request: APIRequestContext, address: string): Promise<Buffer> {
  const answer = await request.get(address);
  expect(answer.status(), address).toBe(200);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  return answer.body();
}

/** What poppler, which is not ours, makes of a PDF. */
function poppler(program: string, options: string[], pdf: Buffer): Buffer {
  const { stdout, stderr, status } = spawnSync(program, options, { input: pdf, maxBuffer: 64 * 1024 * 1024 });
  expect(status, `${program}: ${stderr?.toString() ?? 'tests/setup.sh test installs poppler-utils'}`).toBe(0);
  return stdout;
}

/** Its text, without the blanks that set it apart on the page. */
export function textOf(pdf: Buffer): string {
  return poppler('pdftotext', ['-layout', '-', '-'], pdf).toString().replace(/[^\S\n]+/g, ' ');
}

/** Its first page as a picture, 150 dots an inch. */
export function pictureOf(pdf: Buffer): Buffer {
  return poppler('pdftoppm', ['-png', '-r', '150', '-singlefile', '-'], pdf);
}
