import type { Browser, Page } from '@playwright/test';
import { type City, Person } from '../city.ts';
import { axe, expect, test as base } from '../fixtures.ts';
import { type Server, start } from '../server.ts';
import { Call } from '../telephone.ts';

/** Who looks after the estate, who lives there, and who lives elsewhere. */
const [MANAGER, NEIGHBOUR, ELSEWHERE] = ['13812110001', '13812110002', '13812110003'];
/** What is pressed is there within this. */
const PATIENCE = 15_000;
const STREET = '新城路';
const GATE = '碧水花园南门';
const NURSERY = '第一幼儿园门口';

/** The night of 2024-11-10 in the city, minute by minute. */
class Night {
  constructor(
    private readonly page: Page,
    private readonly url: string,
  ) {}

  /** It is this moment, as `11-10 23:50`, and what is due by then has happened. */
  async is(moment: string): Promise<void> {
    const now = this.at(moment);
    const answer = await this.page.request.post(`${this.url}/demo/time`, { data: { now } });
    expect(answer.status(), await answer.text()).toBe(200);
  }

  at(moment: string): string {
    return `2024-${moment.replace(' ', 'T')}:00+08:00`;
  }
}

const test = base.extend<{ night: Night }, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await start('--demo-now', '2024-11-10T23:45:00+08:00');
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  night: async ({ page, server }, use) => use(new Night(page, server.url)),
});

/** A phone of somebody who is signed in; staff by their user name, residents by their phone. */
async function phoneOf(browser: Browser, url: string, city: City, who: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 390, height: 844 }, locale: 'zh-CN', serviceWorkers: 'block' });
  // Whoever signed in hours ago would have to do so again.
  await (/^\d/.test(who) ? await city.resident(who) : await Person.staff(url, who)).sitsAt(context);
  const phone = await context.newPage();
  phone.setDefaultTimeout(PATIENCE);
  return phone;
}

async function messages(page: Page, url: string, phone: string): Promise<string[]> {
  const answer = await page.request.get(`${url}/demo/messages`, { params: { phone } });
  return ((await answer.json()) as { text: string }[]).map(({ text }) => text);
}

test('the night of 2024-11-10, from the call to the answer', async ({ page, context, browser, city, server, night }) => {
  test.setTimeout(240_000);
  const told = async (phone: string, words: string) => (await messages(page, server.url, phone)).filter((text) => text.includes(words)).length;
  const [agent, dispatcher] = [await city.staff('agent'), await city.staff('dispatcher')];
  await (await city.resident(NEIGHBOUR)).hearsOf('songshanhu', STREET);
  await (await city.resident(ELSEWHERE)).hearsOf('humen', '人民路');
  await agent.sitsAt(context);
  await page.goto('/desk/calls');
  await expect(page.getByText('现在没有来电')).toBeVisible();

  // 23:50. A pipe in the estate has burst; the agent has it down before the caller has finished.
  await night.is('11-10 23:50');
  const call = await Call.rings(page.request, MANAGER);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(`正在响铃 ${MANAGER}`);
  await expect(page.getByText('第一次来电,还不认识')).toBeVisible();
  await call.isAnswered();
  await page.keyboard.press('F4');
  await page.keyboard.press('1');
  const town = page.getByRole('combobox', { name: '镇街' });
  await expect(town).toBeFocused();
  await page.keyboard.type('松山湖');
  await expect(page.getByRole('option', { name: '松山湖', exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(town).toHaveValue('松山湖');
  await page.getByRole('textbox', { name: '地址' }).fill(`${STREET}8号碧水花园`);
  await page.getByRole('textbox', { name: '补充说明' }).fill('小区里水管爆了,几百户和一所幼儿园没水');
  await page.keyboard.press('Control+Enter');
  const done = page.getByRole('status').filter({ hasText: '已记' });
  await expect(done).toHaveText(/^已记:转工单 \S+$/);
  const number = /\S+$/.exec((await done.textContent()) ?? '')?.[0] ?? '';
  await call.ends();
  // The branch in charge has it at once, without a dispatcher.
  expect(await agent.case(number)).toMatchObject({ status: 'dispatched', unit: 'branch-songshanhu', work_order: { kind: 'BURST', priority: 1 } });
  await expect.poll(() => told(MANAGER, number)).toBeGreaterThan(0);

  // 23:53. A crew of the branch has it on the phone, and goes.
  await night.is('11-10 23:53');
  const crew = await phoneOf(browser, server.url, city, 'crew2');
  await crew.goto('/crew');
  await crew.getByRole('link', { name: new RegExp(number) }).click();
  await crew.getByRole('button', { name: '接单', exact: true }).click();
  await expect(crew.getByRole('button', { name: '到场', exact: true })).toBeVisible();
  await expect(crew.getByText('等发送')).toHaveCount(0);

  // 23:58. Everybody concerned is told; a truck is on its way.
  await night.is('11-10 23:58');
  const notice = await dispatcher.postsNotice({
    kind: 'unplanned',
    areas: [{ town: 'songshanhu', words: '碧水花园及新城路沿线', streets: [STREET], estates: ['碧水花园'] }],
    reason: '小区内水管爆裂,停水抢修',
    starts: night.at('11-10 23:50'),
    ends: night.at('11-11 11:50'),
    points: [GATE],
    households: 320,
  });
  const stop = (place: string, from: string, until: string) => ({ town: 'songshanhu', place, from: night.at(from), until: night.at(until) });
  await dispatcher.bringsWater(notice, {
    truck: '粤S90210',
    litres: 8000,
    unit: 'branch-songshanhu',
    stops: [stop(GATE, '11-11 00:30', '11-11 01:30'), stop(NURSERY, '11-11 06:30', '11-11 07:30')],
  });
  await dispatcher.linksCase(notice, number);
  await expect.poll(() => told(NEIGHBOUR, '突发停水')).toBe(1);
  await expect.poll(() => told(MANAGER, '突发停水')).toBe(1);
  expect(await told(ELSEWHERE, '停水')).toBe(0);
  const neighbour = await phoneOf(browser, server.url, city, NEIGHBOUR);
  await neighbour.goto(`/outages/${notice}`);
  await expect(neighbour.getByRole('heading', { level: 2, name: /^松山湖正在停水,预计/ })).toBeVisible();
  await expect(neighbour.getByText(NURSERY).first()).toBeVisible();
  await axe(neighbour);

  // 00:10. The crew is there, well within half an hour; half an hour later the water is off.
  await night.is('11-11 00:10');
  await crew.getByRole('button', { name: '到场', exact: true }).click();
  await expect(crew.getByRole('button', { name: '险情已控制', exact: true })).toBeVisible();
  await expect(crew.getByText('等发送')).toHaveCount(0);
  await night.is('11-11 00:40');
  await crew.getByRole('button', { name: '险情已控制', exact: true }).click();
  await crew.getByRole('button', { name: '阀门已关,不再出水', exact: true }).click();
  await crew.getByRole('button', { name: '确认险情已控制', exact: true }).click();
  await expect.poll(() => told(MANAGER, '阀门已关')).toBe(1);

  // The truck stops at the gate, and in the morning before the kindergarten opens.
  const driver = await phoneOf(browser, server.url, city, 'crew2');
  await driver.goto('/crew');
  const truck = driver.getByRole('listitem').filter({ has: driver.getByRole('heading', { level: 3, name: '粤S90210' }) });
  await truck.getByRole('button', { name: `送到了 ${GATE}` }).click();
  await expect(truck.getByText('已送到 今天 00:40', { exact: true })).toBeVisible();
  await night.is('11-11 06:40');
  await truck.getByRole('button', { name: `送到了 ${NURSERY}` }).click();
  await expect(truck.getByRole('button', { name: /^送到了/ })).toHaveCount(0);
  await expect(driver.getByText('等发送')).toHaveCount(0);

  // 10:55. Repaired an hour early: the crew finishes, the notice ends, and all who were told are told.
  await night.is('11-11 10:55');
  await crew.getByRole('button', { name: '办结', exact: true }).click();
  await crew.getByRole('button', { name: '管道已修好,恢复供水', exact: true }).click();
  await crew.getByRole('button', { name: '确认办结', exact: true }).click();
  const seen = async () => (await Person.staff(server.url, 'agent')).case(number);
  await expect.poll(async () => (await seen()).status).toBe('finished');
  await night.is('11-11 11:00');
  const desk = await (await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })).newPage();
  desk.setDefaultTimeout(PATIENCE);
  await (await Person.staff(server.url, 'dispatcher')).sitsAt(desk.context());
  await desk.goto(`/desk/outages/${notice}`);
  await expect(desk.getByText(/送到,4000升/).first()).toBeVisible();
  await desk.getByRole('button', { name: '结束公告' }).click();
  await desk.getByRole('dialog', { name: '结束公告' }).getByRole('button', { name: '已恢复供水' }).click();
  await expect.poll(() => told(NEIGHBOUR, '已恢复供水')).toBe(1);
  await expect.poll(() => told(MANAGER, '已恢复供水')).toBe(1);
  expect(await told(ELSEWHERE, '供水')).toBe(0);

  // And the caller is asked how it went.
  await night.is('11-11 14:30');
  await page.goto('/desk/callbacks');
  const row = page.getByRole('listitem').filter({ hasText: number });
  await row.getByRole('button').click();
  const asks = page.getByRole('dialog', { name: `回访 ${number}` });
  await asks.getByRole('radio', { name: '非常满意' }).check();
  await asks.getByRole('textbox', { name: '居民怎么说(可不填)' }).fill('来得快,水车也及时');
  await page.keyboard.press('Control+Enter');
  await expect(asks).toBeHidden();
  await expect(row).toHaveCount(0);

  // What stands on the timeline: each at its minute, nobody late, nobody forgotten.
  const { timeline } = await seen();
  const minute = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16);
  const happened = [...timeline].reverse().map(({ at, event }) => `${minute(at)} ${event.event}`);
  expect(happened.filter((entry) => !entry.endsWith('noted'))).toEqual([
    '23:50 filed',
    '23:50 dispatched',
    '23:53 accepted',
    '00:10 arrived',
    '00:40 secured',
    '10:55 finished',
    '14:30 rated',
  ]);
  await Promise.all([crew, driver, neighbour, desk].map((open) => open.context().close()));
});
