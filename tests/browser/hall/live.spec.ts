import type { Page } from '@playwright/test';
import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { hookup, leak } from '../filings.ts';
import { hears } from '../wire.ts';
import { arrives, pick, type } from './steps.ts';

/** Marks the page, so that it is known whether it was loaded anew. */
async function mark(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => document.body.setAttribute('data-mark', ''));
  return async () => expect(page.locator('body[data-mark]')).toHaveCount(1);
}

test('a case changes before the eyes of who filed it, and nothing that they do is disturbed', async ({
  page,
  context,
  city,
}) => {
  const phone = freshPhone();
  const [resident, dispatcher, crew] = await Promise.all([
    city.resident(phone),
    city.staff('dispatcher'),
    city.staff('crew'),
  ]);
  const number = await resident.file(leak(phone));
  await resident.sitsAt(context);
  await page.goto(`/cases/${number}`);
  await arrives(page, '漏水报修');
  const stays = await mark(page);
  const add = page.getByRole('button', { name: '补充' });
  await add.focus();
  await dispatcher.act(number, { verb: 'dispatch', unit: 'branch-nancheng' });
  await expect(page.getByText(/^南城分公司正在办理,.*前办结$/)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '办件有新进展:转南城分公司办理' })).toHaveCount(1);
  await expect(page.getByRole('listitem').filter({ hasText: '转南城分公司办理' })).toHaveCount(1);
  await expect(add).toBeFocused();
  await axe(page);

  // While they write, what they have seen stays as it is.
  await add.click();
  const dialog = page.getByRole('dialog');
  const words = dialog.getByRole('textbox');
  await words.fill('现在水更大了');
  const told = await hears(page);
  await crew.act(number, { verb: 'finish', result: '已更换接头,不再漏水' });
  await expect.poll(() => told.filter((one) => one.number === number)).toHaveLength(1);
  await expect(words).toHaveValue('现在水更大了');
  await expect(words).toBeFocused();
  await dialog.getByRole('button', { name: '关闭' }).click();
  await expect(page.getByText('已办结。办得怎么样?请您评价')).toBeVisible();
  await expect(page.getByRole('link', { name: '评价' })).toBeVisible();

  await page.getByRole('link', { name: '评价' }).click();
  await arrives(page, '办得怎么样');
  await pick(page, '非常满意');
  await type(page, /想说的话/, '来得很快');
  await dispatcher.act(number, { verb: 'note', words: '已回访', to_resident: true });
  await expect.poll(() => told.filter((one) => one.number === number)).toHaveLength(2);
  await expect(page.getByRole('radio', { name: '非常满意', exact: true })).toBeChecked();
  await expect(page.getByRole('textbox', { name: /想说的话/ })).toHaveValue('来得很快');
  await stays();
});

test('the first page and my cases change by themselves, and the focus stays with the case', async ({
  page,
  context,
  city,
}) => {
  const phone = freshPhone();
  const [resident, clerk] = await Promise.all([city.resident(phone), city.staff('clerk')]);
  await resident.sitsAt(context);
  await page.goto('/');
  await expect(page.getByRole('link', { name: '漏水报修' })).toBeVisible();
  const stays = await mark(page);
  const [hooked, leaking] = [await resident.file(hookup(phone)), await resident.file(leak(phone))];
  await expect(page.getByRole('region', { name: '我的办件' }).getByRole('link')).toHaveText([
    new RegExp(leaking),
    new RegExp(hooked),
  ]);

  await page.getByRole('link', { name: '办件', exact: true }).click();
  await arrives(page, '我的办件');
  const row = page.getByRole('link', { name: new RegExp(hooked) });
  await row.focus();
  await clerk.act(hooked, { verb: 'take' });
  await expect(row).toContainText('受理中');
  await expect(row).toBeFocused();
  const asks = [{ item: { material: 'property' }, reason: '照片看不清' }];
  await clerk.act(hooked, { verb: 'send_back', asks });
  await expect(page.getByRole('region', { name: /等您处理/ }).getByRole('link')).toHaveText([new RegExp(hooked)]);
  await expect(row).toBeFocused();
  await axe(page);
  await stays();
});
