import type { Page } from '@playwright/test';
import { freshPhone } from '../city.ts';
import { axe, test as base } from '../fixtures.ts';
import { expect, kept } from '../offline.ts';
import { House } from '../releases.ts';
import { jpeg } from '../pictures.ts';
import { arrives, filed, leakToCheck, next, pick, town, type } from './steps.ts';

const CASES = '**/api/v1/cases';

const test = base.extend<{ house: House }>({
  serviceWorkers: 'allow',
  house: async ({ server }, use) => {
    const house = await House.of(server.url);
    await use(house);
    await house.end();
  },
  baseURL: async ({ house }, use) => use(house.url),
});

/** Which release the page runs. */
function runs(page: Page): Promise<'first' | 'next'> {
  return page.evaluate(() => (document.querySelector('script[src*="/assets/next-"]') ? 'next' : 'first'));
}

/** The page hears that there may be something new, as it does whenever it comes to the eye. */
async function looks(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
}

test('a new release waits until it is wanted, and takes over a draft with its photos and a filing on its way', async ({
  page,
  context,
  house,
}) => {
  // A filing that cannot leave, because its server is being changed.
  let down = true;
  await context.route(CASES, (route) => (down && route.request().method() === 'POST' ? route.abort() : route.continue()));
  await leakToCheck(page, freshPhone(), '鸿福路1号');
  await kept(page);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByText('连上后会自己提交,只提交一次')).toBeVisible();

  // And a draft in the middle.
  await page.goto('/services/LEAK');
  await page.getByRole('link', { name: '另填一份' }).click();
  await pick(page, '滴水、渗水');
  await pick(page, '不清楚');
  await next(page, '在哪里');
  await town(page, '东城');
  await type(page, '地址', '东正路2号');
  await next(page, '现场照片');
  await page.getByLabel('拍照或选照片').setInputFiles(await jpeg(page, 'leak.jpg', 640, 480));
  await expect(page.getByRole('img', { name: '现场照片:照片' })).toBeVisible();
  expect(await runs(page)).toBe('first');

  house.release();
  await looks(page);
  await expect(page.getByText('有新版本。填了一半的都留着')).toBeVisible();
  await axe(page);
  // The old one goes on with its own files, of which the server has none any more.
  await page.getByRole('button', { name: '下一步:联系方式' }).click();
  await arrives(page, '联系方式');
  await type(page, '手机号', '138');
  expect(await runs(page)).toBe('first');

  await page.getByRole('button', { name: '现在换' }).click();
  await expect.poll(() => runs(page).catch(() => 'between')).toBe('next');
  await arrives(page, '联系方式');
  await expect(page.getByRole('textbox', { name: '手机号', exact: true })).toHaveValue('138');
  await expect(page.getByText('有新版本')).toHaveCount(0);
  await page.getByRole('link', { name: '返回' }).click();
  await expect(page.getByRole('img', { name: '现场照片:照片' })).toBeVisible();

  await page.goto('/waiting');
  await expect(page.getByRole('link', { name: /漏水报修 .* · 南城鸿福路1号/ })).toBeVisible();
  down = false;
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(page.getByText('没有等着发的')).toBeVisible();
  const lines = (await (await page.request.get('/api/v1/cases')).json()) as unknown[];
  expect(lines).toHaveLength(1);
});

test('a page that is closed comes back in the new release', async ({ page, context, house }) => {
  await page.goto('/');
  await kept(page);
  house.release();
  await looks(page);
  await expect(page.getByText('有新版本')).toBeVisible();
  await page.close();
  const again = await context.newPage();
  await again.goto('/');
  await expect.poll(() => runs(again).catch(() => 'between')).toBe('next');
  await leakToCheck(again, freshPhone());
  await again.getByRole('button', { name: '提交', exact: true }).click();
  await filed(again);
});

test('another tab goes on with its own release', async ({ page, context, house }) => {
  await page.goto('/file/LEAK/what');
  await kept(page);
  const other = await context.newPage();
  await other.goto('/');
  house.release();
  await looks(other);
  await other.getByRole('button', { name: '现在换' }).click();
  await expect.poll(() => runs(other).catch(() => 'between')).toBe('next');
  expect(await runs(page)).toBe('first');
  await pick(page, '一直在流');
  await pick(page, '水表前、路上');
  await next(page, '在哪里');
  await town(page, '南城');
  await type(page, '地址', '鸿福路3号');
  await other.goto('/');
  await expect(other.getByRole('link', { name: /接着办:漏水报修.*南城鸿福路3号/ })).toBeVisible();
});
