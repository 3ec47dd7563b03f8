import type { Page } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '../fixtures.ts';
import { Wire, hears, rises } from '../wire.ts';
import { acts } from '../desk/steps.ts';
import { Day, MINUTES } from './day.ts';
import { BOUNDS, type Memory, measure, say } from './memory.ts';

/** The line breaks this often, and for so long. */
const CUT = { every: 40_000, lasts: 4_000 };

/** What a clerk does all day: opens a case, begins to write, goes to another list. Gives how often. */
async function works(page: Page, until: () => boolean): Promise<number> {
  const rows = page.getByRole('list').filter({ has: page.getByRole('checkbox') }).getByRole('link');
  const views = page.getByRole('navigation', { name: '视图' });
  const names = [/^未办结/, /^没人接/, /^今天到期/, /^未办结/, /^居民已补正/, /^我的/];
  let rounds = 0;
  while (!until()) {
    await views.getByRole('link', { name: names[rounds % names.length] ?? '' }).click();
    if ((await rows.count()) > 0) {
      await rows.nth(rounds % Math.min(5, await rows.count())).click();
      await expect(acts(page)).toBeVisible();
      // Away from the list, which moves again.
      await page.getByRole('heading', { level: 1 }).hover();
      await pause(1_000);
      await acts(page).getByRole('button', { name: '备注' }).click();
      const dialog = page.getByRole('dialog', { name: '备注' });
      // What is left unsent would be kept, as it should be.
      await dialog.getByRole('textbox').fill(`第${rounds}次`);
      await dialog.getByRole('textbox').fill('');
      await dialog.getByRole('button', { name: '关闭' }).click();
      await expect(dialog).toBeHidden();
    }
    await pause(500);
    rounds += 1;
  }
  return rounds;
}

/** What the desk holds where it shows next to nothing: what it holds beyond that is left over. */
async function holds(page: Page): Promise<Memory> {
  await page.getByRole('link', { name: '办件', exact: true }).click();
  const find = page.getByRole('searchbox', { name: '查编号、姓名、手机或地址' });
  await find.fill('没有这样的地址');
  await find.press('Enter');
  await expect(page.getByText('没有符合这些条件的办件')).toBeVisible();
  await pause(2_000);
  const memory = await measure(page);
  await page.getByRole('link', { name: '办件', exact: true }).click();
  return memory;
}

test(`a day at the desk, in ${MINUTES} minutes, leaves nothing behind`, async ({ page, context, city, server }) => {
  await (await city.staff('clerk')).sitsAt(context);
  const day = await Day.of(city);
  const wire = await Wire.to(server.url);
  const told = await hears(page);
  await page.goto(`${wire.url}/desk/cases`);
  await expect(page.getByRole('status').filter({ hasText: /^共\d+件$/ })).toBeVisible();
  await expect.poll(() => told.some(({ event }) => event === 'here')).toBe(true);

  const begun = Date.now();
  const lasts = MINUTES * 60_000;
  let over = false;
  let cuts = 0;
  const passes = day.passes();
  const breaks = (async () => {
    while (!over) {
      await pause(CUT.every);
      if (over) return;
      wire.cut();
      cuts += 1;
      await pause(CUT.lasts);
      wire.mend();
    }
  })();
  const cut = page.getByRole('status').filter({ hasText: '连接断了,正在重连' });

  let rounds = await works(page, () => Date.now() - begun > lasts / 4);
  await expect(cut).toHaveCount(0);
  const quarter = await holds(page);
  let done = false;
  const ended = passes.then(() => (done = true));
  rounds += await works(page, () => done);
  await ended;
  over = true;
  wire.mend();
  await expect(cut).toHaveCount(0);
  await expect.poll(() => told.filter(({ event }) => event === 'change').length).toBe(day.entries);
  const end = await holds(page);

  const seconds = Math.round((Date.now() - begun) / 1000);
  console.log(`${day.entries} entries in ${seconds} s, ${rounds} rounds of the clerk, ${cuts} cuts of the line`);
  console.log(`after a quarter: ${say(quarter)}`);
  console.log(`at the end:      ${say(end)}`);
  console.log(`may grow by:     ${say(BOUNDS)}`);

  // Nothing was missed, and nothing came twice.
  expect(rises(told.filter(({ event }) => event === 'change').map(({ id }) => id))).toBe(true);
  expect(told.filter(({ event }) => event === 'reset')).toEqual([]);
  for (const key of ['heap', 'wasm', 'nodes', 'listeners'] as const) {
    expect.soft(end[key] - quarter[key], key).toBeLessThan(BOUNDS[key]);
  }
  await breaks;
  await wire.end();
});
