import { randomUUID } from 'node:crypto';

/** The day in so many days, as a calendar in China has it. */
export function dayIn(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

/** A plan that is in order; its title is like no other. */
export function plan({ days = 3, town = 'nancheng' } = {}): { title: string } & Record<string, unknown> {
  const at = (hour: string) => `${dayIn(days)}T${hour}:00:00+08:00`;
  return {
    title: `节水日${randomUUID().slice(0, 8)}`,
    town,
    community: '元美社区',
    place: '广场东侧',
    starts: at('09'),
    ends: at('12'),
    topics: ['hall', 'quality'],
    tasks: ['show'],
    shifts: [{ starts: at('09'), ends: at('12'), places: 5 }],
    words: '带上水费单,现场帮您看',
  };
}

/** A plan of an event that is under way, on this day in China. */
export function underWay(): ReturnType<typeof plan> {
  const midnight = Date.parse(`${dayIn(0)}T00:00:00+08:00`);
  const starts = new Date(Math.max(Date.now() - 30 * 60_000, midnight)).toISOString();
  const ends = new Date(Math.min(Date.now() + 2 * 3_600_000, midnight + 24 * 3_600_000)).toISOString();
  return { ...plan(), starts, ends, tasks: ['show', 'help'], shifts: [{ starts, ends, places: 5 }] };
}
