import { freshPhone } from '../city.ts';
import { axe, expect, test } from '../fixtures.ts';
import { leak } from '../filings.ts';
import { arrives, next, pick, town, type } from './steps.ts';

/** Of the right form, but of no case. */
const NO_CASE = '000-0000';

const OPEN: [string, string][] = [
  ['/', '水厅 · 东莞'],
  ['/services', '全部服务'],
  ['/services/LEAK', '漏水报修'],
  ['/services/leak', '漏水报修'],
  ['/services/BILL', '水费查缴'],
  ['/services/RATE', '服务评价'],
  ['/calculator', '水费计算'],
  ['/questions', '帮助'],
  ['/questions/late-fee', '交晚了要罚多少钱'],
  ['/file/LEAK/what', '哪里漏、多严重'],
  ['/cases', '我的办件'],
  ['/sign-in', '登录'],
  ['/me', '我的'],
];

test('every page that is open to all opens by its address', async ({ page }) => {
  for (const [address, title] of OPEN) {
    await page.goto(address);
    await arrives(page, title);
    await expect(page).toHaveTitle(new RegExp(title.replace(' · 东莞', '')));
    await axe(page);
  }
});

test("every page of one's own case opens by its address", async ({ page, context, city }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const number = await resident.file(leak(phone));
  await resident.sitsAt(context);
  const own: [string, string][] = [
    [`/cases/${number}`, '漏水报修'],
    [`/cases/${number.toLowerCase()}`, '漏水报修'],
    [`/cases/${number}/complete`, '补材料'],
    [`/cases/${number}/rate`, '办得怎么样'],
    [`/filed/${number}`, '已经收到'],
    ['/sign-in?next=/cases', '我的办件'],
    ['/sign-in?next=https://example.com/', '我的'],
  ];
  for (const [address, title] of own) {
    await page.goto(address);
    await arrives(page, title);
    await axe(page);
  }
  await page.goto(`/cases/${number}/rate`);
  await expect(page.getByText('现在不能评价')).toBeVisible();
  await page.goto(`/cases/${number}/complete`);
  await expect(page.getByText('现在没有要补的')).toBeVisible();
});

test('an address that leads nowhere says so, and leads on', async ({ page, context, city }) => {
  await (await city.resident()).sitsAt(context);
  for (const address of ['/nowhere', '/services/NOPE', '/file/NOPE/what', '/file/LEAK/nope', '/file/LEAK/what/more']) {
    await page.goto(address);
    await arrives(page, '没有这一页');
    await expect(page.getByRole('link', { name: '回首页' })).toBeVisible();
  }
  await axe(page);
  for (const address of [`/cases/${NO_CASE}`, '/cases/7F2', `/cases/${NO_CASE}/rate`, '/cases/7F2/complete']) {
    await page.goto(address);
    await expect(page.getByRole('main').getByText('没有找到这件办件')).toBeVisible();
    await expect(page.getByRole('link', { name: '看我的办件' })).toBeVisible();
  }
  await axe(page);
  await page.goto('/filed/7F2');
  await arrives(page, '这个编号不对');
});

test('whoever begins in the middle of a form is led to its beginning', async ({ page }) => {
  for (const address of ['/file/LEAK/contact', '/file/LEAK/check']) {
    await page.goto(address);
    await arrives(page, '漏水报修');
    await expect(page.getByRole('link', { name: '开始办理' })).toBeVisible();
  }
});

test('the way back leads through a form as one came', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: '漏水报修' }).click();
  await page.getByRole('link', { name: '开始办理' }).click();
  await pick(page, '滴水、渗水');
  await pick(page, '不清楚');
  await next(page, '在哪里');
  await town(page, '南城');
  await type(page, '地址', '鸿福路4号');
  await next(page, '现场照片');
  await page.goBack();
  await arrives(page, '在哪里');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await arrives(page, '哪里漏、多严重');
  await expect(page.getByRole('radio', { name: '滴水、渗水' })).toBeChecked();
  await page.goBack();
  await arrives(page, '漏水报修');
  await page.goBack();
  await arrives(page, '水厅 · 东莞');
  await page.goForward();
  await arrives(page, '漏水报修');
});

test('nothing stays blank where the server cannot be reached', async ({ page, context, city }) => {
  const phone = freshPhone();
  const resident = await city.resident(phone);
  const number = await resident.file(leak(phone));
  await resident.sitsAt(context);
  await page.route('**/api/**', (route) => route.abort());
  const open = ['/', '/services/LEAK', '/file/LEAK/what', '/file/NEW/who', '/cases', '/sign-in', '/me'];
  for (const address of [...open, `/cases/${number}`, `/filed/${number}`]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }), address).toHaveCount(1);
    await expect(page.getByRole('heading', { level: 1 }), address).toHaveText(/./);
    await expect(page.getByRole('link').or(page.getByRole('button')).first(), address).toBeVisible();
    await axe(page);
  }

  await page.goto(`/cases/${number}`);
  await expect(page.getByText('现在没有网络').first()).toBeVisible();
  // The line on which changes come stays cut: when it is back, the page tries again by itself before the button is pressed.
  await page.route('**/events**', (route) => route.abort());
  await page.unroute('**/api/**');
  await page.getByRole('button', { name: '再试一次' }).click();
  await arrives(page, '漏水报修');
});

test('a server in trouble says so on every page, with another try', async ({ page, context, city }) => {
  await (await city.resident()).sitsAt(context);
  const problem = { type: '/problems#internal', title: '我们这边出了问题', status: 500, code: 'internal' };
  const body = JSON.stringify({ ...problem, detail: '您填的内容还在,请过一会再试', errors: [] });
  // The list alone: a line on which changes come that was in trouble too would make the page try again by itself.
  const list = (url: URL): boolean => url.pathname === '/api/v1/cases';
  await page.route(list, (route) => route.fulfill({ status: 500, body, contentType: 'application/problem+json' }));
  await page.goto('/cases');
  await expect(page.getByText(/我们这边出了问题/)).toBeVisible();
  await axe(page);
  await page.unroute(list);
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByText('还没有办件')).toBeVisible();
});
