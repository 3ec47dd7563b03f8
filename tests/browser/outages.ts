import { randomInt } from 'node:crypto';

/** So many hours from now, as the API takes it. */
export function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}

/** The same, as an input for a day and a time takes it, by the clock in China. */
export function typedInHours(hours: number): string {
  return new Date(Date.now() + (hours + 8) * 3_600_000).toISOString().slice(0, 16);
}

/** A street that nobody has named before. */
export function freshStreet(): string {
  const letters = Array.from({ length: 3 }, () => '东南西北中新富康乐安'.charAt(randomInt(10)));
  return `${letters.join('')}${randomInt(1, 9999)}路`;
}

/** A sudden outage that has begun, on a street of its own. */
export function burst(street: string, town = 'nancheng') {
  return {
    kind: 'unplanned',
    areas: [{ town, words: `${street}一带`, streets: [street] }],
    reason: '主管道破裂',
    starts: inHours(-1),
    ends: inHours(5),
    points: ['社区公园北门'],
    households: 800,
  };
}

/** A truck that stops twice on a street, soon. */
export function truck(street: string, town = 'nancheng') {
  const stop = (place: string, from: number) => ({ town, place: `${street}${place}`, from: inHours(from), until: inHours(from + 1) });
  return { truck: `粤S${randomInt(10_000, 99_999)}`, litres: 8000, unit: 'branch-nancheng', stops: [stop('北门', 0.5), stop('南门', 1.5)] };
}
