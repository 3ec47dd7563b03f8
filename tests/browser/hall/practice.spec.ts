import type { Page } from '@playwright/test';
import { axe, expect, test } from '../fixtures.ts';
import { fits, reads } from '../reading.ts';
import { CHINESE, ENGLISH, follows, pointed, said } from '../tours.ts';
import { NUMBER, arrives, pick } from './steps.ts';

const TWO_MINUTES = 120_000;

/** Goes on with the Tab key until something has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = page.locator(':focus');
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused.count()) > 0 && (await focused.innerText()).trim() === name) return;
  }
  throw new Error(`the Tab key does not lead to ${name}`);
}

/** How long a case took by the server's own clock, from its filing to what came last. */
async function took(page: Page, number: string): Promise<number> {
  const answer = await page.request.get(`/practice/api/v1/cases/${number}`);
  const { timeline } = (await answer.json()) as { timeline: { at: string }[] };
  const times = timeline.map(({ at }) => Date.parse(at));
  return Math.max(...times) - Math.min(...times);
}

test('the tour is walked from the thumb to the rating by keyboard alone, in two minutes', async ({ page }) => {
  test.slow();
  await page.goto('/practice/');
  await arrives(page, '水厅 · 东莞');
  await axe(page);
  await tabTo(page, '报一次漏水');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('link', { name: '漏水报修' })).toBeFocused();
  await expect(said(page)).toHaveText(/第1步,共\d+步 点「漏水报修」/);
  await axe(page);
  await page.keyboard.press('Enter');
  await arrives(page, '漏水报修');
  await expect(page.getByRole('link', { name: '开始办理' })).toBeFocused();
  await axe(page);
  await page.keyboard.press('Enter');

  await arrives(page, '哪里漏、多严重');
  await expect(page.getByRole('radio', { name: '滴水、渗水' })).toBeFocused();
  await axe(page);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: '一直在流' })).toBeChecked();
  await expect(said(page)).toHaveText(/漏在哪一侧/);
  await axe(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: '水表前、路上' })).toBeChecked();
  await expect(said(page)).toHaveText(/最下面的按钮/);
  await axe(page);
  await tabTo(page, '下一步:在哪里');
  await page.keyboard.press('Enter');

  await arrives(page, '在哪里');
  await expect(page.getByRole('combobox', { name: '镇街' })).toBeFocused();
  await axe(page);
  await page.keyboard.type('南城');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: '镇街' })).toHaveValue('南城');
  await expect(said(page)).toHaveText(/写个地址/);
  await axe(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: '地址', exact: true })).toBeFocused();
  await page.keyboard.type('鸿福路100号');
  await tabTo(page, '下一步:现场照片');
  await expect(said(page)).toHaveText(/最下面的按钮/);
  await page.keyboard.press('Enter');

  await arrives(page, '现场照片');
  await expect(page.getByRole('button', { name: '下一步:联系方式' })).toBeFocused();
  await axe(page);
  await page.keyboard.press('Enter');
  await arrives(page, '联系方式');
  await expect(page.getByRole('textbox', { name: '手机号' })).toBeFocused();
  await axe(page);
  await page.keyboard.type('13800138000');
  await tabTo(page, '下一步:核对');
  await page.keyboard.press('Enter');
  await arrives(page, '核对一下,就可以提交');
  await expect(page.getByRole('button', { name: '提交', exact: true })).toBeFocused();
  await axe(page);
  await page.keyboard.press('Enter');

  await arrives(page, '已经收到');
  const number = NUMBER.exec((await page.getByText(NUMBER).first().textContent()) ?? '')?.[0] ?? '';
  await expect(page.getByRole('link', { name: '看进度' })).toBeFocused();
  await axe(page);
  await page.keyboard.press('Enter');
  await arrives(page, '漏水报修');
  await expect(said(page)).toHaveText(/受理、派单/);
  await axe(page);
  // The desk's answers come one after the other, and the way to the rating with the last.
  await expect(page.getByRole('link', { name: '评价', exact: true })).toBeFocused({ timeout: 60_000 });
  await expect(page.getByText('师傅出发了,马上就到').first()).toBeVisible();
  await axe(page);
  await page.keyboard.press('Enter');
  await arrives(page, '办得怎么样');
  await expect(page.getByRole('radio', { name: '非常满意' })).toBeFocused();
  await axe(page);
  await page.keyboard.press('Space');
  await tabTo(page, '提交');
  await expect(said(page)).toHaveText(/点「提交」/);
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText(/走完了/);
  await axe(page);
  expect(await took(page, number)).toBeLessThan(TWO_MINUTES);
});

test('it is ended by the escape key, gone on with, and kept when the page is loaded anew', async ({ page }) => {
  await page.goto('/practice/');
  await page.getByRole('button', { name: '报一次漏水' }).click();
  await expect(pointed(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(pointed(page)).toHaveCount(0);
  await expect(page.getByText('继续引导')).toBeVisible();
  await page.getByRole('button', { name: '报一次漏水' }).click();
  await expect(pointed(page)).toHaveAccessibleDescription(/第1步,共\d+步 点「漏水报修」/);
  await pointed(page).click();
  await arrives(page, '漏水报修');
  await page.reload();
  await expect(said(page)).toHaveText(/第2步/);
  // Off the way it says so, and leads back.
  await page.goto('/practice/calculator');
  await expect(said(page)).toHaveText('这一页不在引导里,可以随便看看');
  await axe(page);
  await page.getByRole('button', { name: '回到引导' }).click();
  await expect(said(page)).toHaveText(/第1步/);
});

test.describe('on a small phone, in large letters, in English, without motion', () => {
  test.use({ viewport: { width: 360, height: 640 }, contextOptions: { reducedMotion: 'reduce' } });

  test('the longer tour is walked to its end too', async ({ page }) => {
    test.slow();
    await reads(page, { lang: 'en', elder: true });
    await page.goto('/me');
    await page.getByRole('link', { name: /^Practice/ }).click();
    await expect(page).toHaveURL(/\/practice\/$/);
    await expect(page.locator('html')).toHaveAttribute('data-elder', '');
    await expect(page).toHaveTitle(/^PRACTICE · /);
    await expect(page.getByRole('region', { name: 'Practice' })).toContainText('Nothing is really filed');
    await page.getByRole('button', { name: 'Change a phone number' }).click();
    await follows(page, ENGLISH, async (page) => {
      await fits(page);
      // Half of what the bar lies over while one scrolls is no small target; so the page is looked at in full.
      await page.setViewportSize({ width: 360, height: 2400 });
      await axe(page);
      await page.setViewportSize({ width: 360, height: 640 });
    });
    await page.getByRole('link', { name: 'Leave practice' }).click();
    await expect(page).toHaveURL(/\/$/);
    await expect(page).not.toHaveTitle(/PRACTICE/);
  });
});

test('no link of its pages leads out but the way out and the hotline', async ({ page }) => {
  await page.goto('/practice/');
  await page.getByRole('button', { name: '报一次漏水' }).click();
  let links = 0;
  await follows(page, CHINESE, async (page) => {
    const strays = await page.locator('a[href]').evaluateAll((all) => {
      const to = all.map((link) => link.getAttribute('href') ?? '');
      return { all: to.length, strays: to.filter((href) => !href.startsWith('/practice/') && !href.startsWith('tel:')) };
    });
    links += strays.all;
    expect(strays.strays, 'the way out').toEqual(['/']);
  });
  expect(links).toBeGreaterThan(40);
  for (const path of ['me', 'me/data', 'services', 'calculator', 'water', 'cases', 'messages', 'pay', 'nowhere']) {
    await page.goto(`/practice/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('region', { name: '演示模式' })).toContainText('不会真的办理');
    await expect(page.locator('a[href^="/"]:not([href^="/practice/"])')).toHaveCount(1);
  }
});

test('each city keeps what is its own in the browser, and asks its own server alone', async ({ page, context }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/practice/file/LEAK/what');
  await pick(page, '一直在流');
  await page.getByRole('button', { name: 'English' }).or(page.getByRole('radio', { name: '水表前、路上' })).click();
  await page.goto('/practice/');
  await expect(page.getByRole('link', { name: /接着办/ })).toBeVisible();
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
  const kept = await page.evaluate(async () => ({
    names: Object.keys(localStorage),
    shelves: (await indexedDB.databases()).map(({ name }) => name),
  }));
  expect(kept.names.length).toBeGreaterThan(0);
  for (const name of kept.names) expect(name).toMatch(/^practice:/);
  expect(kept.shelves).toEqual(['practice:shuiting']);

  await page.goto('/');
  await arrives(page, '水厅 · 东莞');
  await expect(page.getByRole('link', { name: '漏水报修' })).toBeVisible();
  await expect(page.getByRole('link', { name: /接着办/ })).toHaveCount(0);
  const cookies = await context.cookies();
  for (const { name, path } of cookies) expect(name.startsWith('practice_')).toBe(path.startsWith('/practice'));
});

test('any number signs in, by a code that the page shows', async ({ page }) => {
  await page.goto('/practice/sign-in');
  await page.getByRole('textbox', { name: '手机号' }).fill('13900000000');
  await page.getByRole('button', { name: '获取验证码' }).click();
  const sms = page.getByText(/验证码\D*\d{6}/);
  await expect(sms).toBeVisible();
  await axe(page);
  const code = /\d{6}/.exec((await sms.textContent()) ?? '')?.[0] ?? '';
  await page.getByRole('textbox', { name: '验证码' }).fill(code);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await arrives(page, '我的');
  await expect(page).toHaveURL(/\/practice\/me$/);
});
