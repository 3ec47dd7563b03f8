import { type Page } from '@playwright/test';
import { type City, freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { hookup, leak } from '../filings.ts';

/** Cases that a search for their filer's phone lists together, oldest first. */
async function filed(city: City, count: number): Promise<{ address: string; numbers: string[] }> {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const numbers: string[] = [];
  for (let at = 0; at < count; at += 1) numbers.push(await resident.file(leak(phone)));
  return { address: `/desk/cases?text=${phone}&sort=oldest`, numbers };
}

function row(page: Page, number: string) {
  return page.getByRole('checkbox', { name: `选 ${number}` });
}

function bar(page: Page) {
  return page.getByRole('group', { name: '选中的办件' });
}

test('rows are chosen by mouse, range and key, and all at once', async ({ page, context, city }) => {
  const { address, numbers } = await filed(city, 5);
  await (await city.staff('clerk')).sitsAt(context);
  await page.goto(address);
  const [first = '', , third = '', fourth = ''] = numbers;
  await row(page, first).check();
  await expect(bar(page).getByRole('status')).toHaveText('已选1件');
  await row(page, third).click({ modifiers: ['Shift'] });
  await expect(bar(page).getByRole('status')).toHaveText('已选3件');
  await axe(page);
  await page.getByRole('link', { name: new RegExp(third) }).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(row(page, fourth)).toBeChecked();
  await expect(bar(page).getByRole('status')).toHaveText('已选4件');
  const all = page.getByRole('checkbox', { name: '选中本页全部' });
  await all.check();
  await expect(bar(page).getByRole('status')).toHaveText('已选5件');
  await expect(bar(page).getByRole('button')).toHaveText(['受理', '备注', '不选了']);
  await all.uncheck();
  await expect(bar(page).getByRole('button')).toHaveCount(0);
});

test('what went through is told apart from what did not, which stays chosen', async ({ page, context, city }) => {
  const { address, numbers } = await filed(city, 3);
  const [first = '', second = '', third = ''] = numbers;
  await (await city.staff('clerk')).sitsAt(context);
  await page.goto(address);
  await page.getByRole('checkbox', { name: '选中本页全部' }).check();
  // Meanwhile a colleague takes one of them.
  await (await city.staff('clerk2')).act(second, { verb: 'take' });
  await bar(page).getByRole('button', { name: '受理' }).click();
  const told = page.getByRole('alert').filter({ hasText: '受理:办成2件,没办成1件' });
  await expect(told.getByRole('listitem')).toHaveText([`${second} 现在不能这样做。请刷新看看这件事的最新状态`]);
  await expect(bar(page).getByRole('status')).toHaveText('已选1件');
  await expect(row(page, second)).toBeChecked();
  await expect(row(page, first)).not.toBeChecked();
  await expect(page.getByRole('link', { name: new RegExp(third) })).toContainText('受理中');
  await expect(page.getByText('已受理 2件')).toBeVisible();
  await axe(page);

  await bar(page).getByRole('button', { name: '备注' }).click();
  const note = page.getByRole('dialog', { name: '备注 1件' });
  await note.getByRole('button', { name: '备注' }).click();
  await expect(note.getByRole('textbox')).toHaveAccessibleDescription('这一项还没有填');
  await axe(page);
  await note.getByRole('textbox').fill('同事已接,不用再派');
  await note.getByRole('button', { name: '备注' }).click();
  await expect(note).toHaveCount(0);
  await expect(told).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '办件' })).toBeFocused();
  await page.getByRole('link', { name: new RegExp(second) }).click();
  await expect(page.getByRole('region', { name: '经过' }).getByText('同事已接,不用再派')).toBeVisible();
});

test('a dispatcher gives many to a colleague, and one from its own page', async ({ page, context, city }) => {
  const { address, numbers } = await filed(city, 2);
  await (await city.staff('dispatcher')).sitsAt(context);
  await page.goto(address);
  await page.getByRole('checkbox', { name: '选中本页全部' }).check();
  await bar(page).getByRole('button', { name: '分派' }).click();
  const assign = page.getByRole('dialog', { name: '分派 2件' });
  await assign.getByRole('button', { name: '分派' }).click();
  const to = assign.getByRole('combobox', { name: '分派给' });
  await expect(to).toHaveAccessibleDescription('这一项还没有填');
  await axe(page);
  await to.selectOption({ label: '陈晓敏' });
  await assign.getByRole('button', { name: '分派' }).click();
  await expect(assign).toHaveCount(0);
  await expect(page.getByText('已分派 2件')).toBeVisible();
  await page.getByRole('link', { name: new RegExp(numbers[0] ?? '') }).click();
  await expect(page.getByText('经办: 陈晓敏')).toBeVisible();
  await expect(page.getByRole('region', { name: '经过' }).getByText('分派给陈晓敏')).toBeVisible();

  const phone = freshPhone();
  const papers = await (await city.resident(phone)).file(hookup(phone));
  await page.goto(`/desk/cases/${papers}`);
  await page.getByRole('group', { name: '现在可以' }).getByRole('button', { name: '分派' }).click();
  const one = page.getByRole('dialog', { name: '分派' });
  // Papers are nothing for the hotline or a crew.
  const colleagues = one.getByRole('combobox', { name: '分派给' }).locator('optgroup');
  await expect(colleagues.first()).toHaveAttribute('label', '窗口人员');
  const roles = await colleagues.evaluateAll((groups) => groups.map((group) => group.getAttribute('label')));
  expect(roles).toEqual(['窗口人员', '调度员', '主管']);
  await axe(page);
  await one.getByRole('combobox', { name: '分派给' }).selectOption({ label: '黄志强' });
  await one.getByRole('button', { name: '分派' }).click();
  await expect(page.getByText('经办: 黄志强')).toBeVisible();
});
