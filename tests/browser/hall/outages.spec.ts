import { freshPhone } from '../city.ts';
import { leak } from '../filings.ts';
import { axe, expect, test } from '../fixtures.ts';
import { burst, freshStreet, truck } from '../outages.ts';
import { type Reading, chinese, fits, reads } from '../reading.ts';

const READINGS: Reading[] = [{ lang: 'zh' }, { lang: 'en' }, { lang: 'zh', elder: true }];

test.use({ viewport: { width: 360, height: 2000 } });

test('a notice says where, until when, why, and where water is', async ({ page, city }) => {
  const street = freshStreet();
  const dispatcher = await city.staff('dispatcher');
  const id = await dispatcher.postsNotice(burst(street));
  await dispatcher.bringsWater(id, truck(street));
  await page.goto('/services/OUT');
  await page.getByText(/^南城正在停水/).last().click();
  await page.goto(`/outages/${id}`);
  await expect(page.getByRole('heading', { level: 2, name: /^南城正在停水,预计/ })).toBeVisible();
  await expect(page.getByText(`${street}一带`)).toBeVisible();
  await expect(page.getByText('社区公园北门', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: '送水车停在这里' }).getByText(`${street}北门`)).toBeVisible();
  await axe(page);
});

test('who signs in says where they want to hear, and what concerns them comes first', async ({ page, context, city }) => {
  const street = freshStreet();
  const id = await (await city.staff('dispatcher')).postsNotice(burst(street, 'humen'));
  await page.goto('/services/OUT');
  await expect(page.getByRole('link', { name: '停水短信提醒' })).toHaveAttribute('href', /sign-in/);
  await (await city.resident(freshPhone())).sitsAt(context);
  await page.goto('/services/OUT');
  await page.getByRole('combobox', { name: '镇街' }).selectOption({ label: '虎门' });
  const where = page.getByRole('textbox', { name: '路名或小区' });
  await where.fill('那边');
  await page.getByRole('button', { name: '加上' }).click();
  await expect(where).toHaveAccessibleDescription(/请写路名或小区名/);
  await axe(page);
  await where.fill(`${street}18号`);
  await page.getByRole('button', { name: '加上' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: `虎门 · ${street}` })).toBeVisible();
  await axe(page);

  await page.goto('/');
  const concerned = page.getByRole('region', { name: '停水信息' });
  await expect(concerned.getByText(/和您有关.*虎门正在停水/).first()).toBeVisible();
  await concerned.getByText(/虎门正在停水/).first().click();
  await concerned.getByRole('link', { name: '看公告全文' }).first().click();
  await expect(page).toHaveURL(new RegExp(`/outages/${id}$`));

  await page.goto('/services/OUT');
  await page.getByRole('button', { name: `不再提醒 虎门 · ${street}` }).click();
  await expect(page.getByRole('listitem').filter({ hasText: `虎门 · ${street}` })).toHaveCount(0);
});

test('water near by is found by town, and by where the phone is', async ({ page, context, city }) => {
  const street = freshStreet();
  const dispatcher = await city.staff('dispatcher');
  const near = truck(street, 'shilong');
  const stops = near.stops.map((stop, nth) => ({ ...stop, point: nth === 1 ? '23.10000,113.85000' : '23.12000,113.85000' }));
  await dispatcher.bringsWater(await dispatcher.postsNotice(burst(street, 'shilong')), { ...near, stops });
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 23.1, longitude: 113.85 });
  await page.goto('/water-near');
  await page.getByRole('combobox', { name: '镇街' }).selectOption({ label: '石龙' });
  const first = page.getByRole('listitem').first();
  await expect(first).toContainText(`${street}北门`);
  await axe(page);
  await page.getByRole('button', { name: '按我的位置,近的排前面' }).click();
  await expect(first).toContainText(`${street}南门`);
  await expect(first).toContainText('约0米');
  await axe(page);
});

test('on their case a resident sees the notice that it has to do with', async ({ page, context, city }) => {
  const [street, phone] = [freshStreet(), freshPhone()];
  const [dispatcher, resident] = [await city.staff('dispatcher'), await city.resident(phone)];
  const number = await resident.file(leak(phone, { address: `${street}8号` }));
  await dispatcher.linksCase(await dispatcher.postsNotice(burst(street)), number);
  await resident.sitsAt(context);
  await page.goto(`/cases/${number}`);
  await expect(page.getByRole('region', { name: '这件事和停水有关' }).getByText(/南城正在停水/)).toBeVisible();
  await axe(page);
  await page.goto('/messages');
  await page.getByRole('link', { name: /突发停水/ }).click();
  await expect(page).toHaveURL(/\/outages\/[0-9a-f-]+$/);
});

for (const reading of READINGS) {
  test(`the pages fit a small phone ${reading.lang}${reading.elder ? ', in large letters' : ''}`, async ({ page, context, city }) => {
    const street = freshStreet();
    const dispatcher = await city.staff('dispatcher');
    const id = await dispatcher.postsNotice(burst(street));
    await dispatcher.bringsWater(id, truck(street));
    const resident = await city.resident(freshPhone());
    await resident.hearsOf('nancheng');
    await resident.sitsAt(context);
    await reads(page, reading);
    for (const address of ['/services/OUT', `/outages/${id}`, '/water-near']) {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      await fits(page);
      await axe(page);
      if (reading.lang === 'en') expect(await chinese(page), address).toEqual([]);
    }
  });
}
