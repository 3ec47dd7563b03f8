import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { leak } from '../filings.ts';

test('dispatch looks at what each unit has, and acts on rows by keys', async ({ page, context, city }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const number = await resident.file(leak(phone, { town: 'changan', address: '振安路9号' }));
  await (await city.staff('dispatcher')).sitsAt(context);
  await page.goto('/desk/cases');
  await expect(page.getByRole('heading', { level: 1, name: '办件' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('w');
  await expect(page).toHaveURL(/\/desk\/board$/);
  const loads = page.getByRole('region', { name: '各部门' });
  await expect(loads.getByRole('row', { name: /^待派单/ })).toBeVisible();
  await axe(page);

  await page.getByRole('combobox', { name: '镇街' }).selectOption({ label: '长安' });
  await expect(page).toHaveURL(/town=changan/);
  await loads.getByRole('link', { name: '待派单' }).click();
  await expect(page).toHaveURL(/unit=none/);
  const orders = page.getByRole('region', { name: '先到时限的' });
  const row = orders.getByRole('listitem').filter({ hasText: number });
  await expect(row).toContainText('漏水');
  await row.getByRole('link').focus();
  await page.keyboard.press('d');
  const pass = page.getByRole('dialog', { name: '派单' });
  await expect(pass.getByRole('combobox', { name: '派给' })).toHaveValue('branch-changan');
  await axe(page);
  await page.keyboard.press('Control+Enter');
  await expect(pass).toBeHidden();
  await expect(row).toHaveCount(0);
  await loads.getByRole('link', { name: '全部部门' }).click();
  const card = orders.getByRole('region', { name: /^长安/ });
  await expect(card.getByRole('listitem').filter({ hasText: number })).toBeVisible();

  // What cannot be done now is said; whoever is late is urged.
  await card.getByRole('listitem').filter({ hasText: number }).getByRole('link').focus();
  await page.keyboard.press('u');
  await page.keyboard.press('u');
  await expect(page.getByText(`${number} 现在不能催办`)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(number));
});

test('the board changes while it is looked at', async ({ page, context, city }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  await (await city.staff('dispatcher')).sitsAt(context);
  await page.goto('/desk/board?town=humen&kind=BURST');
  await expect(page.getByRole('heading', { level: 1, name: '调度台' })).toBeVisible();
  const orders = page.getByRole('region', { name: '先到时限的' });
  const number = await resident.file(leak(phone, { town: 'humen', address: '太沙路1号', severity: 'flood' }));
  const row = orders.getByRole('region', { name: /^虎门/ }).getByRole('listitem').filter({ hasText: number });
  await expect(row).toContainText('1级 爆管');
  await (await city.staff('crew')).act(number, { verb: 'finish', result: '已止水修复' });
  await expect(row).toHaveCount(0);
});

test('lists and figures are a step away, also in English', async ({ page, context, city }) => {
  await (await city.staff('supervisor')).sitsAt(context);
  await page.goto('/desk/board');
  await page.getByRole('link', { name: '谁还没听到回音' }).first().click();
  await expect(page).toHaveURL(/order=unheard/);
  await expect(page.getByRole('link', { name: /^谁还没听到回音/ })).toHaveAttribute('aria-current', 'page');
  await page.goto('/desk/board');
  await page.getByRole('link', { name: '工单统计' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '工单统计' })).toBeVisible();
  const kinds = page.getByRole('region', { name: '按类别' });
  await expect(kinds.getByRole('row', { name: /^合计/ })).toContainText('%');
  await axe(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Figures of work orders' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to the board' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dispatch' })).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: '中文' }).click();
});
