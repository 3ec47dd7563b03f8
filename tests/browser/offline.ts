import { type Page, expect, test as base } from './fixtures.ts';
import { Wire } from './wire.ts';

/** Tests whose pages reach the server by a line that they can cut, with the service worker that keeps the hall. */
export const test = base.extend<{ wire: Wire }>({
  serviceWorkers: 'allow',
  wire: async ({ server }, use) => {
    const wire = await Wire.to(server.url);
    await use(wire);
    await wire.end();
  },
  baseURL: async ({ wire }, use) => use(wire.url),
});

/** Waits until the hall is kept whole, after which it opens without a network. */
export async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** There is a network again, and the phone notices. */
export async function back(page: Page, wire: Wire): Promise<void> {
  wire.mend();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
}

/** Something that was done without a network, as a page left it: for tests of what becomes of it. */
export interface Errand {
  key: string;
  path: string;
  body: object;
  title: string;
  mend?: string;
  /** How many seconds ago it was done. */
  ago?: number;
}

/** Leaves errands on the phone, in this order, as they lie there when the browser is opened again. */
export async function leave(page: Page, errands: Errand[]): Promise<void> {
  const texts = errands.map(({ key, path, body, title, mend, ago = 0 }, place) => {
    const errand = { kind: 'turn', title: { zh: title, en: title }, path, body, mend };
    return [key, JSON.stringify({ errand, key, place, done: new Date(Date.now() - ago * 1000).toISOString() })] as const;
  });
  await page.evaluate((texts) => {
    for (const [key, text] of texts) localStorage.setItem(`shuiting-errand-${key}`, text);
  }, texts);
}

/** The line on every page that says that something waits. */
export function bar(page: Page) {
  return page.getByRole('link', { name: '看看', exact: true });
}

export { expect };
