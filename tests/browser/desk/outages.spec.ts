import type { Page } from '@playwright/test';
import { freshPhone } from '../city.ts';
import { leak } from '../filings.ts';
import { axe, expect, test } from '../fixtures.ts';
import { burst, freshStreet, typedInHours } from '../outages.ts';
import { chinese } from '../reading.ts';

/** What a phone was told with these words. */
async function told(page: Page, phone: string, words: string): Promise<number> {
  const messages = (await (await page.request.get('/demo/messages', { params: { phone } })).json()) as { text: string }[];
  return messages.filter(({ text }) => text.includes(words)).length;
}

test('a notice is reached by keys, breaks a rule while it is typed, and is posted once it keeps to all', async ({ page, context, city }) => {
  const [street, phone] = [freshStreet(), freshPhone()];
  await (await city.resident(phone)).hearsOf('nancheng', street);
  await (await city.staff('dispatcher')).sitsAt(context);
  await page.goto('/desk/cases');
  await expect(page.getByRole('link', { name: '停水', exact: true })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', { level: 1, name: '停水公告' })).toBeVisible();
  await expect(page.getByRole('region', { name: '正在停水' })).toBeVisible();
  await axe(page);

  await page.getByRole('link', { name: '写一条公告' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '写停水公告' })).toBeVisible();
  const starts = page.getByLabel('什么时候停');
  await starts.fill(typedInHours(20));
  await page.getByLabel('预计什么时候恢复').fill(typedInHours(26));
  await expect(starts).toHaveAccessibleDescription(/^计划停水要提前24小时公告:现在发布,最早可以从/);
  await axe(page);
  await page.getByRole('button', { name: '发布并通知' }).click();
  await expect(page.getByRole('combobox', { name: '镇街' })).toHaveAccessibleDescription('请从列表里选一个镇街');
  await page.getByRole('combobox', { name: '镇街' }).selectOption({ label: '南城' });
  await page.getByRole('textbox', { name: '范围(给居民看)' }).fill(`${street}一带`);
  await page.getByRole('textbox', { name: '道路' }).fill(street);
  await page.getByRole('textbox', { name: '原因' }).fill('更换阀门');
  await page.getByRole('textbox', { name: '影响户数' }).fill('800');
  await starts.fill(typedInHours(30));
  await page.getByLabel('预计什么时候恢复').fill(typedInHours(60));
  await expect(starts).toHaveAccessibleDescription(/提前48小时/);
  await expect(page.getByText('停水超过24小时要送水', { exact: false })).toBeVisible();
  await page.getByLabel('预计什么时候恢复').fill(typedInHours(36));
  await expect(starts).toHaveAccessibleDescription('');
  await page.getByRole('button', { name: '发布并通知' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `南城${street}一带` })).toBeVisible();
  await expect(page.getByText('即将停水', { exact: true })).toBeVisible();
  await expect.poll(() => told(page, phone, '停水通知')).toBe(1);
  await axe(page);
});

test('what is put off and over is told to who was told before', async ({ page, context, city }) => {
  const [street, phone] = [freshStreet(), freshPhone()];
  const dispatcher = await city.staff('dispatcher');
  await (await city.resident(phone)).hearsOf('nancheng', street);
  const id = await dispatcher.postsNotice(burst(street));
  await dispatcher.sitsAt(context);
  await page.goto(`/desk/outages/${id}`);
  await expect(page.getByText('正在停水', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: '修改' }).click();
  await expect(page.getByRole('textbox', { name: '原因' })).toHaveValue('主管道破裂');
  await page.getByLabel('预计什么时候恢复').fill(typedInHours(30));
  const why = page.getByRole('textbox', { name: '为什么变动' });
  await page.getByRole('button', { name: '保存并通知' }).click();
  await expect(why).toHaveAccessibleDescription('这一项还没有填');
  await axe(page);
  await why.fill('管道老化');
  await page.getByRole('button', { name: '保存并通知' }).click();
  await expect(page.getByRole('definition').filter({ hasText: '延长 · 管道老化' })).toBeVisible();
  await expect(page.getByText('还没有安排送水:请在下面安排一趟', { exact: false })).toBeVisible();
  await expect.poll(() => told(page, phone, '停水要延长(管道老化)')).toBe(1);

  await page.getByRole('button', { name: '结束公告' }).click();
  const dialog = page.getByRole('dialog', { name: '结束公告' });
  await axe(page);
  await dialog.getByRole('button', { name: '已恢复供水' }).click();
  await expect(page.getByText('已结束', { exact: true })).toBeVisible();
  await expect.poll(() => told(page, phone, '已恢复供水')).toBe(1);
});

test('water is planned, ticked off, and cases are linked', async ({ page, context, city }) => {
  const [street, phone] = [freshStreet(), freshPhone()];
  const dispatcher = await city.staff('dispatcher');
  const resident = await city.resident(phone);
  const number = await resident.file(leak(phone, { address: `${street}8号` }));
  const id = await dispatcher.postsNotice(burst(street));
  await dispatcher.sitsAt(context);
  await page.goto(`/desk/outages/${id}`);

  await page.getByRole('button', { name: '安排一趟送水' }).click();
  const dialog = page.getByRole('dialog', { name: '安排一趟送水' });
  await dialog.getByRole('textbox', { name: '车牌或车名' }).fill('粤S11111');
  await dialog.getByRole('button', { name: '安排', exact: true }).click();
  await expect(dialog.getByRole('textbox', { name: '装水(升)' })).toHaveAccessibleDescription('这里只填数字');
  await axe(page);
  await dialog.getByRole('textbox', { name: '装水(升)' }).fill('8000');
  await dialog.getByRole('combobox', { name: '哪个部门的人送' }).selectOption({ label: '南城分公司' });
  await dialog.getByRole('combobox', { name: '镇街' }).selectOption({ label: '南城' });
  await dialog.getByRole('textbox', { name: '停在哪里' }).fill(`${street}北门`);
  await dialog.getByLabel('从', { exact: true }).fill(typedInHours(1));
  await dialog.getByLabel('到', { exact: true }).fill(typedInHours(2));
  await dialog.getByRole('button', { name: '安排', exact: true }).click();
  await expect(page.getByText('粤S11111 · 8000升 · 南城分公司')).toBeVisible();
  await page.getByRole('button', { name: `送到了 ${street}北门` }).click();
  await expect(page.getByText(/送到,8000升/)).toBeVisible();
  await axe(page);

  await page.getByRole('button', { name: `关联 ${number}`, exact: true }).click();
  await expect(page.getByRole('button', { name: `取消关联 ${number}` })).toBeVisible();
  await expect.poll(() => told(page, phone, '突发停水')).toBe(1);
});

test('hours without water, and a desk in English', async ({ page, context, city }) => {
  const dispatcher = await city.staff('dispatcher');
  const id = await dispatcher.postsNotice(burst(freshStreet()));
  await dispatcher.sitsAt(context);
  await page.goto('/desk/outages/report');
  await expect(page.getByRole('row', { name: /^合计/ })).toContainText(/小时|分钟/);
  await page.getByRole('link', { name: '月', exact: true }).click();
  await expect(page).toHaveURL(/span=month/);
  await axe(page);
  await page.getByRole('button', { name: 'English' }).click();
  for (const address of ['/desk/outages', '/desk/outages/new', `/desk/outages/${id}`, '/desk/outages/report']) {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    await axe(page);
  }
  // The dispatcher's own name stands above.
  expect((await chinese(page)).filter((said) => said !== '何建国')).toEqual([]);
});
