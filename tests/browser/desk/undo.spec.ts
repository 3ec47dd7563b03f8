import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { hookup, leak } from '../filings.ts';
import { acts, begin, open } from './steps.ts';

test('what has just been done is taken back by a key', async ({ page, context, city }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const number = await resident.file(hookup(phone));
  await (await city.staff('clerk')).sitsAt(context);
  await open(page, number);
  await acts(page).getByRole('button', { name: '受理' }).click();
  await expect(page.getByRole('status').filter({ hasText: `已受理 ${number}` })).toBeVisible();
  await expect(page.getByRole('button', { name: '撤销' })).toHaveAttribute('aria-keyshortcuts', 'z');
  await axe(page);
  await page.keyboard.press('z');
  await expect(page.getByRole('status').filter({ hasText: `已撤销:受理 ${number}` })).toBeVisible();
  await expect(acts(page).getByRole('button', { name: '受理' })).toBeVisible();
  const timeline = page.getByRole('region', { name: '经过' });
  await expect(timeline.getByRole('listitem')).toContainText(['已撤销:受理', '已受理', '提交申请']);
  await axe(page);
  const seen = await resident.case(number);
  expect(seen.status).toBe('filed');

  // While somebody types it is a letter like any other.
  const note = await begin(page, '备注');
  await note.getByRole('textbox', { name: '备注' }).pressSequentially('zz');
  await note.getByRole('button', { name: '备注' }).click();
  await expect(note).toBeHidden();
  await expect(timeline.getByText('zz')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(timeline.getByRole('listitem').first()).toContainText('已撤销:备注');
});

test('a verdict on a document is taken back', async ({ page, context, city }) => {
  const phone = freshPhone();
  const number = await (await city.resident(phone)).file(hookup(phone));
  const clerk = await city.staff('clerk');
  await clerk.act(number, { verb: 'take' });
  await clerk.sitsAt(context);
  await open(page, number);
  const accept = page.getByRole('button', { name: '身份证 合格', exact: true });
  await accept.click();
  await expect(accept).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: '撤销' })).toBeVisible();
  await page.keyboard.press('z');
  await expect(accept).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByRole('region', { name: '身份证' })).toContainText('未核对');
});

test('many are taken back at once, and what others have gone on with is not', async ({ page, context, city }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const numbers = [await resident.file(leak(phone)), await resident.file(leak(phone))];
  await (await city.staff('clerk')).sitsAt(context);
  await page.goto(`/desk/cases?text=${phone}`);
  await page.getByRole('checkbox', { name: '选中本页全部' }).check();
  await page.getByRole('group', { name: '选中的办件' }).getByRole('button', { name: '受理' }).click();
  await expect(page.getByText('已受理 2件')).toBeVisible();
  await (await city.staff('clerk2')).act(numbers[0] ?? '', { verb: 'note', words: '我在跟', to_resident: false });
  await page.keyboard.press('z');
  await expect(page.getByRole('status').filter({ hasText: `已撤销:受理 ${numbers[1]}` })).toContainText('1件没有撤销');
  await expect(page.getByRole('link', { name: new RegExp(numbers[1] ?? '') })).toContainText('待受理');
  await expect(page.getByRole('link', { name: new RegExp(numbers[0] ?? '') })).toContainText('受理中');
});

test('after ten seconds it is not offered any more', async ({ page, context, city }) => {
  const phone = freshPhone();
  const number = await (await city.resident(phone)).file(leak(phone));
  await (await city.staff('clerk')).sitsAt(context);
  await page.clock.install();
  await open(page, number);
  await acts(page).getByRole('button', { name: '受理' }).click();
  const undo = page.getByRole('button', { name: '撤销' });
  await expect(undo).toBeVisible();
  await page.clock.runFor(8_000);
  await expect(undo).toBeVisible();
  await page.clock.runFor(4_000);
  await expect(undo).toHaveCount(0);
});
