import { type Page } from '@playwright/test';
import { axe, expect, test } from '../fixtures.ts';
import { holder } from '../holders.ts';
import { fits } from '../reading.ts';
import { arrives, quoted } from './steps.ts';

/** What is asked at the bank of the demo city. */
async function atTheBank(page: Page, choice: '支付' | '不付了' | '让它挂着'): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: '演示支付' })).toBeVisible();
  await page.getByRole('button', { name: choice }).click();
  await arrives(page, '缴费结果');
}

/** The button that says how much is paid. */
function pays(page: Page) {
  return page.getByRole('button', { name: /^支付\d/ });
}

test('some of what is owed is paid, the receipt kept, and the rest still owed', async ({ page, context, city }) => {
  const [resident, mine] = [await city.resident(), holder(53)];
  await resident.binds(mine);
  await resident.sitsAt(context);
  await page.goto(`/water/${mine.number}`);
  await page.getByRole('link', { name: '缴费', exact: true }).click();
  await arrives(page, '缴水费');
  const bills = page.getByRole('group', { name: '缴哪几期' }).getByRole('checkbox');
  await expect(bills).toHaveCount(3);
  const all = await pays(page).textContent();
  await bills.last().uncheck();
  await expect(pays(page)).not.toHaveText(all ?? '');
  await fits(page);
  await axe(page);
  const amount = (await pays(page).textContent())?.replace('支付', '') ?? '';

  await pays(page).click();
  await expect(page.getByText(`¥${amount.replace('元', '')}`)).toBeVisible();
  await atTheBank(page, '支付');
  await expect(page.getByText('钱已收到,下面这些都缴清了')).toBeVisible();
  const paid = page.getByRole('region', { name: '缴费明细' });
  await expect(paid.getByText('已入账')).toHaveCount(2);
  await expect(paid).toContainText(`合计${amount}`);
  const [receipt] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '存下收据' }).click()]);
  expect(receipt.suggestedFilename()).toMatch(/^缴费收据 [0-9a-f]{32}\.pdf$/);
  await fits(page);
  await axe(page);

  await page.getByRole('link', { name: '看缴费记录' }).click();
  const listed = page.getByRole('listitem').filter({ hasText: mine.number });
  await expect(listed).toContainText('水费2期');
  await expect(listed).toContainText('已支付');
  await axe(page);
  await page.goto(`/water/${mine.number}`);
  await page.getByRole('link', { name: '缴费', exact: true }).click();
  await expect(bills).toHaveCount(1);
});

test('for a parent the number is enough; what hangs, is refused or begun anew is told plainly', async ({ page, context, city }) => {
  const resident = await city.resident();
  await resident.sitsAt(context);
  await page.goto('/services/BILL');
  const number = page.getByRole('textbox', { name: '水费户号' });
  await number.fill('12');
  await page.getByRole('button', { name: '查欠费' }).click();
  await expect(number).toBeFocused();
  await expect(page.getByRole('alert').filter({ hasText: '8到12位' })).toBeVisible();
  await axe(page);
  await number.fill('99999999');
  await page.getByRole('button', { name: '查欠费' }).click();
  await expect(page.getByText('没有这个户号')).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: '换一个户号' }).click();
  await number.fill(holder(46).number);
  await page.getByRole('button', { name: '查欠费' }).click();
  await expect(page.getByText(new RegExp(`^户号${holder(46).number},户主.\\*`))).toBeVisible();

  await pays(page).click();
  await atTheBank(page, '让它挂着');
  await expect(page.getByText('等待支付')).toBeVisible();
  await expect(page.getByText('请不要再付一次')).toBeVisible();
  await axe(page);
  await pays(page).click();
  await atTheBank(page, '不付了');
  await expect(page.getByText('没有扣钱')).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: '重新缴费' }).click();
  await arrives(page, '缴水费');
  await expect(pays(page)).toBeVisible();
});

test('what was left hanging is told by itself once the bank has answered', async ({ page, context, city }) => {
  const resident = await city.resident();
  await resident.sitsAt(context);
  await page.goto(`/water/${holder(39).number}/pay`);
  await pays(page).click();
  await atTheBank(page, '让它挂着');
  const bank = await context.newPage();
  await bank.goto(page.url().replace('/pay/', '/demo/pay/'));
  await bank.getByRole('button', { name: '支付' }).click();
  await arrives(bank, '缴费结果');
  await bank.close();
  await expect(page.getByText('钱已收到,下面这些都缴清了')).toBeVisible({ timeout: 15_000 });
});

test('a fee is paid from the case, and one goes on there', async ({ page, context, city }) => {
  const { number, resident } = await quoted(city);
  await resident.sitsAt(context);
  await page.goto(`/cases/${number}`);
  await pays(page).click();
  await expect(page.getByText(number)).toBeVisible();
  await atTheBank(page, '支付');
  await page.getByRole('link', { name: '接着办' }).click();
  await expect(page).toHaveURL(`/cases/${number}`);
  const steps = page.getByRole('region', { name: '办到哪一步' }).getByRole('listitem');
  await expect(steps.nth(4)).toHaveAttribute('aria-current', 'step');
  await expect(page.getByText('自动登记').first()).toBeVisible();
});

test('whoever is not signed in is led back to where they wanted to pay', async ({ page, city, context }) => {
  await page.goto(`/water/${holder(34).number}/pay?then=/services/TRANS`);
  await expect(page.getByText('登录后就能缴费')).toBeVisible();
  const link = page.getByRole('link', { name: '登录', exact: true });
  await expect(link).toHaveAttribute('href', /next=.*pay%3Fthen%3D/);
  await (await city.resident()).sitsAt(context);
  await page.reload();
  await pays(page).click();
  await atTheBank(page, '支付');
  await page.getByRole('link', { name: '接着办' }).click();
  await expect(page).toHaveURL('/services/TRANS');
});
