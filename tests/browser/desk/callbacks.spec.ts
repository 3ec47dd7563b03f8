import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { leak } from '../filings.ts';
import { open } from './steps.ts';

test('whoever rated low is called at once, by keys alone', async ({ page, context, city }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const number = await resident.file(leak(phone));
  const dispatcher = await city.staff('dispatcher');
  await dispatcher.act(number, { verb: 'dispatch', unit: 'branch-nancheng' });
  await dispatcher.act(number, { verb: 'finish', result: '换了一段水管' });
  await resident.act(number, { verb: 'rate', level: 'bad', words: '还在滴' });
  await dispatcher.sitsAt(context);
  await page.goto('/desk/cases');
  await expect(page.getByRole('heading', { level: 1, name: '办件' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await expect(page).toHaveURL(/\/desk\/callbacks$/);
  const row = page.getByRole('listitem').filter({ hasText: number });
  await expect(row).toContainText('评价低');
  await axe(page);
  await row.getByRole('button').focus();
  await page.keyboard.press('Enter');
  const call = page.getByRole('dialog', { name: `回访 ${number}` });
  await expect(call).toContainText('居民自己评价: 不满意');
  await expect(call.getByRole('listitem').first()).toContainText('您好');
  await axe(page);
  await call.getByRole('button', { name: '显示电话' }).focus();
  await page.keyboard.press('Enter');
  await expect(call.getByRole('link', { name: phone })).toBeVisible();
  await call.getByRole('radio', { name: '没人接' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(call).toBeHidden();
  await expect(row).toContainText('打过1次');

  await row.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await call.getByRole('textbox', { name: '居民怎么说(可不填)' }).fill('师傅没修好就走了');
  await page.keyboard.press('Control+Enter');
  await expect(call).toBeHidden();
  await expect(row).toHaveCount(0);
  await page.getByRole('link', { name: '已结束' }).click();
  await expect(row).toContainText('师傅没修好就走了');
  await axe(page);
  await open(page, number);
  await expect(page.getByText('居民评价: 不满意')).toBeVisible();
});

test('who does not call back is not led there', async ({ page, context, city }) => {
  await (await city.staff('crew')).sitsAt(context);
  await page.goto('/desk/callbacks');
  await expect(page.getByText('回访由话务员、调度员和主管来做')).toBeVisible();
  await expect(page.getByRole('link', { name: '回访', exact: true })).toHaveCount(0);
});
