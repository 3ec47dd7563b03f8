import type { Page } from '@playwright/test';
import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { leak } from '../filings.ts';
import { chinese } from '../reading.ts';

/** The left pane. */
function views(page: Page, name = '视图') {
  return page.getByRole('navigation', { name });
}

test('what is filtered is said in words, each to be taken away', async ({ page, context, city }) => {
  await (await city.staff('clerk')).sitsAt(context);
  await page.goto('/desk/cases?whose=nobody&town=nancheng&due=today&text=138');
  const said = page.getByRole('list', { name: '现在的条件' });
  await expect(said.getByRole('button')).toHaveText(['南城 ×', '没人接 ×', '今天到期 ×', '含“138” ×']);
  await axe(page);
  await said.getByRole('button', { name: '去掉条件:含“138”' }).click();
  await expect(page).toHaveURL(/cases\?town=nancheng&due=today&whose=nobody$/);
  await said.getByRole('button', { name: '去掉条件:南城' }).click();
  await said.getByRole('button', { name: '去掉条件:今天到期' }).click();
  await expect(said.getByRole('button')).toHaveText(['没人接 ×']);
  await expect(views(page).getByRole('link', { name: /^没人接/ })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('link', { name: '清除条件' }).click();
  await expect(said).toHaveCount(0);
});

test('what residents have completed and what they rated low stands in views of its own', async ({
  page,
  context,
  city,
}) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const clerk = await city.staff('clerk');
  const number = await resident.file(leak(phone));
  await clerk.act(number, { verb: 'take' });
  await clerk.act(number, { verb: 'finish', result: '已修好' });
  await resident.act(number, { verb: 'rate', level: 'bad', words: '又漏了' });
  await clerk.sitsAt(context);
  await page.goto('/desk/cases');
  await views(page).getByRole('link', { name: /^评价低/ }).click();
  await expect(page).toHaveURL(/feedback=low$/);
  await expect(page.getByRole('combobox', { name: '居民反馈' })).toHaveValue('low');
  await expect(page.getByRole('link', { name: new RegExp(number) })).toBeVisible();
  await views(page).getByRole('link', { name: /^居民已补正/ }).click();
  await expect(page).toHaveURL(/feedback=answered$/);
  await expect(page.getByRole('link', { name: new RegExp(number) })).toHaveCount(0);
});

test('a filter is saved as a view, moved, renamed and removed', async ({ page, context, city }) => {
  await (await city.staff('clerk2')).sitsAt(context);
  await page.goto('/desk/cases');
  const save = page.getByRole('button', { name: '存为视图' });
  await expect(views(page).getByRole('link', { name: /^超时/ })).toBeVisible();
  await expect(save).toHaveCount(0);

  const names: [string, string][] = [
    ['service=LEAK&town=nancheng', '南城漏水'],
    ['status=taken&whose=mine', '我在核的'],
  ];
  for (const [filter, name] of names) {
    await page.goto(`/desk/cases?${filter}`);
    await save.click();
    const dialog = page.getByRole('dialog', { name: '存为视图' });
    await expect(dialog.getByRole('combobox', { name: '谁能看到' })).toHaveCount(0);
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(dialog.getByRole('textbox', { name: '中文名' })).toHaveAccessibleDescription('这一项还没有填');
    await axe(page);
    await dialog.getByRole('textbox', { name: '中文名' }).fill(name);
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(views(page).getByRole('link', { name: new RegExp(`^${name}`) })).toHaveAttribute('aria-current', 'page');
    await expect(save).toHaveCount(0);
  }
  const saved = views(page).getByRole('listitem').filter({ hasText: /南城漏水|我在核的|Leaks/ });
  await expect(saved).toHaveText([/^南城漏水/, /^我在核的/]);
  await axe(page);

  await page.getByRole('button', { name: '改视图:我在核的' }).click();
  const dialog = page.getByRole('dialog', { name: '改视图' });
  await expect(dialog.getByRole('button', { name: '下移' })).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('button', { name: '上移' }).click();
  await expect(dialog.getByRole('button', { name: '上移' })).toHaveAttribute('aria-disabled', 'true');
  await axe(page);
  await dialog.getByRole('button', { name: '删除' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(saved).toHaveText([/^南城漏水/]);

  await page.getByRole('button', { name: '改视图:南城漏水' }).click();
  await dialog.getByRole('textbox', { name: '英文名' }).fill('Leaks');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'English' }).click();
  await views(page, 'Views').getByRole('link', { name: /^Leaks/ }).click();
  await expect(page).toHaveURL(/cases\?service=LEAK&town=nancheng$/);
  await axe(page);
});

test('a supervisor shares a view with a role', async ({ page, context, browser, city }) => {
  await (await city.staff('supervisor')).sitsAt(context);
  await page.goto('/desk/cases?status=dispatched&due=late');
  await page.getByRole('button', { name: '存为视图' }).click();
  const dialog = page.getByRole('dialog', { name: '存为视图' });
  await dialog.getByRole('textbox', { name: '中文名' }).fill('派出去超时的');
  await dialog.getByRole('combobox', { name: '谁能看到' }).selectOption({ label: '所有调度员' });
  await axe(page);
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(views(page).getByRole('link', { name: /^派出去超时的/ })).toBeVisible();

  for (const [who, sees] of [['dispatcher', 1], ['agent', 0]] as const) {
    const office = await browser.newContext();
    await (await city.staff(who)).sitsAt(office);
    const theirs = await office.newPage();
    await theirs.goto('/desk/cases');
    await expect(views(theirs).getByRole('link', { name: /^超时/ })).toContainText(/\d/);
    await expect(views(theirs).getByRole('link', { name: /^派出去超时的/ }), who).toHaveCount(sees);
    await expect(theirs.getByRole('button', { name: /^改视图/ }), who).toHaveCount(0);
    if (sees) {
      // It has a name in Chinese alone, and says so.
      await theirs.getByRole('button', { name: 'English' }).click();
      await expect(views(theirs, 'Views').getByText('派出去超时的')).toHaveAttribute('lang', 'zh-CN');
      const rows = theirs.getByRole('list').filter({ has: theirs.getByRole('checkbox') });
      await expect(rows).toBeVisible();
      expect((await chinese(theirs)).filter((text) => text.includes('派出去'))).toEqual([]);
    }
    await office.close();
  }
});
