import type { Page } from '@playwright/test';
import { freshPhone } from '../city.ts';
import { ID_NUMBERS } from '../filings.ts';
import { back, expect, kept, test } from '../offline.ts';
import { Time } from '../time.ts';
import { filed, leakToCheck, next, pick, town, type } from './steps.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** A day in China as an input for days has it. */
function day(moment: number): string {
  return new Date(moment + 8 * HOUR).toISOString().slice(0, 10);
}

/** How long ago a filing was done, as it tells the server. */
async function told(page: Page): Promise<number> {
  const posted = await page.waitForRequest(
    (request) => request.method() === 'POST' && new URL(request.url()).pathname === '/api/v1/cases',
  );
  return Number(posted.headers()['acted-ago']);
}

const CLOCKS = [
  ['a day behind', -DAY, -DAY],
  ['a day ahead', DAY, DAY],
  ['years behind', -2000 * DAY, -2000 * DAY],
  ['a day behind and put right meanwhile', -DAY, 0],
  ['a day ahead and put right meanwhile', DAY, 0],
] as const;

for (const [name, wrong, later] of CLOCKS) {
  test(`a clock that is ${name} keeps what waits, and tells how long ago it was done`, async ({ page, wire }) => {
    const start = Date.now();
    const time = await Time.on(page, start, wrong);
    await leakToCheck(page, freshPhone());
    await kept(page);
    wire.cut();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await expect(page.getByText('连上后会自己提交,只提交一次')).toBeVisible();

    // Two hours later, opened anew before there is a network.
    await time.is(start + 2 * HOUR, later);
    await page.reload();
    await expect(page.getByText('连上后会自己提交,只提交一次')).toBeVisible();
    const ago = told(page);
    await back(page, wire);
    expect(Math.abs((await ago) - 7200)).toBeLessThan(120);
    await filed(page);
  });
}

test('a clock that was years behind when a draft was begun does not end it', async ({ page }) => {
  const time = await Time.on(page, Date.now(), -2000 * DAY);
  await page.goto('/file/LEAK/what');
  await pick(page, '滴水、渗水');
  await pick(page, '不清楚');
  await next(page, '在哪里');
  await town(page, '南城');
  await type(page, '地址', '鸿福路6号');
  await time.is(Date.now());
  for (let visit = 0; visit < 2; visit += 1) {
    await page.goto('/');
    await expect(page.getByRole('link', { name: /接着办:漏水报修.*南城鸿福路6号/ })).toBeVisible();
  }
});

test('the days that a form offers are those of the server', async ({ page, context, city }) => {
  await (await city.resident()).sitsAt(context);
  await page.clock.setFixedTime(Date.now() + 3 * DAY);
  await page.goto('/file/TEMP/who');
  await pick(page, '个人');
  await type(page, /姓名$/, '李秀英');
  await type(page, '身份证号', ID_NUMBERS[0]);
  await next(page, '用在哪里、用多久');
  await expect(page.getByLabel('从哪天开始')).toHaveAttribute('min', day(Date.now()));
});
