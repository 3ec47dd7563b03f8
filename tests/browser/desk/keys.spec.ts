import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { hookup, leak } from '../filings.ts';
import { chinese, fits } from '../reading.ts';
import { acts, open } from './steps.ts';

test('all keys are listed, and single ones can be turned off', async ({ page, context, city }) => {
  const phone = freshPhone();
  const number = await (await city.resident(phone)).file(hookup(phone));
  await (await city.staff('clerk')).sitsAt(context);
  await open(page, number);
  const take = acts(page).getByRole('button', { name: '受理' });
  await expect(take).toHaveAttribute('aria-keyshortcuts', 't');
  await page.keyboard.press('Shift+?');
  const list = page.getByRole('dialog', { name: '所有快捷键' });
  const single = list.getByRole('checkbox', { name: '用单个按键' });
  await expect(single).toBeFocused();
  await expect(single).toBeChecked();
  for (const place of ['列表', '办件', '看材料']) {
    await expect(list.getByRole('heading', { name: place, exact: true })).toBeVisible();
  }
  await axe(page);
  // In a dialog the page's keys do nothing.
  await page.keyboard.press('t');
  await expect(take).toBeVisible();
  await page.keyboard.press('Space');
  await expect(single).not.toBeChecked();
  await axe(page);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();

  await expect(take).not.toHaveAttribute('aria-keyshortcuts');
  await page.reload();
  await expect(acts(page)).toBeVisible();
  await page.keyboard.press('t');
  await page.keyboard.press('v');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(take).toBeVisible();
  // What holds a key down works on, and the button leads back to the list.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: '查找并执行' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '快捷键' }).click();
  await single.check();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await page.keyboard.press('t');
  await expect(take).toHaveCount(0);
});

test('keys are letters while somebody types', async ({ page, context, city }) => {
  const phone = freshPhone();
  const number = await (await city.resident(phone)).file(leak(phone));
  await (await city.staff('clerk')).sitsAt(context);
  await open(page, number);
  await page.keyboard.press('/');
  const find = page.getByRole('searchbox');
  await expect(find).toBeFocused();
  await find.pressSequentially('jtz?n');
  await expect(find).toHaveValue('jtz?n');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await find.fill(phone);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '办件' })).toBeFocused();
  await page.keyboard.press('n');
  const note = page.getByRole('dialog', { name: '备注' });
  const words = note.getByRole('textbox', { name: '备注' });
  await expect(words).toBeFocused();
  await words.pressSequentially('td?已电话核对');
  await expect(words).toHaveValue('td?已电话核对');
  await page.keyboard.press('Control+Enter');
  await expect(note).toBeHidden();
  await expect(page.getByRole('region', { name: '经过' })).toContainText('td?已电话核对');
  await expect(acts(page).getByRole('button', { name: '受理' })).toBeVisible();
});

test('the list is walked, searched and left by keys', async ({ page, context, city }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const numbers: string[] = [];
  for (let at = 0; at < 3; at += 1) numbers.push(await resident.file(leak(phone)));
  const [first = '', second = '', third = ''] = numbers;
  const row = (number: string) => page.getByRole('link', { name: new RegExp(number) });
  await (await city.staff('clerk')).sitsAt(context);
  await page.goto(`/desk/cases?text=${phone}&sort=oldest`);
  await expect(row(third)).toBeVisible();
  await page.keyboard.press('j');
  await expect(row(first)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByRole('checkbox', { name: `选 ${second}` })).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page).toHaveURL(new RegExp(first));
  await page.keyboard.press(']');
  await expect(page).toHaveURL(new RegExp(second));
  await expect(page.getByRole('link', { name: '下一件' })).toHaveAttribute('href', new RegExp(third));
  // Keys are those of the case that is shown: each names the others of its resident, and not itself.
  const beside = (number: string) => page.getByRole('main').getByRole('link', { name: new RegExp(number) });
  await page.keyboard.press('.');
  await expect(page).toHaveURL(new RegExp(third));
  await expect(beside(second)).toBeVisible();
  await expect(page.getByRole('link', { name: '下一件' })).toHaveCount(0);
  await page.keyboard.press('[');
  await expect(page).toHaveURL(new RegExp(second));
  await expect(beside(third)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row(second)).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('5');
  await expect(page).toHaveURL(/due=late$/);
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await expect(page.getByRole('heading', { level: 1, name: '给居民办什么' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(page).toHaveURL(/\/desk\/cases$/);
});

test('the palette finds acts, views, services and cases', async ({ page, context, city }) => {
  const phone = freshPhone();
  const number = await (await city.resident(phone)).file(hookup(phone));
  await (await city.staff('clerk')).sitsAt(context);
  await open(page, number);
  const palette = page.getByRole('dialog', { name: '查找并执行' });
  const input = palette.getByRole('combobox');
  const options = palette.getByRole('option');
  const chosen = palette.getByRole('option', { selected: true });
  const heading = page.getByRole('heading', { level: 1 });

  await page.keyboard.press('Control+k');
  await expect(input).toBeFocused();
  await expect(chosen).toHaveCount(1);
  await axe(page);
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(input).toHaveAttribute('aria-activedescendant', (await options.nth(1).getAttribute('id')) ?? '');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(heading).toBeFocused();

  await page.keyboard.press('Control+k');
  await input.pressSequentially('受理');
  await expect(chosen).toHaveText('操作 受理');
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: /^正在受理,/ })).toBeFocused();

  const leads: [string, string, RegExp][] = [
    ['超时', '视图 超时', /due=late$/],
    ['guohu', '代办 过户', /\/desk\/file\/TRANS$/],
    [number.toLowerCase(), `办件 ${number}`, new RegExp(`/desk/cases/${number}$`)],
    [phone, `搜索 在办件里查“${phone}”`, new RegExp(`text=${phone}$`)],
  ];
  for (const [typed, found, address] of leads) {
    await page.keyboard.press('Control+k');
    await input.fill(typed);
    await expect(chosen).toHaveText(found);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(address);
    await expect(palette).toBeHidden();
  }
});

test('keys, palette and viewer speak English, wide and narrow', async ({ page, context, city }) => {
  const phone = freshPhone();
  const number = await (await city.resident(phone)).file(hookup(phone));
  const clerk = await city.staff('clerk');
  await clerk.act(number, { verb: 'take' });
  await clerk.sitsAt(context);
  await page.goto(`/desk/cases/${number}`);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(acts(page, 'What can be done now')).toBeVisible();
  const opens: [string, string | RegExp][] = [
    ['Shift+?', 'All keys'],
    ['Control+k', 'Find and do'],
    ['v', /^Identity card, photo 1 of 1/],
  ];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [key, name] of opens) {
      await page.keyboard.press(key);
      const dialog = page.getByRole('dialog', { name });
      await expect(dialog).toBeVisible();
      // What was filed stays as it was written.
      const own = await dialog.evaluate((node) => node.textContent ?? '');
      expect(own.replaceAll(/李秀英|中文/g, '')).not.toMatch(/\p{Script=Han}/u);
      await axe(page);
      for (const width of [1024, 360, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await fits(page);
      }
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
  }
  expect((await chinese(page)).filter((text) => text.includes('键'))).toEqual([]);
});
