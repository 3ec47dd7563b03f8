import type { Page } from '@playwright/test';
import { freshPhone } from '../city.ts';
import { pixels, readCode } from '../codes.ts';
import { dayIn, plan, underWay } from '../events.ts';
import { axe, expect, test } from '../fixtures.ts';
import { paperAt, pictureOf, textOf } from '../papers.ts';
import { jpeg } from '../pictures.ts';
import { chinese, fits, reads } from '../reading.ts';

/** What is told to a phone of events. */
async function told(page: Page, phone: string, of: string): Promise<string[]> {
  const messages = (await (await page.request.get('/demo/messages', { params: { phone } })).json()) as { text: string }[];
  return messages.map(({ text }) => text).filter((text) => text.includes(of));
}

test('an event is planned by keys, its flaws are told, and nothing typed is lost', async ({ page, context, city }) => {
  const clerk = await city.staff('clerk');
  await clerk.sitsAt(context);
  await page.goto('/desk/cases');
  await expect(page.getByRole('link', { name: '活动', exact: true })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('v');
  await expect(page.getByRole('heading', { level: 1, name: '社区活动' })).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await axe(page);

  await page.getByRole('link', { name: '计划一场' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '计划一场活动' })).toBeVisible();
  const title = page.getByRole('textbox', { name: '名称' });
  await page.getByRole('button', { name: '存为草稿' }).click();
  await expect(title).toHaveAccessibleDescription('这一项还没有填');
  await axe(page);
  await title.fill('元美节水日');
  await page.getByRole('combobox', { name: '镇街' }).selectOption({ label: '南城' });
  await page.getByRole('textbox', { name: '社区或小区' }).fill('元美社区');
  await page.getByRole('textbox', { name: '具体位置' }).fill('广场东侧');
  await page.getByLabel('日期').fill(dayIn(-1));
  await page.getByRole('checkbox', { name: '水质检测' }).check();

  // Whoever looks something up meanwhile finds it as it was.
  await page.getByRole('link', { name: '办件', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '办件' })).toBeVisible();
  await page.getByRole('link', { name: '活动', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '社区活动' })).toBeVisible();
  await page.getByRole('link', { name: '计划一场' }).click();
  await expect(title).toHaveValue('元美节水日');
  await page.getByLabel('日期').fill(dayIn(20));
  await page.getByRole('button', { name: '存为草稿' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '元美节水日' })).toBeVisible();
  await expect(page.getByText('还没有发布,居民看不到')).toBeVisible();
  await axe(page);

  await page.getByRole('button', { name: '发布', exact: true }).click();
  await expect(page.getByText('已发布', { exact: true })).toBeVisible();
  await expect(page.getByText('第1班 09:00–12:00 · 0/10')).toBeVisible();
});

test('the poster hangs, and who scans it comes to the event', async ({ page, context, city, server }) => {
  const clerk = await city.staff('clerk');
  const wanted = plan();
  const id = await clerk.publishes(wanted);
  await clerk.sitsAt(context);
  await page.goto(`/desk/events/${id}`);
  await expect(page.getByRole('link', { name: '小程序码' })).toBeVisible();
  const href = await page.getByRole('link', { name: '海报(A3)', exact: true }).getAttribute('href');
  const poster = await paperAt(context.request, href ?? '');
  expect(textOf(poster)).toContain(wanted.title);
  const { data, width, height } = await pixels(page, pictureOf(poster));
  const scanned = readCode(data, width, height)?.data ?? '';
  expect(scanned).toContain(`${server.url}/go/e=`);
  await page.goto(scanned);
  await expect(page).toHaveURL(new RegExp(`/events/${id}$`));
  await expect(page.getByRole('heading', { level: 2, name: wanted.title })).toBeVisible();
});

test('what is moved and cancelled is told to who follows it, with the reason', async ({ page, context, city }) => {
  const phone = freshPhone();
  const [clerk, resident] = [await city.staff('clerk'), await city.resident(phone)];
  const wanted = plan();
  const id = await clerk.publishes(wanted);
  await resident.follows(id);
  await clerk.sitsAt(context);
  await page.goto(`/desk/events/${id}`);
  await page.getByRole('link', { name: '修改' }).click();
  await expect(page.getByRole('textbox', { name: '名称' })).toHaveValue(wanted.title);
  await expect(page.getByRole('button', { name: '保存', exact: true })).toBeVisible();
  await page.getByLabel('日期').fill(dayIn(4));
  const why = page.getByRole('textbox', { name: '为什么改时间地点' });
  await page.getByRole('button', { name: '保存并通知' }).click();
  await expect(why).toHaveAccessibleDescription('这一项还没有填');
  await axe(page);
  await why.fill('广场修路');
  await page.getByRole('button', { name: '保存并通知' }).click();
  await expect(page.getByRole('definition').filter({ hasText: '广场修路' })).toBeVisible();
  await expect.poll(() => told(page, phone, '有变动(广场修路)')).toHaveLength(1);

  await page.getByRole('button', { name: '取消活动' }).click();
  const dialog = page.getByRole('dialog', { name: '取消活动' });
  await dialog.getByRole('button', { name: '取消并通知' }).click();
  await expect(dialog.getByRole('textbox', { name: '为什么取消' })).toHaveAccessibleDescription('这一项还没有填');
  await axe(page);
  await dialog.getByRole('textbox', { name: '为什么取消' }).fill('台风');
  await dialog.getByRole('button', { name: '取消并通知' }).click();
  await expect(page.getByText('已取消', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '取消活动' })).toHaveCount(0);
  await expect.poll(() => told(page, phone, '取消了:台风')).toHaveLength(1);
});

test('the calendar of a month, and the report of a year', async ({ page, context, city }) => {
  const clerk = await city.staff('clerk');
  const wanted = plan({ days: 0 });
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  // It has begun, whatever the hour.
  const id = await clerk.publishes({ ...wanted, ...began(at) });
  await clerk.sitsAt(context);
  await page.goto('/desk/events');
  await page.getByRole('link', { name: '月历' }).click();
  await expect(page.getByRole('table').getByRole('link', { name: wanted.title })).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: '下个月' }).click();
  await expect(page.getByRole('table').getByRole('link', { name: wanted.title })).toHaveCount(0);

  await page.goto(`/desk/events/${id}`);
  const outcome = page.getByRole('region', { name: '这场活动的成果' });
  await expect(outcome.getByText('服务居民人次')).toBeVisible();
  await outcome.locator('input[type=file]').last().setInputFiles(await jpeg(page, 'event.jpg', 320, 240));
  await outcome.getByRole('button', { name: '放进活动' }).click();
  await expect(outcome.getByRole('img', { name: '活动照片1' })).toBeVisible();
  await axe(page);

  await page.goto('/desk/events');
  await page.getByRole('link', { name: '活动报告' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '活动报告' })).toBeVisible();
  await page.getByRole('link', { name: '月', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: wanted.title })).toBeVisible();
  await axe(page);
  const href = await page.getByRole('link', { name: '打印(PDF)' }).getAttribute('href');
  expect(textOf(await paperAt(context.request, href ?? ''))).toContain('活动场次');
});

/** An hour that has begun and lies on one day in China. */
function began(at: (hours: number) => string): Record<string, unknown> {
  const hour = (new Date().getUTCHours() + 8) % 24;
  const [starts, ends] = hour < 22 ? [at(-1 / 60), at(1)] : [at(-1), at(1 / 60)];
  return { starts, ends, shifts: [] };
}

test('crews look, and plan none', async ({ page, context, city }) => {
  const crew = await city.staff('crew');
  await crew.sitsAt(context);
  await page.goto('/desk/events');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByRole('link', { name: '计划一场' })).toHaveCount(0);
  await page.goto('/desk/events/new');
  await expect(page.getByText('活动由窗口、调度、主管和管理员计划')).toBeVisible();
});

test('all of it in English, wide and narrow', async ({ page, context, city }) => {
  const clerk = await city.staff('clerk');
  await clerk.sitsAt(context);
  await reads(page, { lang: 'en' });
  for (const address of ['/desk/events/new', '/desk/events/report', '/desk/events?month=2026-11', '/desk/events']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await axe(page);
  }
  await page.goto('/desk/events/new');
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
  // The clerk's own name stands above.
  expect((await chinese(page)).filter((said) => said !== '陈晓敏')).toEqual([]);
  for (const width of [1024, 768, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await fits(page);
  }
});

test('the desk says who leads, and sees who came', async ({ page, context, city }) => {
  const clerk = await city.staff('clerk');
  const id = await clerk.publishes(underWay());
  const volunteer = await city.resident(freshPhone());
  await volunteer.helpsAt(id);
  await clerk.sitsAt(context);
  await page.goto(`/desk/events/${id}`);
  const helpers = page.getByRole('region', { name: '志愿者名单' });
  await expect(helpers.getByText(/^\d{6}$/)).toBeVisible();
  const row = helpers.getByRole('row', { name: /林小红/ });
  await row.getByRole('button', { name: '请当领队 林小红' }).click();
  await expect(row.getByRole('button', { name: '不再当 林小红' })).toBeVisible();
  await row.getByRole('button', { name: '补记到 林小红' }).click();
  await expect(row.getByRole('button', { name: '补记走 林小红' })).toBeVisible();
  await axe(page);
  expect((await clerk.turns(id))[0]?.came).toBeTruthy();
});
