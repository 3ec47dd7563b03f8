import type { Page } from '@playwright/test';
import { type Person, codeSent, freshPhone } from '../city.ts';
import { underWay } from '../events.ts';
import { axe, expect, test } from '../fixtures.ts';
import { arrives, next, pick, town, type } from './steps.ts';

const NUMBER = /[0-9A-Z]{3}-[0-9A-Z]{4}/;

test.use({ viewport: { width: 390, height: 1800 } });

/** A change of details, filled in for somebody, up to the page that waits for them. */
async function fillIn(page: Page, id: string, phone: string): Promise<void> {
  await page.goto(`/events/${id}/work`);
  await page.getByRole('link', { name: /^帮居民填办/ }).click();
  await page.getByRole('link', { name: '漏水报修' }).click();
  await expect(page.getByText('帮办中:填的是居民的信息。居民确认后,本机不留')).toBeVisible();
  await pick(page, '一直在流');
  await pick(page, '水表前、路上');
  await next(page, '在哪里');
  await town(page, '南城');
  await type(page, '地址', '鸿福路77号');
  await next(page, '现场照片');
  await next(page, '联系方式');
  await expect(page.getByRole('textbox', { name: '手机号', exact: true })).toHaveValue('');
  await type(page, '手机号', phone);
  await next(page, '核对');
  await axe(page);
  await page.getByRole('button', { name: '填好了,请居民确认' }).click();
  await arrives(page, '请居民确认');
}

async function atTheTable(page: Page, city: { staff: (name: string) => Promise<Person>; resident: (phone: string) => Promise<Person> }): Promise<string> {
  const id = await (await city.staff('clerk')).publishes(underWay());
  const volunteer = await city.resident(freshPhone());
  await volunteer.helpsAt(id);
  await volunteer.sitsAt(page.context());
  return id;
}

test('the resident scans, looks and agrees on their own phone; nothing stays on the helper’s', async ({ page, browser, city }) => {
  const id = await atTheTable(page, city);
  const phone = freshPhone();
  await fillIn(page, id, phone);
  await expect(page.getByRole('img', { name: /^二维码/ })).toBeVisible();
  expect(await page.getByRole('img', { name: /^二维码/ }).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await axe(page);

  const token = new URL(page.url()).pathname.split('/').at(-1);
  const theirs = await browser.newContext({ viewport: { width: 360, height: 1200 } });
  const resident = await city.resident(phone);
  await resident.sitsAt(theirs);
  const other = await theirs.newPage();
  await other.goto(new URL(`/agree/${token}`, page.url()).href);
  await expect(other.getByRole('heading', { name: '志愿者林**帮您填好了“漏水报修”' })).toBeVisible();
  await expect(other.getByText('鸿福路77号')).toBeVisible();
  await axe(other);
  await other.getByRole('button', { name: '确认提交' }).click();
  await expect(other.getByText('已提交')).toBeVisible();
  await other.getByRole('link', { name: '看一下进度' }).click();
  await expect(other.getByText(/社区活动,志愿者林\*\*帮办|志愿者林\*\*帮办/)).toBeVisible();
  await theirs.close();

  await expect(page.getByText('居民已确认,提交好了')).toBeVisible();
  const number = NUMBER.exec((await page.getByText(NUMBER).first().textContent()) ?? '')?.[0] ?? '';
  expect(await resident.numbers()).toEqual([number]);
  await axe(page);
  const kept = await page.evaluate(async () => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain('鸿福路77号');
  await page.goto('/');
  await expect(page.getByRole('link', { name: /接着办/ })).toHaveCount(0);
});

test('without a smartphone the resident tells the code from an SMS', async ({ page, city }) => {
  const id = await atTheTable(page, city);
  const phone = freshPhone();
  await fillIn(page, id, phone);
  await page.getByRole('button', { name: '发验证码给居民' }).click();
  await expect(page.getByText('已发出', { exact: true })).toBeVisible();
  const code = await codeSent(page.request, phone);
  await page.getByRole('textbox', { name: '居民告诉您的验证码' }).fill('000000');
  await page.getByRole('button', { name: '凭验证码提交' }).click();
  await expect(page.getByText(/验证码不对或已过期/).first()).toBeVisible();
  await axe(page);
  await page.getByRole('textbox', { name: '居民告诉您的验证码' }).fill(code);
  await page.getByRole('button', { name: '凭验证码提交' }).click();
  await expect(page.getByText('居民已确认,提交好了')).toBeVisible();
});

test('a need is noted at once, without anybody’s agreement', async ({ page, city }) => {
  const id = await atTheTable(page, city);
  await page.goto(`/events/${id}/work`);
  await page.getByRole('link', { name: /^记下急难愁盼/ }).click();
  await expect(page).toHaveURL(/\/file\/COMP\//);
  await expect(page.getByText('帮办中:填的是居民的信息。居民确认后,本机不留')).toBeVisible();
  const url = page.url();
  await page.reload();
  await expect(page).toHaveURL(url);
  await expect(page.getByText('帮办中:填的是居民的信息。居民确认后,本机不留')).toBeVisible();
});
