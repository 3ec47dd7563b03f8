import type { Page } from '@playwright/test';
import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { type Holder, holder } from '../holders.ts';
import { chinese, fits, reads } from '../reading.ts';
import { arrives, next, pick, type } from './steps.ts';

async function fillIn(page: Page, { number, end, four }: Holder): Promise<void> {
  await page.getByRole('textbox', { name: '水费户号' }).fill(number);
  await page.getByRole('textbox', { name: '户名最后一个字' }).fill(end);
  await page.getByRole('textbox', { name: '登记的手机号或身份证号后四位' }).fill(four);
}

async function binds(page: Page, of: Holder): Promise<void> {
  await page.goto('/water/add');
  await fillIn(page, of);
  await page.getByRole('button', { name: '绑定水费户' }).click();
  await expect(page).toHaveURL(new RegExp(`/water/${of.number}$`));
}

test('an account is added after a wrong try, named, looked at and taken away', async ({ page, context, city }) => {
  const resident = await city.resident();
  await resident.sitsAt(context);
  await page.goto('/services/BILL');
  await page.getByRole('link', { name: '看我的水费户' }).click();
  await expect(page.getByText('还没有绑定水费户')).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: '绑定水费户' }).click();
  await arrives(page, '绑定水费户');

  const mine = holder(60);
  const button = page.getByRole('button', { name: '绑定水费户' });
  await button.click();
  await expect(page.getByRole('textbox', { name: '水费户号' })).toBeFocused();
  await expect(page.getByText('这一项还没有填')).toHaveCount(3);
  await fillIn(page, { ...mine, four: '9999' });
  await button.click();
  await expect(page.getByRole('alert').filter({ hasText: '今天还可以试4次' })).toBeVisible();
  await axe(page);
  await fillIn(page, mine);
  await button.click();
  await expect(page).toHaveURL(new RegExp(`/water/${mine.number}$`));

  await page.getByRole('button', { name: '起个名字' }).click();
  await page.getByRole('textbox', { name: '给它起个名字(选填)' }).fill('妈妈在东城花园的那套老房子三楼');
  await axe(page);
  await page.getByRole('button', { name: '保存' }).click();
  await arrives(page, '妈妈在东城花园的那套老房子三楼');
  await fits(page);
  await axe(page);

  const bills = page.getByRole('region', { name: '账单' }).getByRole('listitem');
  await expect(bills).toHaveCount(12);
  await bills.first().getByRole('link').click();
  await arrives(page, '水费账单');
  const readings = page.getByRole('region', { name: '水表读数' });
  const figure = async (name: string) => {
    const fact = readings.locator('div').filter({ has: page.getByText(name, { exact: true }) });
    return Number.parseInt((await fact.getByRole('definition').textContent()) ?? '', 10);
  };
  expect((await figure('本次读数')) - (await figure('上次读数'))).toBe(await figure('用水量'));
  await expect(page.getByRole('region', { name: '金额' })).toContainText('缴费期限');
  await fits(page);
  await axe(page);

  await page.getByRole('link', { name: '返回' }).click();
  await page.getByRole('button', { name: '解除绑定' }).click();
  const question = page.getByRole('dialog', { name: '解除绑定这一户?' });
  await expect(question).toContainText('可以再绑定');
  await question.getByRole('button', { name: '先不解除' }).click();
  await expect(question).toBeHidden();
  await page.getByRole('button', { name: '解除绑定' }).click();
  await question.getByRole('button', { name: '解除绑定' }).click();
  await expect(page.getByText('还没有绑定水费户')).toBeVisible();
});

test('whoever it is shared with sees the bills on their own phone, until it is not any more', async ({
  page,
  context,
  browser,
  city,
}) => {
  const [owner, phone] = [await city.resident(), freshPhone()];
  await owner.sitsAt(context);
  await binds(page, holder(41));
  const sharing = page.getByRole('region', { name: '分享给家人' });
  await sharing.getByRole('button', { name: '分享', exact: true }).click();
  await expect(sharing.getByText('这一项还没有填')).toBeVisible();
  await sharing.getByRole('textbox', { name: '对方手机号' }).fill(phone);
  await sharing.getByRole('button', { name: '分享', exact: true }).click();
  const masked = `${phone.slice(0, 3)}****${phone.slice(7)}`;
  await expect(sharing.getByRole('listitem')).toContainText(masked);
  await axe(page);

  const elsewhere = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const reader = await city.resident(phone);
  await reader.sitsAt(elsewhere);
  const other = await elsewhere.newPage();
  await other.goto('/water');
  await other.getByRole('link', { name: /分享给我的/ }).click();
  await expect(other.getByText('家人分享给您的,只能看账单')).toBeVisible();
  await expect(other.getByRole('region', { name: '账单' }).getByRole('listitem')).toHaveCount(12);
  await expect(other.getByRole('region', { name: '分享给家人' })).toHaveCount(0);
  await axe(other);

  await sharing.getByRole('button', { name: `取消分享给${masked}` }).click();
  await expect(sharing.getByRole('listitem')).toHaveCount(0);
  await other.reload();
  await expect(other.getByText('这里没有这个水费户')).toBeVisible();
  await elsewhere.close();
});

test('a service that is filed on an account knows its number and place', async ({ page, context, city }) => {
  const resident = await city.resident();
  await resident.sitsAt(context);
  const mine = holder(42);
  await binds(page, mine);
  // Until the account is here, its page is called by the number.
  await expect(page.getByRole('link', { name: '办过户' })).toBeVisible();
  const place = await page.getByRole('heading', { level: 1 }).textContent();
  await page.getByRole('link', { name: '办过户' }).click();
  await arrives(page, '过户');
  await page.getByRole('link', { name: '开始办理' }).click();
  await expect(page.getByRole('textbox', { name: '水费户号' })).toHaveValue(mine.number);
  const town = await page.getByRole('combobox', { name: '镇街' }).inputValue();
  const address = await page.getByRole('textbox', { name: '用水地址' }).inputValue();
  expect(`${town}${address}`).toBe(place);
  await pick(page, '新的不动产权证');
  await next(page, '新户主');
  // The account's holder is the other side of a transfer, and is not known in full to whoever is not them.
  await type(page, '新户主姓名', '李四');
});

test('what is owed stands on the first page, and leads to the account', async ({ page, context, city }) => {
  const resident = await city.resident();
  await resident.sitsAt(context);
  // Every seventh resident has not paid the last three bills.
  await binds(page, holder(4));
  await expect(page.getByText(/^欠费[\d.]+元,.*已过期限$/)).toBeVisible();
  await page.goto('/');
  await page.getByRole('link', { name: /^欠费[\d.]+元/ }).click();
  await arrives(page, '.+');
  await expect(page.getByText('违约金(算到今天)')).toBeVisible();
  const late = page.getByRole('region', { name: '账单' }).getByRole('link', { name: /已逾期/ });
  await expect(late.first()).toBeVisible();
});

test('who is not signed in is led to sign in and back; what is not theirs is not there', async ({ page, context, city }) => {
  await page.goto('/water/0769600001');
  const link = page.getByRole('link', { name: '登录' });
  await expect(link).toHaveAttribute('href', '/sign-in?next=%2Fwater%2F0769600001');
  const resident = await city.resident();
  await resident.sitsAt(context);
  await page.goto('/water/0769600001');
  await expect(page.getByText('这里没有这个水费户')).toBeVisible();
  await axe(page);
  await page.goto('/water/0769600001/bills/2026-01');
  await expect(page.getByText('没有这一期账单')).toBeVisible();
});

for (const [how, reading] of [
  ['in English', { lang: 'en' }],
  ['in large letters', { lang: 'zh', elder: true }],
] as const) {
  test(`${how} the pages fit a small phone`, async ({ page, context, city }) => {
    await page.setViewportSize({ width: 360, height: 1800 });
    const resident = await city.resident();
    await resident.sitsAt(context);
    const mine = holder(reading.lang === 'en' ? 18 : 25);
    await binds(page, mine);
    const bill = await page.getByRole('region', { name: '账单' }).getByRole('link').first().getAttribute('href');
    await reads(page, reading);
    for (const address of ['/water', '/water/add', `/water/${mine.number}`, bill ?? '']) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await fits(page);
      await axe(page);
      // Addresses and holders are as the billing system has them.
      if (reading.lang === 'en' && address === '/water/add') expect(await chinese(page), address).toEqual([]);
    }
  });
}
