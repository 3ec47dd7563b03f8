import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { leak } from '../filings.ts';
import { acts, begin, open } from './steps.ts';

test('of two clerks at one case the second is told who did what, and loses no word', async ({
  page,
  context,
  browser,
  city,
}) => {
  const phone = freshPhone();
  const number = await (await city.resident(phone)).file(leak(phone));
  const [first, second] = [await city.staff('clerk'), await city.staff('clerk2')];
  await first.sitsAt(context);
  // The first is not told what changes, as on a bad network.
  await page.route('**/desk/events*', (route) => route.abort());
  const elsewhere = await browser.newContext();
  await second.sitsAt(elsewhere);
  const theirs = await elsewhere.newPage();
  await Promise.all([open(page, number), open(theirs, number)]);

  const mine = await begin(theirs, '派单');
  await mine.getByRole('textbox', { name: /给他们的话/ }).fill('带上DN20的接头');
  const note = await begin(page, '备注');
  await note.getByRole('textbox', { name: '备注' }).fill('用户说阀门已关');
  await note.getByRole('button', { name: '备注' }).click();
  await expect(note).toBeHidden();

  await mine.getByRole('button', { name: '派单' }).click();
  const told = mine.getByRole('alert').filter({ hasText: '这件刚被别人更新了。' });
  await expect(told).toBeVisible();
  await expect(told.getByRole('listitem')).toContainText(['陈晓敏 · 窗口人员']);
  await expect(told.getByRole('listitem')).toContainText(['备注 用户说阀门已关']);
  await expect(mine.getByRole('textbox', { name: /给他们的话/ })).toHaveValue('带上DN20的接头');
  await axe(theirs);
  await mine.getByRole('button', { name: '派单' }).click();
  await expect(mine).toBeHidden();
  await expect(theirs.getByRole('heading', { level: 1, name: /^南城分公司正在办理,/ })).toBeVisible();
  const timeline = theirs.getByRole('region', { name: '经过' });
  await expect(timeline.getByText('带上DN20的接头')).toBeVisible();
  await expect(timeline.getByText('用户说阀门已关')).toBeVisible();

  // What is no longer possible for the first says so too.
  await acts(page).getByRole('button', { name: '受理' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '这件刚被别人更新了。' })).toContainText('黄志强');
  await expect(acts(page).getByRole('button', { name: '受理' })).toHaveCount(0);
  await axe(page);
  await elsewhere.close();
});
