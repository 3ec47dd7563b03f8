import { type City, type Person, freshPhone } from '../city.ts';
import { type Errand, back, expect, kept, leave, test } from '../offline.ts';
import type { Break } from '../wire.ts';
import { arrives } from './steps.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** An event that has been on for three hours, or since midnight in China, and a volunteer who has a turn at it. */
async function event(city: City): Promise<{ id: string; leader: Person; volunteer: Person; began: number }> {
  const now = Date.now();
  const midnight = now - ((now + 8 * HOUR) % (24 * HOUR));
  const began = Math.max(now - 3 * HOUR, midnight);
  const times = { starts: new Date(began).toISOString(), ends: new Date(midnight + 24 * HOUR - MINUTE).toISOString() };
  const place = { town: 'nancheng', community: '元美社区', place: '广场东侧' };
  const plan = { ...times, ...place, title: '供水服务进社区', topics: ['hall'], tasks: ['help'], words: '' };
  const leader = await city.staff('supervisor');
  const id = await leader.publishes({ ...plan, shifts: [{ ...times, places: 5 }] });
  const volunteer = await city.resident(freshPhone());
  await volunteer.takesTurn(id);
  return { id, leader, volunteer, began };
}

/** Coming and going by the code of those minutes, as the hall leaves it on the phone. */
async function waits(leader: Person, id: string, came: number, went: number): Promise<Errand[]> {
  const path = `/api/v1/events/${id}/turns`;
  const errand = async (way: 'in' | 'out', title: string, moment: number): Promise<Errand> => ({
    key: `${id}-${way}`,
    path,
    title,
    body: { way, code: await leader.code(id, moment) },
    ago: Math.round((Date.now() - moment) / 1000),
  });
  return [await errand('in', '签到', came), await errand('out', '签退', went)];
}

const CUTS: [string, Break | undefined][] = [
  ['before anything is sent', undefined],
  ['while it is sent', 'asked'],
  ['between send and answer', 'answered'],
];

for (const [name, when] of CUTS) {
  test(`a check-in that is cut ${name} is one turn, at the minute of its code`, async ({ page, context, city, wire }) => {
    const { id, leader, volunteer, began } = await event(city);
    await volunteer.sitsAt(context);
    await page.goto('/waiting');
    await arrives(page, '等着发的');
    await kept(page);
    const [came, went] = [began + MINUTE, Math.max(began + 2 * MINUTE, Date.now() - 10 * MINUTE)];
    await leave(page, await waits(leader, id, came, went));
    const broken = when ? wire.breaksAt(`POST /api/v1/events/${id}/turns `, when) : wire.cut();
    await page.reload();
    await broken;
    await expect(page.getByRole('listitem')).toHaveText([/签到.*等网络/, /签退.*等网络/]);
    // And once more from nothing, as after a browser that was closed.
    await page.reload();
    await expect(page.getByRole('listitem')).toHaveText([/签到.*等网络/, /签退.*等网络/]);
    await back(page, wire);
    await expect(page.getByText('没有等着发的')).toBeVisible();
    const turns = await volunteer.turns(id);
    expect(turns).toHaveLength(1);
    const minutes = [turns[0]?.came, turns[0]?.went].map((at) => Math.floor(Date.parse(at ?? '') / MINUTE));
    expect(minutes).toEqual([came, went].map((at) => Math.floor(at / MINUTE)));
  });
}
