import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { hookup, leak, meterTest, transfer } from '../filings.ts';
import { acts, open } from './steps.ts';

test('beside a case stand those of the same person, account and address', async ({ page, context, city }) => {
  const [phone, neighbour] = [freshPhone(), freshPhone()];
  const [resident, other] = [await city.resident(phone), await city.resident(neighbour)];
  const address = `鸿福路${phone.slice(-4)}号`;
  const account = `0769${phone.slice(-6)}`;
  const before = transfer(phone, freshPhone());
  Object.assign(before.answers, { account, town: 'nancheng', address });
  const first = await resident.file(before);
  // Somebody else, the same place written another way.
  const second = await other.file(leak(neighbour, { address: `鸿福路 ${phone.slice(-4)} 号` }));
  const third = await resident.file(hookup(phone));

  await (await city.staff('clerk')).sitsAt(context);
  await open(page, first);
  const beside = page.getByRole('region', { name: '同一人、同一户、同一地址' });
  await expect(beside.getByRole('listitem')).toHaveCount(2);
  await expect(beside.getByRole('listitem').nth(0)).toContainText(`${third} 用水报装`);
  await expect(beside.getByRole('listitem').nth(0)).toContainText('同一人');
  await expect(beside.getByRole('listitem').nth(1)).toContainText(`${second} 漏水报修`);
  await expect(beside.getByRole('listitem').nth(1)).toContainText('同一地址');
  await axe(page);

  await beside.getByRole('link', { name: new RegExp(second) }).click();
  await expect(page).toHaveURL(new RegExp(`/desk/cases/${second}\\?text=${first}`));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(beside.getByRole('listitem')).toHaveCount(1);
  await expect(beside.getByRole('link')).toHaveAccessibleName(`${first} 过户`);
});

test('the water account that a case names stands beside it, with what is owed', async ({ page, context, city }) => {
  const phone = freshPhone();
  // A transfer waits until all is paid; a meter is tested whatever is owed.
  const filing = meterTest(phone);
  // One of the demo city's residents who have not paid.
  filing.answers.account = '0769600004';
  const number = await (await city.resident(phone)).file(filing);
  await (await city.staff('clerk')).sitsAt(context);
  await open(page, number);
  const account = page.getByRole('region', { name: '这一户' });
  await expect(account).toContainText('0769600004');
  await expect(account).toContainText('居民生活');
  await expect(account.getByText(/^欠费[\d.]+元,其中逾期[\d.]+元,违约金[\d.]+元$/)).toBeVisible();
  await expect(account.getByText('正常用水')).toBeVisible();
  await axe(page);
});

test('a case that has to do with no other says so', async ({ page, context, city }) => {
  const phone = freshPhone();
  const number = await (await city.resident(phone)).file(leak(phone, { address: `石竹路${phone.slice(-4)}号` }));
  await (await city.staff('clerk')).sitsAt(context);
  await open(page, number);
  const beside = page.getByRole('region', { name: '同一人、同一户、同一地址' });
  await expect(beside.getByText(/^没有别的办件/)).toBeVisible();
  await axe(page);
});

test('two at one case see each other look and write', async ({ page, context, browser, city }) => {
  const phone = freshPhone();
  const number = await (await city.resident(phone)).file(leak(phone));
  await (await city.staff('clerk')).sitsAt(context);
  const elsewhere = await browser.newContext();
  await (await city.staff('clerk2')).sitsAt(elsewhere);
  const theirs = await elsewhere.newPage();

  await open(page, number);
  await open(theirs, number);
  const here = (who: typeof page, text: string) => who.getByRole('status').filter({ hasText: text });
  await expect(here(theirs, '陈晓敏 正在看')).toBeVisible();
  // Whoever was here first is told with the next beat; writing is told at once.
  await expect(here(page, '黄志强 正在看')).toBeVisible({ timeout: 30_000 });
  await acts(theirs).getByRole('button', { name: '备注', exact: true }).click();
  await expect(theirs.getByRole('dialog', { name: '备注' })).toBeVisible();
  await expect(here(page, '黄志强 正在写')).toBeVisible({ timeout: 30_000 });
  await axe(page);

  await theirs.getByRole('dialog', { name: '备注' }).getByRole('button', { name: '关闭' }).click();
  await theirs.getByRole('navigation', { name: '工作台' }).getByRole('link', { name: '办件' }).click();
  await expect(here(page, '黄志强')).toHaveCount(0, { timeout: 30_000 });
  await elsewhere.close();
});
