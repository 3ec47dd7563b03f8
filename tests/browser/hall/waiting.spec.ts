import type { Page, Request } from '@playwright/test';
import { Browser } from '../browser.ts';
import { freshPhone } from '../city.ts';
import { leak } from '../filings.ts';
import { axe } from '../fixtures.ts';
import { back, bar, expect, kept, leave, test } from '../offline.ts';
import { arrives, leakToCheck } from './steps.ts';

const CASES = '/api/v1/cases';

/** A leak at this address, as it is posted; filed by whoever has this phone. */
function errand(key: string, address: string, phone: string) {
  const { materials: _, ...filing } = leak(phone, { address });
  return { key, path: CASES, body: { ...filing, materials: {} }, title: `报修 ${address}` };
}

/** The addresses of all that was filed at this browser, the first first. */
async function addresses(page: Page): Promise<string[]> {
  const lines = (await (await page.request.get(CASES)).json()) as { number: string }[];
  const cases = await Promise.all(lines.map(async ({ number }) => (await page.request.get(`${CASES}/${number}`)).json()));
  return (cases as { answers: { address: string } }[]).map(({ answers }) => answers.address).reverse();
}

function posts(request: Request): boolean {
  return request.method() === 'POST' && new URL(request.url()).pathname === CASES;
}

test('what was done without a network is seen, and goes out once and in order', async ({ page, context, city, wire }) => {
  const phone = freshPhone();
  await (await city.resident(phone)).sitsAt(context);
  await page.goto('/');
  await arrives(page, '水厅 · 东莞');
  await kept(page);
  wire.cut();
  const left = ['一', '二', '三'].map((name, index) => errand(`key-${9 - index}`, `鸿福路${name}号`, phone));
  await leave(page, left.map((one) => ({ ...one, ago: 7200 })));
  await page.reload();
  await expect(page.getByText('3 件在等网络')).toBeVisible();
  await axe(page);
  await bar(page).click();
  await arrives(page, '等着发的');
  const rows = page.getByRole('listitem');
  await expect(rows).toHaveText([/报修 鸿福路一号/, /报修 鸿福路二号/, /报修 鸿福路三号/]);
  await expect(rows.first()).toContainText('等网络');
  await axe(page);

  const ago: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (posts(request)) ago.push(request.headers()['acted-ago']);
  });
  await back(page, wire);
  await expect(page.getByText('没有等着发的')).toBeVisible();
  await axe(page);
  expect(await addresses(page)).toEqual(['鸿福路一号', '鸿福路二号', '鸿福路三号']);
  expect(ago).toHaveLength(3);
  for (const seconds of ago) expect(Math.abs(Number(seconds) - 7200)).toBeLessThan(120);
});

test('an answer that is lost on the way makes no second one', async ({ page, context, city, wire }) => {
  const phone = freshPhone();
  await (await city.resident(phone)).sitsAt(context);
  await page.goto('/waiting');
  await arrives(page, '等着发的');
  await leave(page, [errand('lost', '鸿福路1号', phone), errand('next', '鸿福路2号', phone)]);
  const broken = wire.breaksAt(`POST ${CASES} `, 'answered');
  await page.reload();
  await broken;
  await expect(page.getByRole('listitem')).toHaveText([/鸿福路1号.*等网络/, /鸿福路2号.*等网络/]);
  wire.mend();
  await page.getByRole('button', { name: '现在再试' }).click();
  await expect(page.getByText('没有等着发的')).toBeVisible();
  expect(await addresses(page)).toEqual(['鸿福路1号', '鸿福路2号']);
});

test('what the server refuses comes back with its reason, and holds nothing up', async ({ page, context, city }) => {
  const phone = freshPhone();
  await (await city.resident(phone)).sitsAt(context);
  await page.goto('/me');
  await arrives(page, '我的');
  const wrong = { ...errand('wrong', '鸿福路1号', '138'), mend: '/services/LEAK' };
  await leave(page, [wrong, errand('right', '鸿福路2号', phone)]);
  await page.reload();
  await expect(page.getByText('1 件没发成,要您看一下')).toBeVisible();
  await bar(page).click();
  await arrives(page, '等着发的');
  const row = page.getByRole('listitem');
  await expect(row).toHaveText([/报修 鸿福路1号.*没有收下:.*手机号/]);
  await axe(page);
  expect(await addresses(page)).toEqual(['鸿福路2号']);
  await expect(row.getByRole('link', { name: /去改一下/ })).toHaveAttribute('href', '/services/LEAK');

  // Sent again as it is, it is refused again.
  const again = page.waitForResponse((response) => posts(response.request()));
  await row.getByRole('button', { name: /再发一次/ }).click();
  expect((await again).status()).toBe(422);
  await expect(row).toContainText('没有收下');
  await page.reload();
  await expect(row, 'it is still there after a reload').toContainText('没有收下');
  await row.getByRole('button', { name: /删掉/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删掉' }).click();
  await expect(page.getByText('没有等着发的')).toBeVisible();
  await page.reload();
  await expect(page.getByText('没有等着发的')).toBeVisible();
});

test('two tabs send it once', async ({ page, context, city, wire }) => {
  const phone = freshPhone();
  await (await city.resident(phone)).sitsAt(context);
  await page.goto('/waiting');
  await arrives(page, '等着发的');
  await kept(page);
  wire.cut();
  await leave(page, [errand('one', '鸿福路1号', phone), errand('two', '鸿福路2号', phone)]);
  const other = await context.newPage();
  await other.goto('/waiting');
  await page.reload();
  for (const tab of [page, other]) await expect(tab.getByRole('listitem')).toHaveCount(2);
  let sent = 0;
  context.on('request', (request) => {
    if (posts(request)) sent += 1;
  });
  wire.mend();
  await Promise.all([page, other].map((tab) => tab.evaluate(() => window.dispatchEvent(new Event('online')))));
  for (const tab of [page, other]) await expect(tab.getByText('没有等着发的')).toBeVisible();
  expect(await addresses(page)).toEqual(['鸿福路1号', '鸿福路2号']);
  expect(sent).toBe(2);
});

test('what one person did is not told in the name of the next', async ({ page, context, city }) => {
  const [first, second] = [freshPhone(), freshPhone()];
  await (await city.resident(second)).sitsAt(context);
  await page.goto('/me');
  await arrives(page, '我的');
  await leave(page, [errand('one', '鸿福路1号', first)]);
  await page.evaluate((phone) => {
    const name = 'shuiting-errand-one';
    localStorage.setItem(name, JSON.stringify({ ...JSON.parse(localStorage.getItem(name) ?? ''), whose: phone }));
  }, first);
  await page.goto('/waiting');
  await expect(page.getByRole('listitem')).toContainText('这是别的手机号登录时做的');
  expect(await addresses(page)).toEqual([]);
});

test('a filing stands in the queue too, and goes in its turn', async ({ page, wire }) => {
  await leakToCheck(page, freshPhone(), '鸿福路9号');
  await kept(page);
  wire.cut();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByText('连上后会自己提交,只提交一次')).toBeVisible();
  await page.goto('/me');
  await page.getByRole('link', { name: /等着发的/ }).click();
  await expect(page.getByRole('link', { name: /漏水报修 连上网就提交 · 南城鸿福路9号/ })).toBeVisible();
  await back(page, wire);
  await expect(page.getByText('没有等着发的')).toBeVisible();
  expect(await addresses(page)).toEqual(['鸿福路9号']);
});

test.describe('a browser that was closed', () => {
  let browser: Browser;

  test.beforeEach(async () => {
    browser = await Browser.fresh();
  });

  test.afterEach(() => browser.end());

  test('sends the next time what waited, once', async ({ wire, city }) => {
    const phone = freshPhone();
    let page = await browser.open();
    await leakToCheck(page, phone, '鸿福路5号', wire.url);
    await kept(page);
    wire.cut();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await expect(page.getByText('连上后会自己提交,只提交一次')).toBeVisible();
    await browser.close();

    page = await browser.open();
    await page.goto(`${wire.url}/waiting`);
    await expect(page.getByRole('link', { name: /漏水报修 连上网就提交/ })).toBeVisible();
    await browser.kill();

    wire.mend();
    page = await browser.open();
    await page.goto(`${wire.url}/cases`);
    await expect(page.getByRole('link', { name: /漏水报修/ })).toHaveCount(1);
    const resident = await city.resident(phone);
    await expect.poll(() => resident.numbers()).toHaveLength(1);
  });
});
