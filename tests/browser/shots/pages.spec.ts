import type { APIRequestContext, Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { holder } from '../holders.ts';
import { type Life, life } from '../life.ts';
import { paperAt, pictureOf } from '../papers.ts';
import { type Reading, reads } from '../reading.ts';

const FOLDER = join(import.meta.dirname, '../results/shots');
const FORMS = { LEAK: ['what', 'place', 'photos', 'contact', 'check'], NEW: ['who', 'place', 'need', 'materials', 'check'] };
const OPEN = ['/', '/services', '/services/LEAK', '/services/NEW', '/services/TRANS', '/services/BILL', '/services/MOVE', '/services/OUT', '/water-near', '/services/RATE', '/cases', '/me', '/me/data', '/events'];
const HALL: [string, { width: number; height: number }, Reading[]][] = [
  ['phone', { width: 390, height: 844 }, [{ lang: 'zh' }, { lang: 'en' }]],
  ['elder', { width: 360, height: 640 }, [{ lang: 'zh', elder: true }, { lang: 'en', elder: true }]],
  ['wide', { width: 1440, height: 900 }, [{ lang: 'zh' }, { lang: 'en' }]],
];
/** Whose use of water has jumped in the latest month. */
const HOLDER = holder(5);
const WATER = `/water/${HOLDER.number}`;
/** Who owes three bills. */
const OWING = holder(53);
const DESK = { width: 1440, height: 900 };

async function shoot(page: Page, folder: string, address: string, name = address): Promise<void> {
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await keep(page, folder, name);
}

async function keep(page: Page, folder: string, name: string): Promise<void> {
  const file = name.replace(/^\//, '').replaceAll('/', '-') || 'home';
  const { width, height } = page.viewportSize() ?? DESK;
  // A screen as long as the page: else the bars at the bottom lie across its middle.
  const long = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, long) });
  await page.screenshot({ path: join(FOLDER, folder, `${file}.png`), animations: 'disabled' });
  await page.setViewportSize({ width, height });
}

/** The papers of cases, as they come out of the printer. */
async function prints(request: APIRequestContext, folder: string, numbers: Life['numbers'], lang: string): Promise<void> {
  await mkdir(join(FOLDER, folder), { recursive: true });
  for (const [what, number] of [['slip', numbers.asked], ['contract', numbers.asked], ['refusal', numbers.refused]] as const) {
    const pdf = await paperAt(request, `/api/v1/cases/${number}/print/${what}.pdf?side=desk&lang=${lang}`);
    await writeFile(join(FOLDER, folder, `print-${what}.png`), pictureOf(pdf));
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, viewport, readings] of HALL) {
    for (const reading of readings) {
      const folder = `${size}-${reading.lang}${colorScheme === 'dark' ? '-dark' : ''}`;
      test.describe(folder, () => {
        test.use({ viewport, colorScheme, deviceScaleFactor: 2 });

        test('the hall', async ({ page, context, city }) => {
          const { resident, numbers, addresses } = await life(city);
          await reads(page, reading);
          await shoot(page, folder, '/sign-in');
          await resident.sitsAt(context);
          for (const [code, pages] of Object.entries(FORMS)) {
            await page.goto(`/file/${code}/${pages[0]}`);
            await page.getByRole('radio').first().check();
            for (const key of pages) await shoot(page, folder, `/file/${code}/${key}`);
          }
          await shoot(page, folder, '/calculator?volume=40&persons=5', '/calculator');
          await shoot(page, folder, '/water', '/water-none');
          await resident.binds(HOLDER);
          for (const address of ['/water', '/water/add', WATER, `/water/${OWING.number}/pay`, '/pay']) await shoot(page, folder, address);
          const bill = await page.locator('a[href*="/bills/"]').first().getAttribute('href');
          await shoot(page, folder, bill ?? '', '/water-bill');
          for (const address of [...OPEN, '/nowhere', '/cases/7F2']) await shoot(page, folder, address);
          const unnumbered = new Map(Object.entries(numbers).map(([name, number]) => [number, name]));
          for (const address of addresses) {
            const name = [...unnumbered].reduce((name, [number, called]) => name.replace(number, called), address);
            await shoot(page, folder, address, name);
          }
        });
      });
    }
  }

  for (const lang of ['zh', 'en'] as const) {
    const folder = `desk-${lang}${colorScheme === 'dark' ? '-dark' : ''}`;
    test.describe(folder, () => {
      test.use({ viewport: DESK, colorScheme });

      test('the desk', async ({ page, context, city }) => {
        const { numbers } = await life(city);
        await reads(page, { lang });
        await shoot(page, folder, '/desk/sign-in');
        await (await city.staff('supervisor')).sitsAt(context);
        await shoot(page, folder, '/desk/cases');
        await shoot(page, folder, '/desk/cases?due=late', '/desk/cases-late');
        for (const [name, number] of Object.entries(numbers)) {
          await shoot(page, folder, `/desk/cases/${number}`, `/desk/cases/${name}`);
        }
        await shoot(page, folder, '/desk/cases/7F2');
        for (const address of ['/desk/file', '/desk/file/NEW', '/desk/file/TRANS', '/desk/books', '/desk/events', '/desk/events/new', '/desk/events/report', '/desk/outages', '/desk/outages/new', '/desk/outages/report', '/desk/templates/new']) await shoot(page, folder, address);
        await page.goto('/desk/templates');
        await page.getByRole('navigation').last().getByRole('link').last().click();
        await expect(page.getByRole('listitem').last()).toBeVisible();
        await keep(page, folder, '/desk/templates');
        await prints(context.request, folder, numbers, lang);
      });
    });
  }
}
