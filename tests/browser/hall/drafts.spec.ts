import type { Page } from '@playwright/test';
import { Browser } from '../browser.ts';
import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { jpeg } from '../pictures.ts';
import { Time } from '../time.ts';
import { arrives, next, pick, send, town, type } from './steps.ts';

const ATTACHMENTS = '**/api/v1/attachments';
const DAY = 24 * 60 * 60 * 1000;

/** A leak as far as its place. */
async function leak(page: Page, where: string, address: string): Promise<void> {
  await pick(page, '滴水、渗水');
  await pick(page, '不清楚');
  await next(page, '在哪里');
  await town(page, where);
  await type(page, '地址', address);
}

/** What the browser keeps of drafts and photos: names in its plain storage, and in its database. */
async function kept(page: Page): Promise<{ plain: string[]; shelf: string[] }> {
  return page.evaluate(async () => {
    const ours = (name: string) => /^shuiting-(draft|filed|hall-photo)-/.test(name);
    const shelf = await new Promise<string[]>((resolve, reject) => {
      const asked = indexedDB.open('shuiting');
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => {
        const names = asked.result.transaction('kept').objectStore('kept').getAllKeys();
        names.onerror = () => reject(names.error);
        names.onsuccess = () => {
          asked.result.close();
          resolve(names.result.map(String));
        };
      };
    });
    return { plain: Object.keys(localStorage).filter(ours), shelf: shelf.filter(ours) };
  });
}

/** The drafts on the page, as they are read. */
function drafts(page: Page) {
  return page.getByRole('link', { name: /^接着办:/ });
}

test.describe('a browser that is killed', () => {
  let browser: Browser;

  test.beforeEach(async () => {
    browser = await Browser.fresh();
  });

  test.afterEach(() => browser.end());

  test('has its draft and its photos the next time', async ({ server, city }) => {
    let page = await browser.open();
    await page.route(ATTACHMENTS, (route) => route.abort());
    await page.goto(`${server.url}/file/LEAK/what`);
    await leak(page, '南城', '鸿福路7号');
    await next(page, '现场照片');
    const photos = await Promise.all(['one.jpg', 'two.jpg'].map((name) => jpeg(page, name, 640, 480)));
    await page.getByLabel('拍照或选照片').setInputFiles(photos);
    await expect(page.getByText('没有传上去')).toHaveCount(2);
    await expect.poll(async () => (await kept(page)).shelf.length, 'the draft and two photos').toBe(3);
    await browser.kill();

    page = await browser.open();
    await page.goto(server.url);
    await expect(drafts(page)).toHaveText([/漏水报修.*第3步,共4步 · 南城鸿福路7号/]);
    await drafts(page).click();
    await arrives(page, '现场照片');
    await expect(page.getByRole('img', { name: '现场照片:照片' })).toHaveCount(2);
    await next(page, '联系方式');
    await type(page, '手机号', freshPhone());
    await next(page, '核对');
    await expect(page.getByText('鸿福路7号')).toBeVisible();
    const number = await send(page);

    const clerk = await city.staff('clerk');
    const { answers, materials } = await clerk.case(number);
    expect(answers['address']).toBe('鸿福路7号');
    expect(materials.map(({ key, photos }) => [key, photos.length])).toEqual([['photos', 2]]);
    await expect.poll(() => kept(page), 'what was sent is not kept').toEqual({ plain: [], shelf: [] });
    await page.goto(server.url);
    await expect(page.getByRole('link', { name: new RegExp(number) })).toBeVisible();
    await expect(drafts(page)).toHaveCount(0);
  });
});

test('of one service there may be several, told apart by their place', async ({ page }) => {
  await page.goto('/services/LEAK');
  await page.getByRole('link', { name: '开始办理' }).click();
  await leak(page, '南城', '鸿福路1号');
  await page.goto('/services/LEAK');
  await expect(page.getByRole('region', { name: '没填完的' }).getByRole('link')).toHaveText([/第2步,共4步 · 南城鸿福路1号/]);
  await expect(page.getByRole('link', { name: '接着填(2/4)' })).toBeVisible();
  await axe(page);

  await page.getByRole('link', { name: '另填一份' }).click();
  await arrives(page, '哪里漏、多严重');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await leak(page, '东城', '东正路2号');
  await next(page, '现场照片');
  await page.getByLabel('拍照或选照片').setInputFiles(await jpeg(page, 'leak.jpg', 640, 480));
  await expect(page.getByRole('img', { name: '现场照片:照片' })).toBeVisible();

  await page.goto('/');
  await expect(drafts(page)).toHaveText([/第3步,共4步 · 东城东正路2号/, /第2步,共4步 · 南城鸿福路1号/]);
  await axe(page);
  await drafts(page).last().click();
  await arrives(page, '在哪里');
  await expect(page.getByRole('textbox', { name: '地址' })).toHaveValue('鸿福路1号');
  await type(page, '地址', '鸿福路11号');
  await next(page, '现场照片');
  await expect(page.getByRole('img', { name: '现场照片:照片' })).toHaveCount(0);
  const own = page.url();
  await page.goBack();
  await arrives(page, '在哪里');
  await page.goBack();
  await arrives(page, '水厅 · 东莞');
  await expect(drafts(page)).toHaveText([/南城鸿福路11号/, /东城东正路2号/]);

  await page.getByRole('button', { name: /^删掉:漏水报修 .*东正路2号$/ }).click();
  const question = page.getByRole('dialog', { name: '删掉这份没填完的?' });
  await expect(question).toContainText('东正路2号');
  await axe(page);
  await question.getByRole('button', { name: '留着' }).click();
  await expect(drafts(page)).toHaveCount(2);
  await page.getByRole('button', { name: /^删掉:漏水报修 .*东正路2号$/ }).click();
  await question.getByRole('button', { name: '删掉' }).click();
  await expect(page.getByRole('status').getByText('已经删掉')).toBeVisible();
  await expect(drafts(page)).toHaveText([/南城鸿福路11号/]);
  await expect.poll(async () => (await kept(page)).shelf.length, 'its photo goes with it').toBe(1);

  // An address is good for the draft that it was taken from, and without one for the latest.
  await page.goto(own);
  await next(page, '联系方式');
  await page.goto('/file/LEAK/place');
  await expect(page.getByRole('textbox', { name: '地址' })).toHaveValue('鸿福路11号');
});

test('a phone that is shared keeps nothing beyond the tab', async ({ page, context }) => {
  await page.goto('/file/LEAK/what');
  await leak(page, '南城', '鸿福路1号');
  await page.goto('/sign-in');
  const shared = page.getByRole('switch', { name: '这是公用手机' });
  await expect(shared).not.toBeChecked();
  await axe(page);
  await page.goto('/me');
  await expect(shared).toBeVisible();
  await axe(page);
  await shared.click();
  const question = page.getByRole('dialog', { name: '没提交的要删掉,可以吗?' });
  await axe(page);
  await question.getByRole('button', { name: '先不设' }).click();
  await expect(shared).not.toBeChecked();
  await shared.click();
  await question.getByRole('button', { name: '删掉,设为公用' }).click();
  await expect(shared).toBeChecked();
  await expect.poll(() => kept(page)).toEqual({ plain: [], shelf: [] });
  await page.goto('/');
  await expect(page.getByRole('link', { name: '漏水报修' })).toBeVisible();
  await expect(drafts(page)).toHaveCount(0);

  await page.goto('/file/LEAK/what');
  await leak(page, '东城', '东正路2号');
  await next(page, '现场照片');
  await page.getByLabel('拍照或选照片').setInputFiles(await jpeg(page, 'leak.jpg', 640, 480));
  await expect(page.getByRole('img', { name: '现场照片:照片' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('img', { name: '现场照片:照片' })).toBeVisible();
  expect(await kept(page)).toEqual({ plain: [], shelf: [] });

  const other = await context.newPage();
  await other.goto('/me');
  await expect(other.getByRole('switch', { name: '这是公用手机' })).toBeChecked();
  await other.goto('/');
  await expect(other.getByRole('link', { name: '漏水报修' })).toBeVisible();
  await expect(drafts(other)).toHaveCount(0);
  await page.close();
  await other.goto('/services/LEAK');
  await expect(other.getByRole('link', { name: '开始办理' })).toBeVisible();

  // Turned off again, what this tab has is kept from then on.
  await other.goto('/file/LEAK/what');
  await leak(other, '南城', '鸿福路3号');
  await other.goto('/me');
  await other.getByRole('switch', { name: '这是公用手机' }).click();
  await expect(other.getByRole('switch', { name: '这是公用手机' })).not.toBeChecked();
  const third = await context.newPage();
  await third.goto('/');
  await expect(drafts(third)).toHaveText([/南城鸿福路3号/]);
});

test('signing out forgets what a shared phone has in its tab', async ({ page, context, city }) => {
  await (await city.resident()).sitsAt(context);
  await page.goto('/me');
  await page.getByRole('switch', { name: '这是公用手机' }).click();
  await expect(page.getByRole('switch', { name: '这是公用手机' })).toBeChecked();
  await page.goto('/file/LEAK/what');
  await leak(page, '南城', '鸿福路1号');
  await page.goto('/me');
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await expect(page.getByRole('link', { name: '登录', exact: true })).toBeVisible();
  await page.goto('/services/LEAK');
  await expect(page.getByRole('link', { name: '开始办理' })).toBeVisible();
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith('shuiting-')))).toEqual([]);
});

test('what nobody touches for thirty days is forgotten, photos too', async ({ page }) => {
  const begun = Date.now();
  const time = await Time.on(page, begun);
  await page.goto('/file/LEAK/what');
  await leak(page, '南城', '鸿福路1号');
  await next(page, '现场照片');
  await page.getByLabel('拍照或选照片').setInputFiles(await jpeg(page, 'leak.jpg', 640, 480));
  await expect(page.getByRole('img', { name: '现场照片:照片' })).toBeVisible();
  await expect.poll(async () => (await kept(page)).shelf.length).toBe(2);

  await time.is(begun + 30 * DAY - 1000);
  await page.goto('/');
  await expect(drafts(page)).toHaveText([/第3步,共4步/]);
  await time.is(begun + 30 * DAY);
  await page.goto('/services/LEAK');
  await expect(page.getByRole('link', { name: '开始办理' })).toBeVisible();
  await expect.poll(() => kept(page)).toEqual({ plain: [], shelf: [] });
});

test('two tabs with one draft have the same answers, and hear when it is gone', async ({ page, context }) => {
  await page.goto('/file/LEAK/what');
  await leak(page, '南城', '鸿福路1号');
  const other = await context.newPage();
  await other.goto(page.url());
  const address = (tab: Page) => tab.getByRole('textbox', { name: '地址' });
  await expect(address(other)).toHaveValue('鸿福路1号');
  await type(other, '地址', '鸿福路12号');
  await expect(address(page)).toHaveValue('鸿福路12号');

  const third = await context.newPage();
  await third.goto('/services/LEAK');
  await third.getByRole('link', { name: '另填一份' }).click();
  await leak(third, '东城', '东正路2号');
  await expect(address(page)).toHaveValue('鸿福路12号');

  await third.goto('/');
  await third.getByRole('button', { name: /^删掉:.*鸿福路12号$/ }).click();
  await third.getByRole('dialog').getByRole('button', { name: '删掉' }).click();
  for (const tab of [page, other]) {
    await arrives(tab, '水厅 · 东莞');
    await expect(tab.getByText('这一份已经在另一个页面里提交或删掉了')).toBeVisible();
    await expect(drafts(tab)).toHaveText([/东城东正路2号/]);
  }
});

test('a tab that slept does not undo what another has typed', async ({ page, context }) => {
  // A tab that is frozen hears of nothing.
  await page.addInitScript(() => window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true));
  await page.goto('/file/LEAK/what');
  await leak(page, '南城', '鸿福路1号');
  const other = await context.newPage();
  await other.goto(page.url());
  await type(other, '地址', '鸿福路12号');
  await town(page, '东城');
  await expect(page.getByRole('textbox', { name: '地址' })).toHaveValue('鸿福路12号');
  await page.goto('/');
  await expect(drafts(page)).toHaveText([/东城鸿福路12号/]);
});
