import type { Page } from '@playwright/test';
import { axe, expect, test } from '../fixtures.ts';
import { holder } from '../holders.ts';
import { chinese, fits, reads } from '../reading.ts';
import { arrives, next, pick, town, type } from './steps.ts';

/** Of every seven residents the fourth has not paid the last three bills, and the first owes nothing. */
const [OWES, SETTLED] = [holder(11), holder(15)];
/** Away for a while, with the water suspended. */
const AWAY = holder(9);

/** The button of an account to choose, which is called by its place. */
function accounts(page: Page) {
  return page.getByRole('group', { name: '用哪一户办' }).getByRole('button');
}

test('arrears are told before the form is begun, and paying is the way forward', async ({ page, context, city }) => {
  const resident = await city.resident();
  await resident.binds(OWES);
  await resident.sitsAt(context);
  await page.goto('/services/TRANS');
  const begin = page.getByRole('link', { name: '开始办理' });
  await expect(begin, 'no account is chosen: it may be another one').toBeVisible();
  await accounts(page).click();
  await expect(page.getByRole('alert')).toHaveText(/^这一户还有水费[\d.]+元没有交清,交清后接着办$/);
  await expect(begin).toBeHidden();
  const then = encodeURIComponent(`/services/TRANS?account=${OWES.number}`);
  await expect(page.getByRole('link', { name: '现在去交' })).toHaveAttribute('href', `/water/${OWES.number}/pay?then=${then}`);
  await fits(page);
  await axe(page);

  await accounts(page).click();
  await expect(begin).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  // Whoever comes from the account, or back from paying, has chosen it.
  await page.goto(`/services/TRANS?account=${OWES.number}`);
  await expect(accounts(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('link', { name: '现在去交' })).toBeVisible();
});

test('whoever pays what is in the way goes on where they were', async ({ page, context, city }) => {
  const resident = await city.resident();
  const owes = holder(18);
  await resident.binds(owes);
  await resident.sitsAt(context);
  await page.goto(`/services/CLOSE?account=${owes.number}`);
  await page.getByRole('link', { name: '现在去交' }).click();
  await arrives(page, '缴水费');
  await page.getByRole('button', { name: /^支付[\d.]+元$/ }).click();
  await page.getByRole('button', { name: '支付 Pay' }).click();
  await arrives(page, '缴费结果');
  await page.getByRole('link', { name: '接着办' }).click();
  await arrives(page, '销户');
  await expect(accounts(page)).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('link', { name: '开始办理' }).click();
  await expect(page.getByRole('textbox', { name: '水费户号' })).toHaveValue(owes.number);
});

test('an account that is chosen is filled in', async ({ page, context, city }) => {
  const resident = await city.resident();
  await resident.binds(SETTLED);
  await resident.sitsAt(context);
  await page.goto('/services/TRANS');
  await accounts(page).click();
  await page.getByRole('link', { name: '开始办理' }).click();
  await expect(page.getByRole('textbox', { name: '水费户号' })).toHaveValue(SETTLED.number);
  await pick(page, '新的不动产权证');
  await next(page, '新户主');
});

test('what is suspended is resumed first', async ({ page, context, city }) => {
  const resident = await city.resident();
  await resident.binds(AWAY);
  await resident.sitsAt(context);
  await page.goto(`/services/TEST?account=${AWAY.number}`);
  await expect(page.getByRole('alert')).toHaveText('这一户暂停用水了,请先恢复用水');
  await page.getByRole('link', { name: '先办暂停后恢复用水' }).click();
  await arrives(page, '暂停后恢复用水');
  await expect(accounts(page)).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('link', { name: '开始办理' }).click();
  await expect(page.getByRole('textbox', { name: '水费户号' })).toHaveValue(AWAY.number);
});

test('a number that is typed is looked at when its page is left', async ({ page, context, city }) => {
  const resident = await city.resident();
  await resident.sitsAt(context);
  await page.goto('/services/TRANS');
  await page.getByRole('link', { name: '开始办理' }).click();
  await type(page, '水费户号', OWES.number);
  await town(page, '南城');
  await type(page, '用水地址', '鸿福路100号');
  await pick(page, '新的不动产权证');
  await page.getByRole('button', { name: '下一步:新户主' }).click();
  const told = page.getByRole('alert').filter({ hasText: '没有交清' });
  await expect(told, 'how much is nothing to a stranger').toHaveText('这一户还有水费没有交清,交清后接着办');
  const way = page.getByRole('link', { name: '现在去交' });
  await expect(way).toHaveAttribute('href', /^\/water\/\d+\/pay\?then=%2Ffile%2FTRANS%2Faccount%3Fdraft%3D[0-9a-f]{32}$/);
  await axe(page);
  await type(page, '水费户号', '99999999');
  await expect(way).toBeHidden();
  await next(page, '新户主');
});

for (const [how, reading] of [
  ['in English', { lang: 'en' }],
  ['in large letters', { lang: 'zh', elder: true }],
] as const) {
  test(`${how} it fits a small phone`, async ({ page, context, city }) => {
    await page.setViewportSize({ width: 360, height: 1800 });
    const resident = await city.resident();
    await resident.binds(OWES);
    await resident.sitsAt(context);
    await reads(page, reading);
    await page.goto(`/services/CLOSE?account=${OWES.number}`);
    await expect(page.getByRole('alert')).not.toBeEmpty();
    await fits(page);
    await axe(page);
    // Addresses are as the billing system has them.
    if (reading.lang === 'en') {
      const said = await page.getByRole('alert').textContent();
      expect(said).toMatch(/^¥[\d.]+ of bills are unpaid; pay first, then go on$/);
      expect((await chinese(page)).length).toBeLessThanOrEqual(1);
    }
  });
}
