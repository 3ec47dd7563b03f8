import { freshPhone } from '../city.ts';
import { leak } from '../filings.ts';
import { axe } from '../fixtures.ts';
import { back, expect, kept, test } from '../offline.ts';
import { arrives } from './steps.ts';

const PAGES = [
  ['/', '水厅 · 东莞'],
  ['/services', '全部服务'],
  ['/services/LEAK', '漏水报修'],
  ['/file/LEAK/what', '哪里漏、多严重'],
  ['/calculator', '水费计算'],
  ['/waiting', '等着发的'],
  ['/me', '我的'],
  ['/sign-in', '登录'],
  // The city for practising has the same hall.
  ['/practice/', '水厅 · 东莞'],
  ['/practice/services/LEAK', '漏水报修'],
] as const;

test('after one visit every page of the hall opens without a network', async ({ page, context, wire }) => {
  await page.goto('/');
  await kept(page);
  await page.goto('/calculator');
  await arrives(page, '水费计算');
  await page.goto('/practice/');
  await arrives(page, '水厅 · 东莞');
  wire.cut();
  for (const [path, title] of PAGES) {
    await page.goto(path);
    await arrives(page, title);
  }

  // What the hall is not is not answered in its place.
  for (const path of ['/desk', '/crew', '/demo/inbox', '/go/x', '/api/v1/cases', '/wechat/enter']) {
    const other = await context.newPage();
    await expect(other.goto(path), path).rejects.toThrow(/ERR_/);
    await other.close();
  }
  wire.mend();
  await page.goto('/desk');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('没有这一页');
});

test('what needs a network says so, and comes by itself when there is one', async ({ page, context, city, wire }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const number = await resident.file(leak(phone));
  await resident.sitsAt(context);
  await page.goto('/cases');
  await expect(page.getByRole('link', { name: new RegExp(number) })).toBeVisible();
  await kept(page);
  wire.cut();
  await page.goto('/cases');
  await expect(page.getByRole('link', { name: new RegExp(number) })).toBeVisible();
  await expect(page.getByText(/没有网络。看到的是今天 \d\d:\d\d的,连上网就更新/)).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: new RegExp(number) }).click();
  await expect(page.getByText('这里要有网络才能看、才能办')).toBeVisible();
  await axe(page);
  await back(page, wire);
  await arrives(page, '漏水报修');
  await expect(page.getByText('没有网络。看到的是')).toHaveCount(0);
});

test('signing out takes along what was kept of a person', async ({ page, context, city, wire }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  await resident.file(leak(phone));
  await resident.sitsAt(context);
  await page.goto('/cases');
  await expect(page.getByRole('link', { name: /漏水报修/ })).toBeVisible();
  const own = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('shuiting-own-')).sort());
  await expect.poll(own).toEqual(['shuiting-own-/api/v1/cases', 'shuiting-own-/api/v1/me']);
  await kept(page);
  await page.goto('/me');
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await expect(page.getByRole('link', { name: '登录', exact: true })).toBeVisible();
  expect(await own()).toEqual([]);
  wire.cut();
  await page.goto('/me');
  await arrives(page, '我的');
  await expect(page.getByText(phone.slice(-4))).toHaveCount(0);
});

test('a shared phone keeps nothing of a person', async ({ page, context, city }) => {
  await page.goto('/me');
  await page.getByRole('switch', { name: '这是公用手机' }).click();
  await expect(page.getByRole('switch', { name: '这是公用手机' })).toBeChecked();
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const number = await resident.file(leak(phone));
  await resident.sitsAt(context);
  await page.goto('/cases');
  await expect(page.getByRole('link', { name: new RegExp(number) })).toBeVisible();
  const names = await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('shuiting-o')).sort());
  expect(names).toEqual(expect.arrayContaining(['shuiting-open-/api/v1/house']));
  expect(names.filter((name) => name.startsWith('shuiting-own-'))).toEqual([]);
});
