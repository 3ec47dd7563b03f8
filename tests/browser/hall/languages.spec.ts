import type { Page } from '@playwright/test';
import { axe, expect, test } from '../fixtures.ts';
import { life } from '../life.ts';
import { type Reading, chinese, fits, reads } from '../reading.ts';

/** As narrow as the hall is promised to fit, and so long that the bar at the bottom lies on nothing. */
test.use({ viewport: { width: 360, height: 2600 } });

const FORM = ['what', 'place', 'photos', 'contact', 'check'].map((page) => `/file/LEAK/${page}`);
const OPEN = ['/', '/services', '/services/NEW', '/services/BILL', '/calculator', '/calculator?volume=40&persons=5&hardship=true', '/cases', '/me', '/events', '/nowhere', ...FORM];

/** A draft, without which the middle of a form does not open. */
async function begins(page: Page, { lang }: Reading): Promise<void> {
  await page.goto('/file/LEAK/what');
  await page.getByRole('radio', { name: lang === 'en' ? 'Dripping or seeping' : '滴水、渗水' }).check();
}

async function looksRight(page: Page, address: string, { elder = false }: Reading): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // Pages fetch what they show; the shapes that stand for it meanwhile are no page.
  await page.waitForLoadState('networkidle');
  await fits(page);
  // In letters of the usual size each page is held to it where it is tested by itself.
  if (elder) await axe(page);
}

const READINGS: [string, Reading, 'light' | 'dark'][] = [
  ['in English', { lang: 'en' }, 'light'],
  ['in large letters', { lang: 'zh', elder: true }, 'light'],
  ['in English, in large letters, in the dark', { lang: 'en', elder: true }, 'dark'],
];

for (const [how, reading, colorScheme] of READINGS) {
  test.describe(how, () => {
    test.use({ colorScheme });

    test('the pages that are open to all fit a small phone', async ({ page }) => {
      await reads(page, reading);
      await begins(page, reading);
      for (const address of OPEN) {
        await looksRight(page, address, reading);
        if (reading.lang === 'en') expect(await chinese(page), address).toEqual([]);
      }
    });

    test("the pages of one's own cases fit a small phone", async ({ page, context, city }) => {
      const { resident, addresses } = await life(city);
      await resident.sitsAt(context);
      await reads(page, reading);
      for (const address of [...addresses, '/messages', '/me', '/me/data']) await looksRight(page, address, reading);
    });
  });
}

test('the language and the letters are kept, and told to the server', async ({ page, context, city }) => {
  const resident = await city.resident();
  await resident.sitsAt(context);
  await page.goto('/me');
  // Reloading before the server has been told would take the word back.
  const told = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/me') && answer.request().method() === 'PATCH');
  await page.getByRole('button', { name: 'English' }).click();
  await told;
  await expect(page.getByRole('heading', { level: 1, name: 'Me' })).toBeVisible();
  const larger = page.getByRole('button', { name: 'Larger', exact: true });
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/me') && answer.request().method() === 'PATCH');
  await larger.click();
  await kept;
  await expect(larger).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Me' })).toBeVisible();
  await expect(larger).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect
    .poll(async () => (await page.request.get('/api/v1/me')).json())
    .toMatchObject({ lang: 'en', text_size: 'elder' });
});

test('every target in large letters is large enough for a thumb', async ({ page }) => {
  await reads(page, { lang: 'zh', elder: true });
  await begins(page, { lang: 'zh' });
  for (const address of ['/', '/services/LEAK', '/calculator?volume=40&persons=5&hardship=true', '/file/LEAK/place', '/me']) {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    const small = await page.getByRole('main').evaluate((main) => {
      const targets = [...main.querySelectorAll('a[href], button, select, input:not([type=radio], [type=file])')];
      const sizes = targets.filter((node) => node.checkVisibility()).map((node) => ({ node, box: node.getBoundingClientRect() }));
      return sizes.filter(({ box }) => box.height < 59.5).map(({ node, box }) => `${node.textContent} ${box.height}`);
    });
    expect(small, address).toEqual([]);
  }
});
