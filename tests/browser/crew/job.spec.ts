import { Browser } from '../browser.ts';
import { back, expect, kept, test } from '../offline.ts';
import { jpeg } from '../pictures.ts';
import { POINT, burst, button, clear, names, opens, waiting } from './steps.ts';

test('a whole job is done with the network cut between each step', async ({ page, context, city, wire }) => {
  const crew = await city.staff('crew');
  const number = await burst(city);
  await crew.sitsAt(context);
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation(POINT);
  await opens(page, number);
  await kept(page);
  const told = async () => (await crew.case(number)).timeline.reverse();

  // Each step is done without a network, and shows at once; it leaves as soon as there is one.
  for (const [act, next] of [['接单', '到场'], ['到场', '险情已控制']] as const) {
    wire.cut();
    await button(page, act).click();
    await expect(button(page, next)).toBeVisible();
    await expect(button(page, act)).toHaveCount(0);
    await expect(waiting(page)).toHaveText([new RegExp(`^${act} .*等网络$`)]);
    await back(page, wire);
    await expect(page.getByText('等发送')).toHaveCount(0);
  }

  wire.cut();
  await button(page, '险情已控制').click();
  await button(page, '确认险情已控制').click();
  await expect(page.getByText('这一项还没有填')).toBeVisible();
  await button(page, '阀门已关,不再出水').click();
  await button(page, '确认险情已控制').click();
  await expect(waiting(page)).toHaveText([/险情已控制/]);
  // A page that is opened anew without a network knows all of it.
  await page.reload();
  await expect(waiting(page)).toHaveText([/险情已控制.*等网络/]);
  await expect(page.getByText('鸿福路100号')).toBeVisible();
  await expect(page.getByText(/没有网络。看到的是今天 \d\d:\d\d的/)).toBeVisible();

  await button(page, '办结').click();
  const photos = (when: string) => page.getByRole('region', { name: when }).getByLabel('拍照或选照片');
  await photos('施工前').setInputFiles(await jpeg(page, 'before.jpg', 800, 600));
  await photos('施工后').setInputFiles([await jpeg(page, 'one.jpg', 800, 600), await jpeg(page, 'two.jpg', 800, 600)]);
  await button(page, 'DN100 哈夫节').click();
  await button(page, '密封圈').click();
  await button(page, '加一个 密封圈').click();
  await button(page, '管道已修好,恢复供水').click();
  await clear(page);
  await button(page, '确认办结').click();
  await expect(page.getByText('这张工单办结了')).toBeVisible();
  await expect(waiting(page)).toHaveText([/险情已控制/, /办结/]);
  await clear(page);
  expect(names(await told())).not.toContain('finished');

  await back(page, wire);
  await expect(page.getByText('等发送')).toHaveCount(0);
  await expect(page.getByText('这张工单不在您单位了')).toBeVisible();
  const timeline = await told();
  const job = timeline.filter(({ event }) => ['accepted', 'arrived', 'secured', 'finished'].includes(event.event));
  expect(names(job)).toEqual(['accepted', 'arrived', 'secured', 'finished']);
  const times = job.map(({ at }) => Date.parse(at));
  expect([...times].sort((one, other) => one - other)).toEqual(times);
  const last = job.at(-1)?.event;
  expect([last?.before?.length, last?.after?.length]).toEqual([1, 2]);
  expect(last?.parts).toEqual([{ name: 'DN100 哈夫节', count: 1 }, { name: '密封圈', count: 2 }]);
});

test('what was done in a tunnel outlives the browser, and tells its true time', async ({ city, wire }) => {
  const crew = await city.staff('crew');
  const number = await burst(city, '鸿福路200号');
  const browser = await Browser.fresh();
  try {
    let page = await browser.open();
    await crew.sitsAt(page.context());
    await page.goto(`${wire.url}/crew/orders/${number}`);
    await kept(page);
    await expect(button(page, '接单')).toBeVisible();
    wire.cut();
    const done = Date.now();
    await button(page, '接单').click();
    await button(page, '等用户').click();
    await button(page, '家里没人,等您回来开门').click();
    await button(page, '确认等用户').click();
    await expect(waiting(page)).toHaveText([/接单/, /等用户/]);
    await expect(button(page, '继续办理')).toBeVisible();
    // The browser writes to its disk within a while, and without a word.
    await page.waitForFunction(async () => {
      const opened = indexedDB.open('shuiting');
      const base = await new Promise<IDBDatabase>((come) => (opened.onsuccess = () => come(opened.result)));
      const names = base.transaction('kept').objectStore('kept').getAllKeys();
      const keys = await new Promise<IDBValidKey[]>((come) => (names.onsuccess = () => come(names.result)));
      base.close();
      return keys.filter((key) => String(key).startsWith('shuiting-crew-errand-')).length === 2;
    });
    await browser.close();

    page = await browser.open();
    await page.goto(`${wire.url}/crew/orders/${number}`);
    await expect(waiting(page)).toHaveText([/接单/, /等用户/]);
    await back(page, wire);
    await expect(page.getByText('等发送')).toHaveCount(0);
    const timeline = (await crew.case(number)).timeline;
    const accepted = timeline.find(({ event }) => event.event === 'accepted');
    expect(Math.abs(Date.parse(accepted?.at ?? '') - done)).toBeLessThan(3000);
    expect(names(timeline)).toContain('waiting');
  } finally {
    await browser.end();
  }
});
