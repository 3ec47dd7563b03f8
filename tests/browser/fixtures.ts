import { AxeBuilder } from '@axe-core/playwright';
import { type Page, test as base, expect } from '@playwright/test';
import { City } from './city.ts';
import { type Server, start } from './server.ts';

/** What a test may ask for, beside Playwright's own; `page.goto('/')` leads to the server. */
export const test = base.extend<{ city: City }, { server: Server }>({
  server: [
    // Playwright reads from the first parameter's pattern what a fixture depends on: nothing.
    async ({}, use) => {
      const server = await start();
      await use(server);
      await server.stop();
    },
    // It fills the demo city first, which takes a while where the machine is busy.
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  city: async ({ server }, use) => {
    const city = new City(server.url);
    await use(city);
    await city.leave();
  },
});

/** Holds the page to WCAG 2.2 AA, as far as a program can see. */
export async function axe(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  // What lies under the tab bar comes out from under it by scrolling, but axe would take it for covered: so the whole page is
  // shown at once.
  const seen = page.viewportSize();
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  const stretch = seen !== null && tall > seen.height;
  if (stretch) await page.setViewportSize({ ...seen, height: tall });
  // Our pages hold no frames, whose findings would have to be put together on a page of its own. What is right need not
  // be listed.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await builder.withTags(tags).analyze();
  if (stretch) await page.setViewportSize(seen);
  const found = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.target.join(' ')) }));
  expect(found).toEqual([]);
}

export { type Page, expect };
