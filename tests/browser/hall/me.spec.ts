import { readFile } from 'node:fs/promises';
import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { ID_NUMBERS, hookup, leak, transfer } from '../filings.ts';
import { fits } from '../reading.ts';
import { next, pick, type } from './steps.ts';

const [ID] = ID_NUMBERS;

test('what was filed before fills the next form with a tap, and nothing that was typed is lost', async ({
  page,
  context,
  city,
}) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  await resident.file(transfer(phone, freshPhone()));
  await resident.file(leak(phone));
  await resident.sitsAt(context);

  await page.goto('/file/TRANS/account');
  const offers = page.getByRole('group', { name: '一点就填好' });
  const latest = offers.getByRole('button', { name: '用上次的:南城 鸿福路100号' });
  const earlier = offers.getByRole('button', { name: '用上次的:东城 东正路20号2栋302' });
  await expect(latest).toBeVisible();
  await axe(page);
  await earlier.click();
  await expect(earlier).toHaveAttribute('aria-pressed', 'true');
  const address = page.getByRole('textbox', { name: '用水地址' });
  const account = page.getByRole('textbox', { name: '水费户号' });
  await expect(page.getByRole('combobox', { name: '镇街' })).toHaveValue('东城');
  await expect(address).toHaveValue('东正路20号2栋302');
  await expect(account).toHaveValue('12345678');
  // Another tap takes the place of the first, and leaves no number of another account.
  await latest.click();
  await expect(address).toHaveValue('鸿福路100号');
  await expect(account).toHaveValue('');
  await axe(page);
  // What is typed is not written over.
  await address.fill('鸿福路200号');
  await expect(offers).toBeHidden();
  await expect(address).toHaveValue('鸿福路200号');
  await account.fill('12345678');
  await pick(page, '新的不动产权证');
  await next(page, '新户主');
  await expect(offers.getByRole('button')).toHaveText(['用上次的:陈嘉怡']);
  await type(page, '新户主姓名', '李四');
  await expect(offers).toBeHidden();
});

test('an identity number is kept with a word of its own, shown masked, and gone when that is taken back', async ({
  page,
  context,
  city,
}) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  await resident.sitsAt(context);
  await page.goto('/file/NEW/who');
  await pick(page, '个人');
  const consent = page.getByRole('checkbox', { name: '下次帮我填好身份证号' });
  await expect(consent).not.toBeChecked();
  const told = page.waitForResponse((answer) => answer.url().endsWith('/me/profile') && answer.request().method() === 'PATCH');
  await consent.check();
  await told;
  await axe(page);
  await resident.file(hookup(phone));

  await page.reload();
  const own = page.getByRole('button', { name: '用上次的:110***********002X' });
  await expect(own).toBeVisible();
  await own.click();
  const number = page.getByRole('textbox', { name: '身份证号' });
  await expect(own).toHaveAttribute('aria-pressed', 'true');
  await expect(number).toHaveValue('110***********002X');
  await number.focus();
  await expect(number).toHaveValue(ID);

  await page.goto('/me/data');
  const remembered = page.getByRole('region', { name: '记住的资料' });
  await expect(remembered.getByText('110***********002X')).toBeVisible();
  await expect(page.getByText(ID)).toHaveCount(0);
  await axe(page);
  await remembered.getByRole('switch', { name: '也记住身份证号' }).click();
  await expect(remembered.getByText('110***********002X')).toHaveCount(0);
  await expect(remembered.getByText('李秀英')).toBeVisible();
});

test('all that is kept is seen, taken along and erased; the cases stay', async ({ page, context, city }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const number = await resident.file(transfer(phone, freshPhone()));
  await resident.sitsAt(context);
  await page.goto('/me');
  await page.getByRole('link', { name: '我的资料和登录设备' }).click();
  const remembered = page.getByRole('region', { name: '记住的资料' });
  await expect(remembered.getByText('陈嘉怡')).toBeVisible();
  await expect(remembered.getByText('东城 东正路20号2栋302 户号12345678')).toBeVisible();
  await expect(page.getByRole('region', { name: '提交的办件' })).toContainText('不能在这里删');
  const devices = page.getByRole('region', { name: '登录的设备' });
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  await expect(devices.getByRole('listitem')).toContainText('这台');
  await fits(page);

  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载我的资料' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('shuiting.json');
  const taken = JSON.parse(await readFile(await file.path(), 'utf8')) as { phone: string; cases: { number: string }[] };
  expect(taken.phone).toBe(phone);
  expect(taken.cases.map((one) => one.number)).toEqual([number]);

  await remembered.getByRole('button', { name: '删掉记住的资料' }).click();
  await axe(page);
  await remembered.getByRole('button', { name: '确定删掉' }).click();
  await expect(remembered.getByText(/^现在什么都没有/)).toBeVisible();
  await page.getByRole('link', { name: '看我的办件' }).click();
  await expect(page.getByRole('link', { name: /东正路20号2栋302/ })).toBeVisible();

  // Whoever wants nothing remembered is offered nothing.
  await page.goto('/me/data');
  await remembered.getByRole('switch', { name: '记住我填过的' }).click();
  await expect(remembered.getByRole('switch', { name: '记住我填过的' })).not.toBeChecked();
  await expect(remembered.getByRole('switch', { name: '也记住身份证号' })).toHaveCount(0);
});

test('letters and messages are chosen once for all phones', async ({ page, context, browser, city }) => {
  const resident = await city.resident();
  await resident.sitsAt(context);
  await page.goto('/me');
  const saved = () =>
    page.waitForResponse((answer) => answer.url().endsWith('/api/v1/me') && answer.request().method() === 'PATCH');
  let told = saved();
  await page.getByRole('button', { name: '最大', exact: true }).click();
  await told;
  await expect(page.locator('body')).toHaveCSS('font-size', '30px');
  await fits(page);
  told = saved();
  await page.getByRole('radio', { name: '只在要我处理时发' }).check();
  await told;
  await axe(page);

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await resident.sitsAt(phone);
  const other = await phone.newPage();
  await other.goto(new URL('/me', page.url()).href);
  await expect(other.getByRole('button', { name: '最大', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(other.getByRole('radio', { name: '只在要我处理时发' })).toBeChecked();
  await phone.close();
});
