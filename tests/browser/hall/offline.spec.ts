import type { Page } from '@playwright/test';
import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { jpeg } from '../pictures.ts';
import { arrives, filed, leakToCheck, next, pick, town, type } from './steps.ts';

const CASES = '**/api/v1/cases';

/** The numbers of all that was filed at this browser. */
async function numbers(page: Page): Promise<string[]> {
  const answer = await page.request.get('/api/v1/cases');
  return ((await answer.json()) as { number: string }[]).map(({ number }) => number);
}

function send(page: Page): Promise<void> {
  return page.getByRole('button', { name: '提交', exact: true }).click();
}

test('without a network a filing waits, and goes out once when it is back', async ({ page, context }) => {
  await leakToCheck(page, freshPhone());
  await context.setOffline(true);
  await send(page);
  await expect(page.getByRole('status').getByText('现在没有网络。')).toBeVisible();
  await expect(page.getByText('连上后会自己提交,只提交一次')).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: '现在再试' }).click();
  await expect(page.getByRole('button', { name: '现在再试' })).toBeVisible();

  await context.setOffline(false);
  const number = await filed(page);
  expect(await numbers(page)).toEqual([number]);
});

test('whoever has left the page meanwhile is told of the number', async ({ page, context }) => {
  await leakToCheck(page, freshPhone());
  await context.setOffline(true);
  await send(page);
  await expect(page.getByText('现在没有网络。')).toBeVisible();
  for (const title of ['联系方式', '现场照片', '在哪里', '哪里漏、多严重', '漏水报修', '全部服务', '水厅 · 东莞']) {
    await page.getByRole('link', { name: '返回' }).click();
    await arrives(page, title);
  }
  await expect(page.getByRole('link', { name: /接着办:漏水报修.*连上网就提交/ })).toBeVisible();
  await axe(page);

  await context.setOffline(false);
  await expect(page.getByText('已经提交,编号')).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: '看一下' }).click();
  await arrives(page, '漏水报修');
  expect(await numbers(page)).toHaveLength(1);
});

test('where only the answer is lost, the second try is the same filing', async ({ page }) => {
  await leakToCheck(page, freshPhone());
  const keys: (string | undefined)[] = [];
  await page.route(CASES, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return route.continue();
    expect((await route.fetch()).status()).toBe(201);
    return route.abort('connectionreset');
  });
  await send(page);
  const number = await filed(page);

  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys).size).toBe(1);
  expect(await numbers(page)).toEqual([number]);
});

test('a page that is reloaded while it sends goes on, and files once', async ({ page }) => {
  await leakToCheck(page, freshPhone());
  let arrived = 0;
  await page.route(CASES, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    expect((await route.fetch()).status()).toBe(201);
    // The answer is never given: the page goes before it comes.
    arrived += 1;
  });
  await send(page);
  await expect.poll(() => arrived).toBe(1);
  await page.unroute(CASES);
  await page.reload();

  const number = await filed(page);
  expect(await numbers(page)).toEqual([number]);
});

test('pressed twice it is filed once', async ({ page }) => {
  await leakToCheck(page, freshPhone());
  let asked = 0;
  await page.route(CASES, async (route) => {
    if (route.request().method() === 'POST') asked += 1;
    return route.continue();
  });
  await page.getByRole('button', { name: '提交', exact: true }).dblclick();
  const number = await filed(page);
  expect(asked).toBe(1);
  expect(await numbers(page)).toEqual([number]);
});

test('a draft outlives a reload and a visit elsewhere, photos too', async ({ page }) => {
  await page.goto('/file/LEAK/what');
  await pick(page, '滴水、渗水');
  await pick(page, '水表后、家里');
  await type(page, /补充说明/, '已经漏了两天');
  await next(page, '在哪里');
  await town(page, '南城');
  // A letter is kept as it is typed, before the field is left.
  await page.getByRole('textbox', { name: '地址' }).pressSequentially('鸿福路2');
  await page.reload();
  await arrives(page, '在哪里');
  await expect(page.getByRole('textbox', { name: '地址' })).toHaveValue('鸿福路2');
  await expect(page.getByRole('combobox', { name: '镇街' })).toHaveValue('南城');

  await next(page, '现场照片');
  await page.getByLabel('拍照或选照片').setInputFiles(await jpeg(page, 'leak.jpg', 640, 480));
  await expect(page.getByRole('img', { name: '现场照片:照片' })).toBeVisible();
  await page.goto('/');
  await page.getByRole('link', { name: /接着办:漏水报修 第3步,共4步/ }).click();
  await arrives(page, '现场照片');
  await expect(page.getByRole('img', { name: '现场照片:照片' })).toBeVisible();
  await page.goto('/services/LEAK');
  await page.getByRole('link', { name: '接着填(3/4)' }).click();
  await arrives(page, '现场照片');
  await page.getByRole('link', { name: '返回' }).click();
  await page.getByRole('link', { name: '返回' }).click();
  await expect(page.getByRole('textbox', { name: /补充说明/ })).toHaveValue('已经漏了两天');
});

test('a photo that did not get there can be sent again', async ({ page }) => {
  await page.goto('/file/LEAK/what');
  await pick(page, '滴水、渗水');
  await pick(page, '不清楚');
  await next(page, '在哪里');
  await town(page, '南城');
  await type(page, '地址', '鸿福路3号');
  await next(page, '现场照片');
  const photo = await jpeg(page, 'leak.jpg', 640, 480);
  await page.route('**/api/v1/attachments', (route) => route.abort());
  await page.getByLabel('拍照或选照片').setInputFiles(photo);
  await expect(page.getByRole('alert').getByText('没有传上去')).toBeVisible();
  await axe(page);
  await page.unroute('**/api/v1/attachments');
  await page.getByRole('button', { name: '重传' }).click();
  await expect(page.getByRole('img', { name: '现场照片:照片' })).toBeVisible();
});
