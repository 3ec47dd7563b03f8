import { type FrameLocator, type Page } from '@playwright/test';
import { freshPhone } from '../city.ts';
import { leak } from '../filings.ts';
import { axe, expect, test } from '../fixtures.ts';
import { holder } from '../holders.ts';
import { png } from '../pictures.ts';
import { fits } from '../reading.ts';
import { NUMBER } from './steps.ts';

/** The hall as the demo's phone shows it. */
function hall(page: Page): FrameLocator {
  return page.frameLocator('iframe[title^="水厅"]');
}

/** The question that lies over the hall. */
function sheet(page: Page) {
  return page.getByRole('dialog');
}

/** What has happened outside of the phone. */
function log(page: Page) {
  return page.getByRole('log');
}

/** The number of what was filed just now. */
async function filedNumber(page: Page): Promise<string> {
  const text = await hall(page).getByText(NUMBER).first().textContent();
  return NUMBER.exec(text ?? '')?.[0] ?? '';
}

function heading(page: Page, name: string | RegExp) {
  return hall(page).getByRole('heading', { level: 1, name });
}

/** Opens the mini-program with a phone of one's own. */
async function opens(page: Page, phone: string, query = ''): Promise<void> {
  await page.goto(`/demo/wechat${query}`);
  await page.getByRole('radio', { name: '另一个号码' }).check();
  await page.getByRole('textbox', { name: '手机号' }).fill(phone);
  await page.getByRole('button', { name: '打开小程序' }).click();
}

/** Opens it, and lets it have the phone. */
async function comesIn(page: Page, phone: string, query = ''): Promise<void> {
  await opens(page, phone, query);
  await expect(sheet(page)).toContainText('申请获取并验证你的手机号');
  await sheet(page).getByRole('button', { name: /^允许/ }).click();
  await expect(sheet(page)).toBeHidden();
}

test('a newcomer signs in by WeChat, files a leak, and hears of it in WeChat', async ({ page, city }) => {
  await page.goto('/demo/inbox');
  await page.getByRole('link', { name: '在微信里看' }).click();
  await expect(page.getByText('演示,不是微信')).toBeVisible();
  await fits(page);
  await axe(page);

  const phone = freshPhone();
  await opens(page, phone, '?scene=s%3DLEAK');
  await expect(sheet(page)).toContainText(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
  await expect(sheet(page).getByRole('heading', { name: '申请获取并验证你的手机号' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(sheet(page).getByRole('button', { name: /^允许/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page, '漏水报修')).toBeVisible();
  await expect(log(page)).toContainText('小程序用微信登录了水厅');

  await hall(page).getByRole('link', { name: '开始办理' }).click();
  await hall(page).getByRole('radio', { name: '一直在流', exact: true }).check();
  await hall(page).getByRole('radio', { name: '水表前、路上', exact: true }).check();
  await hall(page).getByRole('button', { name: '下一步:在哪里' }).click();
  const town = hall(page).getByRole('combobox', { name: '镇街' });
  await town.fill('南城');
  await hall(page).getByRole('option', { name: '南城', exact: true }).click();
  await hall(page).getByRole('textbox', { name: '地址', exact: true }).fill('鸿福路100号');
  await hall(page).getByRole('button', { name: '用手机定位' }).click();
  await expect(sheet(page)).toContainText('申请获取你的位置');
  await axe(page);
  await sheet(page).getByRole('button', { name: /^允许/ }).click();
  await expect(hall(page).getByText('已取到位置')).toBeVisible();
  await hall(page).getByRole('button', { name: '下一步:现场照片' }).click();
  await hall(page).getByRole('button', { name: '下一步:联系方式' }).click();
  await expect(heading(page, /联系方式/)).toBeVisible();
  await hall(page).getByRole('textbox', { name: '手机号', exact: true }).fill(phone);
  await hall(page).getByRole('button', { name: '下一步:核对' }).click();
  await hall(page).getByRole('button', { name: '提交', exact: true }).click();
  await expect(heading(page, '已经收到')).toBeVisible();
  await fits(page);
  const number = await filedNumber(page);
  await expect(log(page)).toContainText(new RegExp(`短信.*${number}`), { timeout: 20_000 });

  await hall(page).getByRole('button', { name: '在微信里接收' }).click();
  await expect(sheet(page).getByRole('checkbox')).toHaveCount(3);
  await axe(page);
  await sheet(page).getByRole('checkbox', { name: '待办提醒' }).uncheck();
  await sheet(page).getByRole('button', { name: /^允许/ }).click();
  await expect(log(page)).toContainText('同意了:办结通知、办件进度提醒');
  await (await city.staff('dispatcher')).passOn(number);
  await expect(log(page)).toContainText(new RegExp(`微信消息 · 办件进度提醒.*${number}.*漏水报修`), { timeout: 20_000 });
  await axe(page);
  await page.getByRole('button', { name: /^服务通知 · 办件进度提醒/ }).click();
  await expect(heading(page, '漏水报修')).toBeVisible();
  await expect(hall(page).getByText(number)).toBeVisible();
});

test('a bill is paid on a page of the mini-program, and scanning fills in whose', async ({ page, city }) => {
  const phone = freshPhone();
  await (await city.resident(phone)).binds(holder(11));
  await comesIn(page, phone, '?to=/services/BILL');
  await hall(page).getByRole('button', { name: '扫码填户号' }).click();
  await axe(page);
  await sheet(page).getByRole('button', { name: /酱油/ }).click();
  await expect(hall(page).getByText('这个码里没有水费户号')).toBeVisible();
  await hall(page).getByRole('button', { name: '扫码填户号' }).click();
  await expect(sheet(page).getByRole('button', { name: /酱油/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(hall(page).getByText('没有扫到')).toBeVisible();
  await hall(page).getByRole('button', { name: '扫码填户号' }).click();
  await sheet(page).getByRole('button', { name: /父母家水费单/ }).click();
  await expect(hall(page).getByRole('textbox', { name: '水费户号' })).toHaveValue('0769600046');

  await hall(page).getByRole('textbox', { name: '水费户号' }).fill(holder(11).number);
  await hall(page).getByRole('button', { name: '查欠费' }).click();
  const pays = hall(page).getByRole('button', { name: /^支付\d/ });
  const amount = /[\d.,]+/.exec((await pays.textContent()) ?? '')?.[0] ?? '';
  await pays.click();
  await expect(sheet(page)).toContainText(`¥${amount}`);
  await axe(page);
  await sheet(page).getByRole('button', { name: /^取消/ }).click();
  await expect(sheet(page)).toContainText('没有扣钱');
  await sheet(page).getByRole('button', { name: /^知道了/ }).click();
  await expect(sheet(page)).toBeHidden();
  // The button is free again once the page would have been left.
  await expect(async () => {
    await pays.click();
    await expect(sheet(page)).toContainText('付给水厅', { timeout: 1000 });
  }).toPass();
  await sheet(page).getByRole('button', { name: /^支付/ }).click();
  await expect(hall(page).getByText('钱已收到,下面这些都缴清了')).toBeVisible();
  await expect(log(page)).toContainText('演示银行收到了钱');
});

test('whoever refuses the phone looks around, and signs in later from the hall', async ({ page }) => {
  const phone = freshPhone();
  await opens(page, phone);
  await sheet(page).getByRole('button', { name: /不允许/ }).click();
  await expect(heading(page, /水厅/)).toBeVisible();
  await hall(page).getByRole('link', { name: '我的', exact: true }).click();
  await hall(page).getByRole('link', { name: '登录', exact: true }).click();
  await hall(page).getByRole('button', { name: '用微信的手机号登录' }).click();
  await expect(sheet(page)).toContainText('申请获取并验证你的手机号');
  await sheet(page).getByRole('button', { name: /短信验证码/ }).click();
  await expect(heading(page, '登录')).toBeVisible();
  await hall(page).getByRole('button', { name: '用微信的手机号登录' }).click();
  await sheet(page).getByRole('button', { name: /^允许/ }).click();
  await expect(heading(page, '我的')).toBeVisible();
  await expect(hall(page).getByText(`${phone.slice(0, 3)}****${phone.slice(-4)}`)).toBeVisible();
});

test('the phone passes to somebody else, who is not taken for the first', async ({ page }) => {
  const [first, second] = [freshPhone(), freshPhone()];
  await comesIn(page, first, '?to=/me');
  await expect(hall(page).getByText(`${first.slice(0, 3)}****${first.slice(-4)}`)).toBeVisible();
  await page.getByRole('button', { name: '关闭小程序' }).click();
  await page.getByRole('textbox', { name: '手机号' }).fill(second);
  await page.getByRole('button', { name: '打开小程序' }).click();
  await sheet(page).getByRole('button', { name: /不允许/ }).click();
  await expect(hall(page).getByRole('link', { name: '登录', exact: true })).toBeVisible();
  await page.getByRole('button', { name: '关闭小程序' }).click();
  await page.getByRole('textbox', { name: '手机号' }).fill(first);
  await page.getByRole('button', { name: '打开小程序' }).click();
  await expect(hall(page).getByText(`${first.slice(0, 3)}****${first.slice(-4)}`), 'known by now').toBeVisible();
});

test('whoever does not agree to messages by WeChat hears by SMS', async ({ page, city }) => {
  const phone = freshPhone();
  const [resident, dispatcher] = await Promise.all([city.resident(phone), city.staff('dispatcher')]);
  const number = await resident.file(leak(phone));
  await comesIn(page, phone, `?to=/filed/${number}`);
  await hall(page).getByRole('button', { name: '在微信里接收' }).click();
  await expect(sheet(page)).toContainText('申请发送一次以下消息');
  await page.keyboard.press('Escape');
  await expect(log(page)).toContainText('没有同意,改发短信');
  await expect(heading(page, '已经收到')).toBeVisible();
  await dispatcher.passOn(number);
  await expect(log(page)).toContainText(new RegExp(`短信.*${number}`), { timeout: 20_000 });
  await expect(log(page)).not.toContainText('微信消息');
});

/** The parts of a browser that knows codes: it reads one off whatever picture it is given. */
function readsCodes(says: string | undefined): void {
  class BarcodeDetector {
    async detect(): Promise<{ rawValue: string }[]> {
      return says === undefined ? [] : [{ rawValue: says }];
    }
  }
  Object.assign(window, { BarcodeDetector });
}

test('outside WeChat a photo of the code will do, where the browser knows codes; else one types', async ({ page, context }) => {
  await page.goto('/services/BILL');
  const number = page.getByRole('textbox', { name: '水费户号' });
  await expect(number).toBeVisible();
  await expect(page.getByRole('button', { name: /扫码填户号|拍条码填户号/ })).toHaveCount(0);
  expect(await page.evaluate(() => 'wx' in window), 'nothing of WeChat is loaded').toBe(false);

  const photo = { name: 'meter.png', mimeType: 'image/png', buffer: png() };
  const take = async (says: string | undefined) => {
    const tab = await context.newPage();
    await tab.addInitScript(readsCodes, says);
    await tab.goto('/services/BILL');
    const [chooser] = await Promise.all([tab.waitForEvent('filechooser'), tab.getByRole('button', { name: '拍条码填户号' }).click()]);
    await chooser.setFiles(photo);
    return tab;
  };
  const good = await take('0769123456');
  await expect(good.getByRole('textbox', { name: '水费户号' })).toHaveValue('0769123456');
  await expect(good.getByText('已填好户号')).toBeVisible();
  await axe(good);
  await expect((await take(undefined)).getByText('照片里没有找到码')).toBeVisible();
  await expect((await take('6901234567892')).getByText('这个码里没有水费户号')).toBeVisible();
});

test('a form takes the number off a code as well', async ({ page, context, city }) => {
  await (await city.resident()).sitsAt(context);
  await page.addInitScript(readsCodes, 'CODE_128,0769600046');
  await page.goto('/file/INFO/account');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '拍条码填户号' }).click()]);
  await chooser.setFiles({ name: 'bill.png', mimeType: 'image/png', buffer: png() });
  await expect(page.getByRole('textbox', { name: '水费户号' })).toHaveValue('0769600046');
  await axe(page);
});

test('who comes from WeChat without being known reads why, and goes on by phone', async ({ page }) => {
  for (const [why, said] of [
    ['unbound', '这个微信第一次来'],
    ['snapshot', '您看到的是页面快照'],
    ['ticket', '页面停得太久了'],
  ]) {
    await page.goto(`/sign-in?next=/cases&why=${why}`);
    await expect(page.getByRole('status').filter({ hasText: said ?? '' })).toBeVisible();
  }
  await fits(page);
  await axe(page);
  await page.goto('/sign-in?why=%3Cb%3E');
  await expect(page.getByRole('textbox', { name: '手机号' })).toBeVisible();
  await expect(page.getByText('<b>')).toHaveCount(0);
});
