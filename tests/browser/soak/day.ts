import { setTimeout as pause } from 'node:timers/promises';
import { type City, type Person, freshPhone } from '../city.ts';
import { leak } from '../filings.ts';

/**
 * How long the soak lasts. Five minutes stand for eight hours; fewer or more stand for as much of the day.
 */
export const MINUTES = Number(process.env.SOAK_MINUTES ?? 5);

/**
 * How much happens. The utility that we model wrote over 330,000 work orders from 2009-12-18 to 2024-10-31, which is 61 a
 * day. A day on which a main bursts has ten times that, all of it in the eight hours: 600 cases. Each is filed, taken,
 * noted on, passed on, finished and rated: six entries, 3,600 in eight hours, one every eight seconds. In five minutes
 * that is 12 a second.
 */
const CASES_A_DAY = 600;
const ENTRIES_A_CASE = 6;
const MINUTES_A_DAY = 5;
const CASES = Math.round((CASES_A_DAY * MINUTES) / MINUTES_A_DAY);

/** So many cases are under way at the same time. */
const LANES = 6;

/** What happens at the utility on such a day, beside what the clerk at the browser does. */
export class Day {
  /** How many entries have been written. */
  entries = 0;
  private begun = 0;

  private constructor(
    private readonly residents: { phone: string; person: Person }[],
    private readonly clerk: Person,
    private readonly dispatcher: Person,
    private readonly crew: Person,
  ) {}

  static async of(city: City): Promise<Day> {
    const phones = Array.from({ length: LANES }, freshPhone);
    const residents = phones.map(async (phone) => ({ phone, person: await city.resident(phone) }));
    const staff = ['clerk2', 'dispatcher', 'crew'].map((name) => city.staff(name));
    const [clerk, dispatcher, crew] = (await Promise.all(staff)) as [Person, Person, Person];
    return new Day(await Promise.all(residents), clerk, dispatcher, crew);
  }

  /** Lets it happen, at its pace or as quickly as the machine can, to the end. */
  async passes(): Promise<void> {
    const start = Date.now();
    const apart = (MINUTES * 60_000) / (CASES * ENTRIES_A_CASE);
    const written = async () => {
      this.entries += 1;
      await pause(Math.max(0, start + this.entries * apart - Date.now()));
    };
    await Promise.all(this.residents.map((resident) => this.lane(resident, written)));
  }

  private async lane({ phone, person }: { phone: string; person: Person }, written: () => Promise<void>): Promise<void> {
    while (this.begun < CASES) {
      this.begun += 1;
      const number = await person.file(leak(phone));
      await written();
      const acts = [
        [this.clerk, { verb: 'take' }],
        [this.clerk, { verb: 'note', words: '已电话核对地址', to_resident: false }],
        [this.dispatcher, { verb: 'dispatch', unit: 'branch-nancheng', words: '带上DN20的接头' }],
        [this.crew, { verb: 'finish', result: '已更换接头,不再漏水' }],
        [person, { verb: 'rate', level: 'good', words: '来得很快' }],
      ] as const;
      for (const [who, act] of acts) {
        await who.act(number, act);
        await written();
      }
    }
  }
}
