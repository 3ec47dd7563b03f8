import { type Page } from '@playwright/test';
import { axe, expect, test } from '../fixtures.ts';
import { freshPhone } from '../city.ts';
import { leak } from '../filings.ts';
import { arrives, filed, next, pick, town, type } from './steps.ts';

/** A leak up to its photos, where one is told what is known near by. */
async function toPhotos(page: Page, where: string, address: string): Promise<void> {
  await page.goto('/file/LEAK/what');
  await pick(page, '一直在流');
  await pick(page, '不清楚');
  await next(page, '在哪里');
  await town(page, where);
  await type(page, '地址', address);
  await next(page, '现场照片');
}

function near(page: Page) {
  return page.getByRole('region', { name: '附近已有人报修' });
}

test('a guest says “me too” to a leak on the same street, and follows it', async ({ page, city }) => {
  const [theirs, mine] = [freshPhone(), freshPhone()];
  const [filer, dispatcher] = await Promise.all([city.resident(theirs), city.staff('dispatcher')]);
  const number = await filer.file(leak(theirs, { town: 'wanjiang', address: '银龙路12号3栋501', name: '欧阳慧' }));

  await toPhotos(page, '万江', '万江街道银龙路 88 号附近');
  await expect(near(page)).toContainText('银龙路');
  await expect(near(page)).toContainText(/(今天|昨天) \d\d:\d\d报的 · 待受理/);
  await expect(page.getByText(/12号|501|欧阳/)).toHaveCount(0);
  await axe(page);
  await near(page).getByRole('button', { name: '我也是' }).click();
  const phone = near(page).getByRole('textbox', { name: '手机号' });
  await expect(phone).toHaveAccessibleDescription(/这一项还没有填/);
  await axe(page);
  await type(page, '手机号', mine);
  await near(page).getByRole('button', { name: '我也是' }).click();

  await expect(page).toHaveURL(new RegExp(`/cases/${number}$`));
  await expect(page.getByText('已记下您也是。这一件也在您的办件里')).toBeVisible();
  await expect(page.getByRole('region', { name: '您也有同样的情况' })).toBeVisible();
  await expect(page.getByText(/12号|501|欧阳/)).toHaveCount(0);
  await axe(page);
  await dispatcher.act(number, { verb: 'take' });
  await page.goto('/cases');
  await expect(page.getByRole('link', { name: new RegExp(number) })).toContainText('我也是');
  await expect(page.getByRole('link', { name: new RegExp(number) })).toContainText('受理中');
  await page.goto('/');
  await expect(page.getByText('接着办:'), 'there is nothing left to report').toHaveCount(0);

  await page.goto(`/cases/${number}`);
  await page.getByRole('button', { name: '不再关注' }).click();
  await arrives(page, '我的办件');
  await expect(page.getByRole('link', { name: new RegExp(number) })).toHaveCount(0);
});

test('the filer and the desk see how many have it too', async ({ page, context, browser, city }) => {
  const [theirs, mine] = [freshPhone(), freshPhone()];
  const [filer, neighbour] = await Promise.all([city.resident(theirs), city.resident(mine)]);
  const number = await filer.file(leak(theirs, { town: 'shijie', address: '崇焕中路5号' }));
  await neighbour.sitsAt(context);
  await toPhotos(page, '石碣', '崇焕中路9号');
  await expect(near(page).getByRole('textbox', { name: '手机号' }), 'whoever is signed in is known').toHaveCount(0);
  await near(page).getByRole('button', { name: '我也是' }).click();
  await expect(page).toHaveURL(new RegExp(`/cases/${number}$`));

  const office = await browser.newContext({ viewport: { width: 1440, height: 900 }, isMobile: false });
  await (await city.staff('dispatcher')).sitsAt(office);
  const desk = await office.newPage();
  await desk.goto(`/desk/cases/${number}`);
  await expect(desk.getByRole('main').getByText('另有 1 人也是')).toBeVisible();
  await office.close();
  const home = await browser.newContext();
  await filer.sitsAt(home);
  const own = await home.newPage();
  await own.goto(`/cases/${number}`);
  await expect(own.getByText('附近还有1人说“我也是”')).toBeVisible();
  await home.close();
});

test('it may be another leak: the report goes on, and is not asked twice', async ({ page, city }) => {
  const [theirs, mine] = [freshPhone(), freshPhone()];
  await (await city.resident(theirs)).file(leak(theirs, { town: 'shilong', address: '西湖路2号' }));
  await toPhotos(page, '石龙', '西湖路80号');
  await near(page).getByRole('button', { name: '不是同一处,继续报修' }).click();
  await expect(near(page)).toHaveCount(0);
  await next(page, '联系方式');
  await type(page, '手机号', mine);
  await next(page, '核对');
  await expect(page.getByRole('button', { name: '提交', exact: true })).toBeVisible();
  await expect(near(page)).toHaveCount(0);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  expect(await filed(page)).toBeTruthy();
});

test('the phone’s own location finds what is near, whatever was typed', async ({ page, context }) => {
  // Some hundred metres from the demo city's leak at 23.01980,113.74890.
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 23.0204, longitude: 113.7496 });
  await page.goto('/file/LEAK/what');
  await pick(page, '滴水、渗水');
  await pick(page, '不清楚');
  await next(page, '在哪里');
  await town(page, '南城');
  await type(page, '地址', '地王旁边');
  await page.getByRole('button', { name: '用手机定位' }).click();
  await expect(page.getByText('已取到位置')).toBeVisible();
  await next(page, '现场照片');
  await expect(near(page)).toContainText('鸿福路');
  await expect(near(page)).toContainText('约100米');
});

test('an outage is told before the report, and on the first page of whoever it concerns', async ({ page }) => {
  await toPhotos(page, '莞城', '东纵路210号');
  const outage = page.getByText(/^莞城正在停水,预计.*恢复$/);
  await expect(outage).toBeVisible();
  await outage.click();
  await expect(page.getByText('主管道破裂,正在抢修')).toBeVisible();
  await axe(page);
  await page.goto('/');
  await expect(page.getByRole('region', { name: '停水信息' }).getByText(/^莞城正在停水/)).toBeVisible();
  await axe(page);

  await toPhotos(page, '莞城', '运河东路2号');
  await expect(page.getByText(/^莞城正在停水/), 'another street is not concerned').toHaveCount(0);
});
