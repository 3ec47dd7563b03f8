import { back, expect, kept, test } from '../offline.ts';
import { burst, freshStreet, truck } from '../outages.ts';
import { fits } from '../reading.ts';
import { clear, large } from './steps.ts';

interface Brought {
  delivery: { id: string; outage: string; given: ({ at: string; litres: number } | null)[] };
}

test('water is ticked off without a network, and sent later with its true time', async ({ page, context, city, wire }) => {
  const [crew, dispatcher] = await Promise.all([city.staff('crew'), city.staff('dispatcher')]);
  const street = freshStreet();
  const notice = await dispatcher.postsNotice(burst(street));
  const delivery = truck(street);
  await dispatcher.bringsWater(notice, delivery);
  const brought = async () => {
    const all = (await crew.gets('/api/v1/crew/deliveries')) as Brought[];
    return all.find(({ delivery }) => delivery.outage === notice)?.delivery;
  };
  await crew.sitsAt(context);
  await page.goto('/crew');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: delivery.truck }) });
  await expect(row).toContainText('8000升');
  await expect(row).toContainText(`南城 ${street}一带`);
  await kept(page);
  await clear(page);
  await large(page);
  await fits(page);

  wire.cut();
  const done = Date.now();
  const north = row.getByRole('button', { name: `送到了 ${street}北门` });
  await north.click();
  await expect(north).toHaveCount(0);
  const told = row.getByRole('listitem').filter({ hasText: `${street}北门` }).getByRole('status');
  await expect(told).toHaveText(/^已送到 今天 \d\d:\d\d · 等发送$/);
  await clear(page);
  // A page that is opened anew without a network knows it, and what else there is to bring.
  await page.reload();
  await expect(told).toHaveText(/等发送$/);
  await expect(row.getByRole('button', { name: `送到了 ${street}南门` })).toBeVisible();
  expect((await brought())?.given).toEqual([null, null]);

  await back(page, wire);
  await expect(told).toHaveText(/^已送到 今天 \d\d:\d\d$/);
  const given = (await brought())?.given ?? [];
  expect(given[0]?.litres).toBe(4000);
  expect(Math.abs(Date.parse(given[0]?.at ?? '') - done)).toBeLessThan(3000);
  expect(given[1]).toBeNull();
});

test('what a colleague has ticked off meanwhile is said, and can be dropped', async ({ page, context, city, wire }) => {
  const [crew, dispatcher] = await Promise.all([city.staff('crew'), city.staff('dispatcher')]);
  const street = freshStreet();
  const delivery = truck(street);
  const notice = await dispatcher.postsNotice(burst(street));
  await dispatcher.bringsWater(notice, delivery);
  await crew.sitsAt(context);
  await page.goto('/crew');
  await page.getByRole('button', { name: 'English', exact: true }).click();
  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: delivery.truck }) });
  await expect(row).toContainText('8000 litres');
  await kept(page);
  wire.cut();
  await row.getByRole('button', { name: `Delivered ${street}北门` }).click();
  await expect(row).toContainText('Waiting to be sent');
  const all = (await crew.gets('/api/v1/crew/deliveries')) as Brought[];
  const id = all.find(({ delivery }) => delivery.outage === notice)?.delivery.id ?? '';
  await dispatcher.givesWater(id, 0, 3000);
  await back(page, wire);
  await expect(row.getByRole('alert')).toContainText(`“Delivered ${street}北门” was not taken`);
  await clear(page);
  await large(page);
  await fits(page);
  await row.getByRole('button', { name: 'Do not send it', exact: true }).click();
  await expect(row.getByRole('alert')).toHaveCount(0);
  await expect(row.getByRole('status').first()).toHaveText(/^Delivered today/);
});
