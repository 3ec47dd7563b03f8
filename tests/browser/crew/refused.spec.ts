import { back, expect, kept, test } from '../offline.ts';
import { fits } from '../reading.ts';
import { burst, button, clear, large, names, opens, waiting } from './steps.ts';

test('what dispatch has taken back is refused, and the rest of that order waits', async ({ page, context, city, wire }) => {
  const [crew, dispatcher] = await Promise.all([city.staff('crew'), city.staff('dispatcher')]);
  const [lost, other] = [await burst(city, '体育路1号'), await burst(city, '体育路2号')];
  await crew.sitsAt(context);
  await opens(page, lost);
  await kept(page);
  wire.cut();
  await button(page, '接单').click();
  await button(page, '到场').click();
  await expect(button(page, '险情已控制')).toBeVisible();
  await page.getByRole('link', { name: '回到工单' }).click();
  await page.getByRole('link', { name: new RegExp(other) }).click();
  await button(page, '接单').click();
  await expect(waiting(page)).toHaveText([/接单/]);
  await dispatcher.act(lost, { verb: 'dispatch', unit: 'network' });
  await back(page, wire);
  // The other order is not held up by it.
  await expect(page.getByText('等发送')).toHaveCount(0);
  expect(names((await crew.case(other)).timeline)).toContain('accepted');

  await page.getByRole('link', { name: '回到工单' }).click();
  await page.getByRole('link', { name: `${lost} 没有收下` }).click();
  await expect(page.getByRole('heading', { level: 2, name: '“接单”没有收下' })).toBeVisible();
  await expect(waiting(page)).toHaveText([/接单.*没有收下/, /到场.*前一步没收下,先等着/]);
  await expect(page.getByRole('link', { name: '打给调度' })).toHaveAttribute('href', 'tel:96968');
  await expect(page.getByText('这张工单不在您单位了')).toBeVisible();
  await clear(page);
  await large(page);
  await fits(page);
  await page.reload();
  await expect(waiting(page)).toHaveText([/没有收下/, /先等着/]);
  // Dispatch gives it back, and what was done counts.
  await dispatcher.act(lost, { verb: 'dispatch', unit: 'branch-nancheng' });
  await button(page, '再发一次').click();
  await expect(page.getByText('等发送')).toHaveCount(0);
  const events = names((await crew.case(lost)).timeline).reverse();
  expect(events.filter((event) => ['accepted', 'arrived'].includes(event))).toEqual(['accepted', 'arrived']);
});

test('what is not to be sent any more is thrown away', async ({ page, context, city, wire }) => {
  const [crew, dispatcher] = await Promise.all([city.staff('crew'), city.staff('dispatcher')]);
  const number = await burst(city, '体育路3号');
  await crew.sitsAt(context);
  await opens(page, number);
  await kept(page);
  wire.cut();
  await button(page, '接单').click();
  await button(page, '到场').click();
  await expect(button(page, '险情已控制')).toBeVisible();
  await dispatcher.act(number, { verb: 'dispatch', unit: 'network' });
  await back(page, wire);
  await expect(page.getByRole('heading', { level: 2, name: '“接单”没有收下' })).toBeVisible();
  await button(page, '这张工单的都不发了').click();
  await expect(page.getByText('等发送')).toHaveCount(0);
  await page.getByRole('link', { name: '回到工单' }).click();
  await expect(page.getByRole('link', { name: new RegExp(number) })).toHaveCount(0);
});
