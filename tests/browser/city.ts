import { type APIRequestContext, type BrowserContext, expect, request } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import type { Filing } from './filings.ts';
import type { Holder } from './holders.ts';
import { png } from './pictures.ts';

const PASSWORD = 'shuiting-demo';

/** Each worker has a server of its own, which no two of its tests ask for a code with the same phone. */
let lastPhone = 13_811_000_000;

/** A phone that nobody has used. */
export function freshPhone(): string {
  lastPhone += 1;
  return String(lastPhone);
}

/** What happened to a case, as far as tests read it. */
export interface Happened {
  event: string;
  before?: string[];
  after?: string[];
  parts?: { name: string; count: number }[];
}

/** A case as the API shows it, as far as tests read it. */
export interface Case {
  number: string;
  service: string;
  status: string;
  version: number;
  answers: Record<string, string>;
  materials: { key: string; photos: string[]; verdict?: 'accepted' | { refused: string } }[];
  asks: { item: object; reason: string }[];
  /** The newest first. */
  timeline: { at: string; event: Happened }[];
}

/** Residents and staff sign in apart. */
type Side = 'hall' | 'desk';

/** The latest code that a phone was sent. */
export async function codeSent(api: APIRequestContext, phone: string): Promise<string> {
  let code: string | undefined;
  await expect(async () => {
    const messages = (await (await api.get('/demo/messages', { params: { phone } })).json()) as { text: string }[];
    code = messages.map(({ text }) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0]).find((found) => found);
    expect(code).toBeTruthy();
  }).toPass({ timeout: 10_000 });
  return code ?? '';
}

async function signIn(api: APIRequestContext, side: Side, path: string, body: object): Promise<void> {
  const answer = await api.post(path, { data: body, headers: { 'Shuiting-Side': side } });
  expect(answer.status(), await answer.text()).toBe(201);
}

async function residentIn(api: APIRequestContext, phone: string): Promise<void> {
  const asked = await api.post('/api/v1/codes', { data: { phone } });
  expect(asked.status(), await asked.text()).toBe(202);
  await signIn(api, 'hall', '/api/v1/sessions', { phone, code: await codeSent(api, phone) });
}

/** Somebody who is signed in and acts through the API, so that a test comes quickly to what it is about. */
export class Person {
  private constructor(private readonly api: APIRequestContext) {}

  static async resident(url: string, phone: string): Promise<Person> {
    const api = await request.newContext({ baseURL: url, extraHTTPHeaders: { 'Shuiting-Side': 'hall' } });
    await residentIn(api, phone);
    return new Person(api);
  }

  static async staff(url: string, name: string): Promise<Person> {
    const api = await request.newContext({ baseURL: url, extraHTTPHeaders: { 'Shuiting-Side': 'desk' } });
    await signIn(api, 'desk', '/api/v1/sessions/staff', { name, password: PASSWORD });
    return new Person(api);
  }

  /** Is signed in at a browser too, past the pages that do so. */
  async sitsAt(context: BrowserContext): Promise<void> {
    await context.addCookies((await this.api.storageState()).cookies);
  }

  /** Files something, with a photo of each material that it needs; gives its number. */
  file(filing: Filing): Promise<string> {
    return this.sends('/api/v1/cases', filing);
  }

  /** Adds a water account to their own. */
  async binds({ number, end, four }: Holder): Promise<void> {
    const answer = await this.api.post('/api/v1/me/water-accounts', { data: { number, name_end: end, last_four: four } });
    expect(answer.status(), await answer.text()).toBe(201);
  }

  /** Files something for a resident, as staff do; gives its number. */
  fileFor(filing: Filing): Promise<string> {
    return this.sends('/api/v1/desk/cases', filing);
  }

  private async sends(path: string, { materials, ...filing }: Filing): Promise<string> {
    const photos = await Promise.all(materials.map(async (key) => [key, [await this.photo()]] as const));
    const answer = await this.api.post(path, {
      data: { ...filing, materials: Object.fromEntries(photos) },
      headers: { 'Idempotency-Key': randomUUID() },
    });
    expect(answer.status(), await answer.text()).toBe(201);
    return ((await answer.json()) as { number: string }).number;
  }

  /** Does something to a case as it is. */
  async act(number: string, action: { verb: string } & Record<string, unknown>): Promise<Case> {
    const answer = await this.api.post(`/api/v1/cases/${number}/acts`, { data: { action } });
    expect(answer.status(), await answer.text()).toBe(200);
    return (await answer.json()) as Case;
  }

  /** The numbers of all that is theirs, the latest first. */
  async numbers(): Promise<string[]> {
    const answer = await this.api.get('/api/v1/cases');
    expect(answer.status(), await answer.text()).toBe(200);
    return ((await answer.json()) as { number: string }[]).map(({ number }) => number);
  }

  /** What lies at an address of the API, as they see it. */
  async gets(path: string): Promise<unknown> {
    const answer = await this.api.get(path);
    expect(answer.status(), await answer.text()).toBe(200);
    return answer.json();
  }

  async case(number: string): Promise<Case> {
    const answer = await this.api.get(`/api/v1/cases/${number}`);
    expect(answer.status(), await answer.text()).toBe(200);
    return (await answer.json()) as Case;
  }

  /** Takes a case, finds all that came with it in order, and passes it on to a unit. */
  async passOn(number: string, unit = 'branch-nancheng'): Promise<void> {
    const { materials } = await this.act(number, { verb: 'take' });
    for (const { key } of materials) await this.act(number, { verb: 'check', material: key, verdict: 'accepted' });
    await this.act(number, { verb: 'dispatch', unit });
  }

  /** Plans an event and publishes it; gives its id. */
  async publishes(plan: object): Promise<string> {
    const planned = await this.api.post('/api/v1/desk/events', { data: plan });
    expect(planned.status(), await planned.text()).toBe(201);
    const { id, version } = (await planned.json()) as { id: string; version: number };
    const answer = await this.api.post(`/api/v1/desk/events/${id}/publish`, { data: { version } });
    expect(answer.status(), await answer.text()).toBe(200);
    return id;
  }

  /** Writes an outage notice and posts it; gives its id. */
  async postsNotice(notice: object): Promise<string> {
    const { id, version } = await this.draftsNotice(notice);
    const answer = await this.api.post(`/api/v1/desk/outages/${id}/post`, { data: { version } });
    expect(answer.status(), await answer.text()).toBe(200);
    return id;
  }

  /** Writes an outage notice. */
  async draftsNotice(notice: object): Promise<{ id: string; version: number }> {
    const answer = await this.api.post('/api/v1/desk/outages', { data: notice });
    expect(answer.status(), await answer.text()).toBe(201);
    return (await answer.json()) as { id: string; version: number };
  }

  /** Links a case to an outage. */
  async linksCase(id: string, number: string): Promise<void> {
    const answer = await this.api.post(`/api/v1/desk/outages/${id}/cases`, { data: { link: [number] } });
    expect(answer.status(), await answer.text()).toBe(200);
  }

  /** Plans emergency water for an outage. */
  async bringsWater(id: string, delivery: object): Promise<void> {
    const answer = await this.api.post(`/api/v1/desk/outages/${id}/deliveries`, { data: delivery });
    expect(answer.status(), await answer.text()).toBe(201);
  }

  /** Ticks off a stop of a delivery, by its place in the list. */
  async givesWater(delivery: string, stop: number, litres: number): Promise<void> {
    const headers = { 'idempotency-key': `given-${delivery}-${stop}` };
    const answer = await this.api.post(`/api/v1/deliveries/${delivery}/stops/${stop}/acts`, { headers, data: { litres } });
    expect(answer.status(), await answer.text()).toBe(200);
  }

  /** Wants to hear of outages in a town. */
  async hearsOf(town: string, street?: string): Promise<void> {
    const answer = await this.api.put('/api/v1/me/outage-areas', { data: { areas: [{ town, street }] } });
    expect(answer.status(), await answer.text()).toBe(200);
  }

  /** Follows an event. */
  async follows(id: string): Promise<void> {
    const answer = await this.api.put(`/api/v1/events/${id}/follow`);
    expect(answer.status(), await answer.text()).toBe(200);
  }

  /** Signs up as a volunteer, and for the first shift of an event. */
  async helpsAt(id: string, name = '林小红'): Promise<void> {
    const volunteer = await this.api.put('/api/v1/me/volunteer', { data: { kind: 'party', name } });
    expect(volunteer.status(), await volunteer.text()).toBe(200);
    const turn = await this.api.put(`/api/v1/events/${id}/shifts/0`);
    expect(turn.status(), await turn.text()).toBe(200);
  }

  /** Lets the first who has signed up for an event lead there. */
  async letsLead(id: string): Promise<void> {
    const answer = await this.api.get(`/api/v1/events/${id}/helpers`);
    const [first] = (await answer.json()) as { id: string; turn: { shift: number } }[];
    const path = `/api/v1/events/${id}/shifts/${first?.turn.shift}/helpers/${first?.id}`;
    const changed = await this.api.patch(path, { data: { leads: true } });
    expect(changed.status(), await changed.text()).toBe(200);
  }

  /** The code of the minute at an event. */
  async codeOfNow(id: string, now = Date.now()): Promise<string> {
    const answer = await this.api.get(`/api/v1/events/${id}/codes`);
    expect(answer.status(), await answer.text()).toBe(200);
    const past = ((await answer.json()) as { at: string; code: string }[]).filter(({ at }) => Date.parse(at) <= now);
    return past.at(-1)?.code ?? '';
  }

  /** Whoever has signed up for an event, with when they came and went. */
  async turns(id: string): Promise<{ came?: string; went?: string }[]> {
    const answer = await this.api.get(`/api/v1/events/${id}/helpers`);
    expect(answer.status(), await answer.text()).toBe(200);
    return ((await answer.json()) as { turn: { came?: string; went?: string } }[]).map(({ turn }) => turn);
  }

  private async photo(): Promise<string> {
    const headers = { 'Content-Type': 'image/png' };
    const answer = await this.api.post('/api/v1/attachments', { data: png(), headers });
    expect(answer.status(), await answer.text()).toBe(201);
    return ((await answer.json()) as { id: string }).id;
  }

  async leave(): Promise<void> {
    await this.api.dispose();
  }
}

/** The people of the demo city, whom a test calls in as it needs them. */
export class City {
  private readonly people = new Map<string, Promise<Person>>();

  constructor(private readonly url: string) {}

  resident(phone = freshPhone()): Promise<Person> {
    return this.once(phone, () => Person.resident(this.url, phone));
  }

  /** By user name: `clerk`, `clerk2`, `dispatcher`, `crew`, `agent`, `supervisor`, `admin`. */
  staff(name: string): Promise<Person> {
    return this.once(name, () => Person.staff(this.url, name));
  }

  private once(key: string, come: () => Promise<Person>): Promise<Person> {
    const here = this.people.get(key) ?? come();
    this.people.set(key, here);
    return here;
  }

  async leave(): Promise<void> {
    const people = await Promise.all(this.people.values());
    await Promise.all(people.map((person) => person.leave()));
  }
}
