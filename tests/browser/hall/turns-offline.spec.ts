import { type Person, freshPhone } from '../city.ts';
import { underWay } from '../events.ts';
import { type Errand, back, expect, kept, leave, test } from '../offline.ts';
import type { Break } from '../wire.ts';
import { arrives } from './steps.ts';

const MINUTE = 60_000;

/** Coming and going by the code of those minutes, as the hall leaves it on the phone. */
async function waits(leader: Person, id: string, came: number, went: number): Promise<Errand[]> {
  const path = `/api/v1/events/${id}/turns`;
  const errand = async (way: 'in' | 'out', title: string, moment: number): Promise<Errand> => ({
    key: `${id}-${way}`,
    path,
    title,
    body: { way, code: await leader.codeOfNow(id, moment) },
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
    const [leader, volunteer] = await Promise.all([city.staff('supervisor'), city.resident(freshPhone())]);
    const plan = underWay();
    const id = await leader.publishes(plan);
    await volunteer.helpsAt(id);
    await volunteer.sitsAt(context);
    await page.goto('/waiting');
    await arrives(page, '等着发的');
    await kept(page);
    const came = Date.parse(String(plan['starts']));
    const went = Math.floor((came + Date.now()) / 2);
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
    const turns = await leader.turns(id);
    expect(turns).toHaveLength(1);
    const minutes = [turns[0]?.came, turns[0]?.went].map((at) => Math.floor(Date.parse(at ?? '') / MINUTE));
    expect(minutes).toEqual([came, went].map((at) => Math.floor(at / MINUTE)));
  });
}
