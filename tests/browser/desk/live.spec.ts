import type { Page } from '@playwright/test';
import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { leak } from '../filings.ts';
import { Wire, hears, rises } from '../wire.ts';
import { acts, begin } from './steps.ts';

/** The rows of the list, which lead to cases. */
function rows(page: Page) {
  return page.getByRole('list').filter({ has: page.getByRole('checkbox') }).getByRole('link');
}

/** Away from the list, under which nothing moves. */
async function pointsElsewhere(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).hover();
}

/** A note that stays inside. */
function note(words: string) {
  return { verb: 'note', words, to_resident: false };
}

/** Lets the page be put out of sight, and back: a browser without a screen never is. */
async function hides(page: Page): Promise<(hidden: boolean) => Promise<void>> {
  await page.addInitScript(() => {
    let hidden = false;
    Object.defineProperty(document, 'hidden', { get: () => hidden });
    window.addEventListener('test-hides', (event) => {
      hidden = (event as CustomEvent<boolean>).detail;
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });
  });
  return (hidden) => page.evaluate((detail) => void window.dispatchEvent(new CustomEvent('test-hides', { detail })), hidden);
}

/** Marks the page, so that it is known whether it was loaded anew. */
async function mark(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => document.body.setAttribute('data-mark', ''));
  return async () => expect(page.locator('body[data-mark]')).toHaveCount(1);
}

test('new cases and what colleagues do arrive by themselves', async ({ page, context, city }) => {
  const phone = freshPhone();
  const [resident, clerk, colleague] = await Promise.all([
    city.resident(phone),
    city.staff('clerk'),
    city.staff('clerk2'),
  ]);
  await clerk.sitsAt(context);
  await page.goto(`/desk/cases?text=${phone}`);
  await expect(page.getByText('没有符合这些条件的办件')).toBeVisible();
  const stays = await mark(page);

  const number = await resident.file(leak(phone));
  await expect(rows(page)).toHaveText([new RegExp(`${number}.*待受理`)]);
  await expect(page.getByRole('status').filter({ hasText: '共1件' })).toBeVisible();
  await colleague.act(number, { verb: 'take' });
  await expect(rows(page)).toHaveText([new RegExp(`${number}.*受理中`)]);

  await rows(page).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^正在受理,/ })).toBeFocused();
  await colleague.act(number, note('用户说阀门已关'));
  await expect(page.getByRole('region', { name: '经过' }).getByText('用户说阀门已关')).toBeVisible();
  await axe(page);

  // What somebody is writing is theirs: the case waits until they have done.
  const dialog = await begin(page, '备注');
  await dialog.getByRole('textbox', { name: '备注' }).fill('我也打过电话');
  const told = await hears(page);
  await colleague.act(number, { verb: 'dispatch', unit: 'branch-nancheng' });
  await expect.poll(() => told.filter((one) => one.number === number)).toHaveLength(1);
  await expect(rows(page)).toHaveText([/办理中/]);
  await expect(dialog.getByRole('textbox', { name: '备注' })).toHaveValue('我也打过电话');
  await expect(page.getByRole('heading', { level: 1, name: /^正在受理,/, includeHidden: true })).toHaveCount(1);
  await dialog.getByRole('button', { name: '关闭' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^南城分公司正在办理,/ })).toBeVisible();
  await stays();
});

test('nothing moves under the pointer or the focus, but what is there changes in place', async ({
  page,
  context,
  city,
}) => {
  const phone = freshPhone();
  const [resident, clerk, colleague] = await Promise.all([
    city.resident(phone),
    city.staff('clerk'),
    city.staff('clerk2'),
  ]);
  const first = await resident.file(leak(phone));
  await clerk.sitsAt(context);
  await page.goto(`/desk/cases?text=${phone}&sort=newest`);
  await expect(rows(page)).toHaveText([new RegExp(first)]);
  const place = await rows(page).first().boundingBox();

  await rows(page).first().hover();
  const second = await resident.file(leak(phone));
  await expect(page.getByRole('button', { name: '有1件新变化,点此显示' })).toBeVisible();
  await colleague.act(first, { verb: 'take' });
  await expect(rows(page)).toHaveText([new RegExp(`${first}.*受理中`)]);
  expect(await rows(page).first().boundingBox()).toEqual(place);
  await axe(page);
  await pointsElsewhere(page);
  await expect(rows(page)).toHaveText([new RegExp(second), new RegExp(first)]);

  await rows(page).first().focus();
  const third = await resident.file(leak(phone));
  const fourth = await resident.file(leak(phone));
  const show = page.getByRole('button', { name: '有2件新变化,点此显示' });
  await expect(show).toBeVisible();
  await expect(rows(page)).toHaveText([new RegExp(second), new RegExp(first)]);
  await expect(rows(page).first()).toBeFocused();
  await show.click();
  await expect(rows(page)).toHaveText([fourth, third, second, first].map((number) => new RegExp(number)));
});

test('a line that was cut goes on where it was: nothing is missed, and nothing comes twice', async ({
  page,
  context,
  city,
  server,
}) => {
  const phone = freshPhone();
  const [resident, clerk, colleague] = await Promise.all([
    city.resident(phone),
    city.staff('clerk'),
    city.staff('clerk2'),
  ]);
  await clerk.sitsAt(context);
  const wire = await Wire.to(server.url);
  const told = await hears(page);
  await page.goto(`${wire.url}/desk/cases?text=${phone}`);
  await expect(page.getByText('没有符合这些条件的办件')).toBeVisible();
  const stays = await mark(page);
  const cut = page.getByRole('status').filter({ hasText: '连接断了,正在重连' });

  const numbers = [await resident.file(leak(phone))];
  const open = numbers[0] ?? '';
  await expect(rows(page)).toHaveCount(1);
  await rows(page).first().click();
  await expect(acts(page)).toBeVisible();
  await pointsElsewhere(page);
  const noted: string[] = [];
  const happens = async (round: string) => {
    numbers.push(await resident.file(leak(phone)));
    // The timeline has the newest first.
    noted.unshift(`${round}打过电话`);
    await colleague.act(open, note(`${round}打过电话`));
  };
  await happens('第一次');
  await expect(rows(page)).toHaveCount(2);
  for (const round of ['第二次', '第三次']) {
    wire.cut();
    await expect(cut).toBeVisible();
    await happens(round);
    if (round === '第二次') await axe(page);
    wire.mend();
    await expect(cut).toHaveCount(0);
    await expect(rows(page)).toHaveCount(numbers.length);
  }
  await happens('第四次');

  await expect(rows(page)).toHaveCount(numbers.length);
  for (const number of numbers) await expect(rows(page).filter({ hasText: number })).toHaveCount(1);
  const entries = page.getByRole('region', { name: '经过' }).getByRole('listitem');
  const calls = entries.filter({ hasText: '打过电话' });
  await expect(calls).toHaveText(noted.map((words) => new RegExp(words)));

  // The same on the line itself: each entry of each timeline, in its order, once.
  const changes = told.filter(({ event }) => event === 'change');
  expect(rises(changes.map(({ id }) => id))).toBe(true);
  for (const number of numbers) {
    const versions = changes.filter((one) => one.number === number).map(({ version }) => version);
    const expected = number === open ? noted.length + 1 : 1;
    expect(versions, number).toEqual(Array.from({ length: expected }, (_, index) => index + 1));
  }
  expect(told.filter(({ event }) => event === 'reset')).toEqual([]);
  await stays();
  await wire.end();
});

test('a case that did not come while the line was cut comes by itself once it is back', async ({
  page,
  context,
  city,
  server,
}) => {
  const phone = freshPhone();
  const number = await (await city.resident(phone)).file(leak(phone));
  await (await city.staff('clerk')).sitsAt(context);
  const wire = await Wire.to(server.url);
  await page.goto(`${wire.url}/desk/cases?text=${phone}`);
  await expect(rows(page)).toHaveCount(1);
  wire.cut();
  await expect(page.getByRole('status').filter({ hasText: '连接断了,正在重连' })).toBeVisible();
  await rows(page).first().click();
  await expect(page.getByRole('main').getByText('现在没有网络')).toBeVisible();
  wire.mend();
  await expect(acts(page)).toBeVisible();
  await expect(page.getByRole('main')).toContainText(number);
  await wire.end();
});

test('out of sight for long the desk gives its line back, and goes on where it was when it is looked at', async ({
  page,
  context,
  city,
}) => {
  const phone = freshPhone();
  const [resident, clerk] = await Promise.all([city.resident(phone), city.staff('clerk')]);
  const before = await resident.file(leak(phone));
  await clerk.sitsAt(context);
  const hide = await hides(page);
  const told = await hears(page);
  await page.clock.install();
  await page.goto(`/desk/cases?text=${phone}`);
  await expect(rows(page)).toHaveText([new RegExp(before)]);
  await expect.poll(() => told.some(({ event }) => event === 'here')).toBe(true);

  await hide(true);
  await page.clock.runFor(301_000);
  const after = await resident.file(leak(phone));
  await expect(page.getByRole('status').filter({ hasText: '连接断了' })).toHaveCount(0);
  expect(told.filter(({ event }) => event === 'change')).toEqual([]);
  await hide(false);
  await expect.poll(() => told.filter(({ event }) => event === 'change').map(({ number }) => number)).toEqual([after]);
  await expect(rows(page)).toHaveCount(2);
  expect(told.filter(({ event }) => event === 'reset')).toEqual([]);
});

test('who wishes is told of new cases while they look at something else', async ({ page, context, city }) => {
  const phone = freshPhone();
  const [resident, clerk] = await Promise.all([city.resident(phone), city.staff('clerk')]);
  await clerk.sitsAt(context);
  const hide = await hides(page);
  await page.addInitScript(() => {
    const state = { tones: 0 };
    Object.assign(window, { state });
    const start = AudioScheduledSourceNode.prototype.start;
    AudioScheduledSourceNode.prototype.start = function (when) {
      state.tones += 1;
      start.call(this, when);
    };
  });
  const tones = () => page.evaluate(() => (window as unknown as { state: { tones: number } }).state.tones);
  await page.goto(`/desk/cases?text=${phone}`);
  const title = /^办件 共\d+件 · 水厅工作台$/;
  await expect(page).toHaveTitle(title);

  // Nobody is told who does not wish to be.
  await hide(true);
  await resident.file(leak(phone));
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveTitle(title);
  await hide(false);

  await page.getByRole('button', { name: '新办件提醒' }).click();
  const menu = page.getByRole('dialog', { name: '新办件提醒' });
  await menu.getByRole('checkbox', { name: '在标签页上显示件数' }).check();
  expect(await tones()).toBe(0);
  await menu.getByRole('checkbox', { name: '响一声' }).check();
  expect(await tones(), 'it is heard when it is chosen').toBe(1);
  await axe(page);
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();

  await hide(true);
  const number = await resident.file(leak(phone));
  await expect(page).toHaveTitle(/^\(1\) 办件 共2件/);
  expect(await tones()).toBe(2);
  await clerk.act(number, { verb: 'take' });
  await resident.file(leak(phone));
  await expect(page).toHaveTitle(/^\(2\) 办件 共3件/);
  await hide(false);
  await expect(page).toHaveTitle(title);

  await page.reload();
  await page.getByRole('button', { name: '新办件提醒' }).click();
  await expect(menu.getByRole('checkbox', { name: '在标签页上显示件数' })).toBeChecked();
  await expect(menu.getByRole('checkbox', { name: '响一声' })).toBeChecked();
});
