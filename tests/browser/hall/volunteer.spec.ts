import { freshPhone } from '../city.ts';
import { plan, underWay } from '../events.ts';
import { axe } from '../fixtures.ts';
import { back, expect, kept, test } from '../offline.ts';
import { type Reading, chinese, fits, reads } from '../reading.ts';
import { arrives } from './steps.ts';

const READINGS: Reading[] = [{ lang: 'zh' }, { lang: 'en' }, { lang: 'zh', elder: true }];

test.use({ viewport: { width: 360, height: 2600 } });

test('a resident signs up, takes a shift and gives it up again', async ({ page, context, city }) => {
  const id = await (await city.staff('clerk')).publishes(plan({ town: 'humen' }));
  await (await city.resident(freshPhone())).sitsAt(context);
  await page.goto('/me');
  await page.getByRole('link', { name: /^志愿服务/ }).click();
  await arrives(page, '志愿服务');
  await page.getByRole('button', { name: '报名做志愿者' }).click();
  await expect(page.getByRole('textbox', { name: '姓名' })).toBeFocused();
  await axe(page);
  await page.getByRole('textbox', { name: '姓名' }).fill('林小红');
  await page.getByRole('radio', { name: '党员志愿者' }).check();
  await page.getByRole('button', { name: '报名做志愿者' }).click();
  await expect(page.getByText('还没有报班次')).toBeVisible();
  await axe(page);

  await page.goto(`/events/${id}`);
  const shifts = page.getByRole('region', { name: '志愿者班次' });
  await shifts.getByRole('button', { name: '报这个班次' }).click();
  await expect(shifts.getByText('您已报这个班次')).toBeVisible();
  await expect(shifts.getByText('要5人,还缺4人')).toBeVisible();
  await axe(page);
  await page.goto('/volunteer');
  await expect(page.getByRole('region', { name: '要去的' }).getByText('还没有签到')).toBeVisible();
  await page.goto(`/events/${id}`);
  await shifts.getByRole('button', { name: '取消这个班次' }).click();
  await expect(shifts.getByRole('button', { name: '报这个班次' })).toBeVisible();
});

test('who comes and goes without a network is told once, with the time of the code', async ({ page, context, wire, city }) => {
  const clerk = await city.staff('clerk');
  const id = await clerk.publishes(underWay());
  const volunteer = await city.resident(freshPhone());
  await volunteer.helpsAt(id);
  await volunteer.sitsAt(context);
  await page.goto(`/events/${id}/work`);
  await kept(page);
  const check = page.getByRole('region', { name: '签到签退' });
  await expect(check).toBeVisible();
  await check.getByRole('textbox', { name: '签到码' }).fill('12');
  await check.getByRole('button', { name: '签到', exact: true }).click();
  await expect(check.getByText('签到码是6位数字,请再看一眼')).toBeVisible();
  await axe(page);

  wire.cut();
  await page.reload();
  const code = await clerk.codeOfNow(id);
  for (const way of ['签到', '签退']) {
    await check.getByRole('textbox', { name: '签到码' }).fill(code);
    await check.getByRole('button', { name: way, exact: true }).click();
    await expect(check.getByRole('textbox', { name: '签到码' })).toHaveValue('');
  }
  await expect(check.getByText('已记下,等网络送出')).toBeVisible();
  await axe(page);
  expect(await clerk.turns(id)).toEqual([expect.not.objectContaining({ came: expect.anything() })]);

  await back(page, wire);
  await expect(check.getByText('已记下,等网络送出')).toBeHidden();
  await expect(page.getByText(/^\d\d:\d\d到,\d\d:\d\d走$/)).toBeVisible();
  const [turn, ...others] = await clerk.turns(id);
  expect(others).toEqual([]);
  expect(turn?.came).toBe(turn?.went);
});

test('an answer that is lost does no harm to checking in, and a wrong code comes back with its reason', async ({ page, context, wire, city }) => {
  const clerk = await city.staff('clerk');
  const id = await clerk.publishes(underWay());
  const volunteer = await city.resident(freshPhone());
  await volunteer.helpsAt(id);
  await volunteer.sitsAt(context);
  await page.goto(`/events/${id}/work`);
  const check = page.getByRole('region', { name: '签到签退' });
  const lost = wire.breaksAt(`POST /api/v1/events/${id}/turns `, 'answered');
  await check.getByRole('textbox', { name: '签到码' }).fill(await clerk.codeOfNow(id));
  await check.getByRole('button', { name: '签到', exact: true }).click();
  await lost;
  await expect.poll(async () => (await clerk.turns(id))[0]?.came).toBeTruthy();
  const [{ came } = {}] = await clerk.turns(id);
  await back(page, wire);
  await expect(check.getByText('已记下,等网络送出')).toBeHidden();
  expect((await clerk.turns(id))[0]?.came).toBe(came);

  const wrong = String((Number(await clerk.codeOfNow(id)) + 1) % 1_000_000).padStart(6, '0');
  await check.getByRole('textbox', { name: '签到码' }).fill(wrong);
  await check.getByRole('button', { name: '签退', exact: true }).click();
  await check.getByRole('link', { name: '没有送成,请看一下' }).click();
  await expect(page.getByText(/这不是现在的签到码/)).toBeVisible();
  await axe(page);
});

test('what is done is counted by taps, also without a network, and water is judged at once', async ({ page, context, wire, city }) => {
  const clerk = await city.staff('clerk');
  const id = await clerk.publishes(underWay());
  const volunteer = await city.resident(freshPhone());
  await volunteer.helpsAt(id);
  await volunteer.sitsAt(context);
  await page.goto(`/events/${id}/work`);
  await kept(page);
  const served = page.getByRole('button', { name: /^服务居民/ });
  await served.click();
  await expect(served).toHaveText(/共1,您1/);
  wire.cut();
  await served.click();
  await served.click();
  await page.getByRole('button', { name: '减一 服务居民' }).click();
  await expect(served).toHaveText(/共2,您2/);
  await page.getByRole('combobox', { name: '演示了哪项业务' }).selectOption('TRANS');
  await page.getByRole('button', { name: /^记一次/ }).click();
  await expect(page.getByRole('button', { name: /^记一次/ })).toHaveText(/共1,您1/);

  await page.getByRole('heading', { name: '现场测水' }).click();
  await page.getByRole('textbox', { name: '余氯' }).fill('0.01');
  await page.getByRole('textbox', { name: '余氯' }).blur();
  await expect(page.getByText(/消毒余量偏低/)).toBeVisible();
  await page.getByRole('textbox', { name: '酸碱度pH' }).fill('7.2');
  await page.getByRole('textbox', { name: '酸碱度pH' }).blur();
  await expect(page.getByText('不酸不碱,合格')).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: '记下这次检测' }).click();
  await back(page, wire);
  await expect(page.getByRole('link', { name: /等/ })).toHaveCount(0);
  await page.reload();
  await expect(served).toHaveText(/共2,您2/);
});

test('whoever leads shows the code of the minute, and notes who came', async ({ page, context, city }) => {
  const clerk = await city.staff('clerk');
  const id = await clerk.publishes(underWay());
  const leader = await city.resident(freshPhone());
  await leader.helpsAt(id);
  await clerk.letsLead(id);
  await (await city.resident(freshPhone())).helpsAt(id, '陈大文');
  await leader.sitsAt(context);
  await page.goto(`/events/${id}/work`);
  await page.getByRole('link', { name: /^领队:签到码和名单/ }).click();
  await arrives(page, '签到码和名单');
  await expect(page.getByText(/^\d{6}$/)).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: '补记:来了 陈**' }).click();
  await expect(page.getByRole('button', { name: '补记:走了 陈**' })).toBeVisible();
  await axe(page);
});

for (const reading of READINGS) {
  test(`the pages fit a small phone ${reading.lang}${reading.elder ? ', in large letters' : ''}`, async ({ page, context, city }) => {
    const clerk = await city.staff('clerk');
    const id = await clerk.publishes(underWay());
    const leader = await city.resident(freshPhone());
    await leader.helpsAt(id);
    await clerk.letsLead(id);
    await leader.sitsAt(context);
    await reads(page, reading);
    for (const address of ['/volunteer', `/events/${id}`, `/events/${id}/work`, `/events/${id}/lead`, `/help?event=${id}`]) {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      await fits(page);
      await axe(page);
      if (reading.lang === 'en') expect(await chinese(page), address).toEqual([]);
    }
  });
}
