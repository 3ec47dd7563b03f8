import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { Api } from '../miniprogram/lib/api';
import { Entry } from '../miniprogram/lib/entry';
import { Errands } from '../miniprogram/lib/errands';
import type { Query } from '../miniprogram/lib/launch';
import { Phone, SESSION, TICKET, document as opens, problem } from './phone';

opens();
// It is loaded once there is a document.
const simulate = require('miniprogram-simulate') as typeof import('miniprogram-simulate');

const HALL = 'https://hall.example.com';
const SIGN_IN = 'POST /api/v1/sessions/wechat';
const TICKETS = 'POST /api/v1/tickets';

/** What pages have that tests call. */
interface Lifetimes {
  onLoad(query: Query): void;
  onShow(): void;
  onHide(): void;
  onUnload(): void;
  data: Record<string, unknown>;
}

/** A page that is open. */
class Page {
  private readonly page: ReturnType<typeof simulate.render>;

  constructor(name: string, query: Query = {}) {
    const path = join(__dirname, '../miniprogram/pages', name, name);
    this.page = simulate.render(simulate.load(path, { rootPath: join(__dirname, '../miniprogram') }));
    this.page.attach(document.body);
    this.on.onLoad(query);
    this.on.onShow?.();
  }

  get on(): Lifetimes {
    return this.page.instance as unknown as Lifetimes;
  }

  /** What stands on it. */
  get text(): string {
    return (this.page.dom?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  has(selector: string): boolean {
    return this.page.querySelector(selector) !== undefined;
  }

  /** Presses the button that says this. */
  async presses(words: string, event = 'tap', detail: object = {}): Promise<void> {
    const button = this.page.querySelectorAll('button, .main, .plain').find((one) => one.dom?.textContent?.includes(words));
    if (!button) assert.fail(`there is no “${words}” on: ${this.text}`);
    button.dispatchEvent(event, { bubbles: true, detail });
    await settled();
  }

  leaves(): void {
    this.page.detach();
  }
}

/** Until all that was begun is done: what the fakes answer comes by microtasks. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function open(name: string, query?: Query): Promise<Page> {
  const page = new Page(name, query);
  pages.push(page);
  await settled();
  return page;
}

let phone: Phone;
let errands: Errands;
let pages: Page[] = [];

beforeEach(() => {
  phone = new Phone(HALL);
  errands = new Errands();
  const api = new Api(HALL);
  phone.runs({ api, errands, entry: new Entry(api) });
  phone.hears(SIGN_IN, SESSION);
  phone.hears(TICKETS, TICKET);
});

afterEach(() => {
  for (const page of pages) page.leaves();
  pages = [];
});

test('hall: whoever is known sees it where the code picture leads', async () => {
  const hall = await open('hall', { scene: encodeURIComponent('s=LEAK') });
  assert.deepEqual(phone.requests, [SIGN_IN, TICKETS]);
  assert.deepEqual(phone.asked[0]?.body, { code: 'code-1', bearer: true });
  assert.deepEqual(phone.asked[1]?.body, { to: '/go/s=LEAK' });
  assert.equal(phone.asked[1]?.bearer, 'Bearer a1');
  assert.equal(hall.on.data['src'], `${HALL}/wechat/enter?ticket=t-1`);
  assert.deepEqual(phone.went, []);
});

test('hall: where there is no network one is told, and tries again', async () => {
  phone.hears(SIGN_IN, 'offline', SESSION);
  const hall = await open('hall');
  assert.match(hall.text, /网络不通.*再试一次.*拨打热线/);
  await hall.presses('拨打热线');
  assert.deepEqual(phone.went, ['tel:96968']);
  await hall.presses('再试一次');
  assert.equal(hall.on.data['src'], `${HALL}/wechat/enter?ticket=t-1`);
});

test('hall: what WeChat or the server says is passed on in the language of the phone', async () => {
  phone.language = 'en';
  phone.login = { fails: { errMsg: 'login:fail' } };
  assert.match((await open('hall')).text, /WeChat does not answer/);
  phone.login = { gives: {} };
  phone.hears(SIGN_IN, problem(503, 'wechat_down', 'WeChat does not answer just now', 'Please try again in a while'));
  assert.match((await open('hall')).text, /just now\. Please try again in a while/);
  assert.equal(phone.asked[0]?.lang, 'en');
});

test('hall: a ticket that came too late is had anew by itself', async () => {
  const hall = await open('hall', { to: '/cases' });
  const loaded = (src: string) => (hall.on as unknown as { loaded(event: object): void }).loaded({ detail: { src } });
  loaded(`${HALL}/cases`);
  await settled();
  assert.equal(phone.requests.length, 2);
  phone.hears(TICKETS, { status: 201, body: { ticket: 't-2', seconds: 60 } });
  loaded(`${HALL}/sign-in?next=%2F&why=ticket`);
  await settled();
  assert.deepEqual(phone.requests, [SIGN_IN, TICKETS, TICKETS]);
  assert.equal(hall.on.data['src'], `${HALL}/wechat/enter?ticket=t-2`);
});

test('hall: a page that lay over it leaves something for it to show', async () => {
  const hall = await open('hall');
  hall.on.onHide();
  errands.leave('/pay/0193');
  hall.on.onShow();
  assert.equal(hall.on.data['src'], `${HALL}/pay/0193`);
  hall.on.onHide();
  hall.on.onShow();
  assert.equal(hall.on.data['src'], `${HALL}/pay/0193`, 'once');
});

test('sign-in: the phone is allowed, and one is in', async () => {
  phone.hears(SIGN_IN, problem(409, 'wechat_unbound'), SESSION);
  const hall = await open('hall', { to: '/water' });
  assert.deepEqual(phone.went, ['/pages/sign-in/sign-in']);
  hall.on.onHide();
  const page = await open('sign-in');
  assert.match(page.text, /登录水厅.*用微信的手机号登录.*用短信验证码登录.*先看看/);
  await page.presses('用微信的手机号登录', 'getphonenumber', { code: 'p-1' });
  assert.deepEqual(phone.asked[1]?.body, { code: 'code-2', bearer: true, phone_code: 'p-1' });
  assert.deepEqual(phone.asked[2]?.body, { to: '/water' });
  assert.deepEqual(phone.went, ['/pages/sign-in/sign-in', 'back']);
  assert.equal(hall.on.data['src'], `${HALL}/wechat/enter?ticket=t-1`);
});

test('sign-in: whoever refuses the phone uses an SMS, or looks around and is not asked again', async () => {
  phone.hears(SIGN_IN, problem(409, 'wechat_unbound'));
  const hall = await open('hall', { to: '/water' });
  hall.on.onHide();
  const page = await open('sign-in');
  await page.presses('用微信的手机号登录', 'getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' });
  assert.match(page.text, /没有允许使用手机号/);
  await page.presses('用短信验证码登录');
  assert.equal(hall.on.data['src'], `${HALL}/sign-in?next=%2Fwater`);

  page.on.onUnload();
  const second = await open('sign-in', { to: '/me' });
  await second.presses('先看看');
  second.on.onUnload();
  assert.equal(hall.on.data['src'], `${HALL}/me`);
  phone.went.length = 0;
  await open('hall');
  assert.deepEqual(phone.went, [], 'the phone remembers it');
});

test('sign-in: a WeChat of another phone goes over when its owner says so', async () => {
  phone.hears(SIGN_IN, problem(409, 'wechat_unbound'), problem(409, 'wechat_bound_elsewhere'), SESSION);
  const page = await open('sign-in', { to: '/' });
  await page.presses('用微信的手机号登录', 'getphonenumber', { code: 'p-1' });
  assert.match(page.text, /换一个手机号.*不换/);
  await page.presses('换成现在的手机号', 'getphonenumber', { code: 'p-2' });
  assert.deepEqual(phone.asked[2]?.body, { code: 'code-3', bearer: true, phone_code: 'p-2', rebind: true });
  assert.deepEqual(phone.went, ['back']);
});

test('sign-in: whoever goes back looks around first', async () => {
  phone.hears(SIGN_IN, problem(409, 'wechat_unbound'));
  const hall = await open('hall');
  hall.on.onHide();
  const page = await open('sign-in');
  page.on.onUnload();
  await settled();
  assert.equal(hall.on.data['src'], `${HALL}/`);
});

test('consent: what is agreed to is told, and the hall goes on', async () => {
  phone.hears('GET /api/v1/consents', { status: 200, body: ['a', 'b', 'c', 'd'].map((at) => ({ kind: at, template: `T${at}` })) });
  phone.hears('POST /api/v1/consents', { status: 204, body: '' });
  phone.subscribes = { gives: { Ta: 'accept', Tb: 'reject', Tc: 'accept' } };
  const page = await open('consent', { kinds: 'a%2Cb', to: encodeURIComponent('/filed/7F2-0391') });
  assert.equal(phone.asked[1]?.path, '/api/v1/consents?kinds=a%2Cb');
  assert.deepEqual(phone.subscribed, [], 'nothing is asked without a press');
  await page.presses('选择要哪些消息');
  assert.deepEqual(phone.subscribed, [['Ta', 'Tb', 'Tc']], 'three at a time');
  assert.deepEqual(phone.asked[2]?.body, { accepted: ['Ta', 'Tc'], refused: ['Tb'] });
  assert.deepEqual([errands.take(), ...phone.went], ['/filed/7F2-0391', 'back']);
});

test('consent: an SMS is as good, and whoever has turned messages off is told', async () => {
  phone.hears('GET /api/v1/consents', { status: 200, body: [{ kind: 'a', template: 'Ta' }] });
  phone.hears('POST /api/v1/consents', { status: 204, body: '' });
  phone.subscribes = { fails: { errMsg: 'requestSubscribeMessage:fail', errCode: 20004 } };
  const page = await open('consent', { to: '/cases', elder: '1' });
  assert.ok(page.has('.elder'));
  await page.presses('选择要哪些消息');
  assert.match(page.text, /关了订阅消息.*设置里打开/);
  await page.presses('不用,发短信');
  assert.deepEqual(phone.asked.at(-1)?.body, { accepted: [], refused: ['Ta'] });
  assert.equal(errands.take(), '/cases');
});

test('consent: where nothing is to be asked one goes on at once', async () => {
  phone.hears('GET /api/v1/consents', { status: 200, body: [] });
  await open('consent', { to: '/cases' });
  assert.deepEqual([errands.take(), ...phone.went], ['/cases', 'back']);
});

const PAYMENT = { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=p', signType: 'RSA', paySign: 's' };

test('pay: WeChat is paid, and the hall shows the order', async () => {
  phone.hears('POST /api/v1/pay/orders/0193/wechat', { status: 200, body: { appId: 'wx1', ...PAYMENT } });
  await open('pay', { order: '0193' });
  assert.deepEqual(phone.asked.at(-1)?.body, { app: 'mini' });
  assert.deepEqual(phone.paid, [PAYMENT]);
  assert.deepEqual([errands.take(), ...phone.went], ['/pay/0193', 'back']);
});

test('pay: whoever cancels is told that nothing was taken; a session that has run out is begun anew', async () => {
  const path = 'POST /api/v1/pay/orders/0193/wechat';
  phone.pays = { fails: { errMsg: 'requestPayment:fail cancel' } };
  phone.hears(path, { status: 200, body: PAYMENT });
  const page = await open('pay', { order: '0193' });
  assert.match(page.text, /没有扣钱/);
  phone.pays = { fails: { errMsg: 'requestPayment:fail (detail)' } };
  phone.hears(path, problem(401, 'token_expired'), { status: 200, body: PAYMENT });
  await page.presses('再付一次');
  assert.deepEqual(phone.requests.slice(-3), [path, SIGN_IN, path]);
  assert.match(page.text, /请不要再付/);
  phone.below = false;
  await page.presses('看缴费结果');
  assert.deepEqual(phone.went, [`only /pages/hall/hall?to=${encodeURIComponent('/pay/0193')}`]);
});

test('scan: the code goes back to the page that wanted it', async () => {
  phone.scans = { gives: { result: '0769123456' } };
  await open('scan', { to: encodeURIComponent('/water/add') });
  assert.deepEqual([errands.take(), ...phone.went], ['/water/add?scanned=0769123456', 'back']);
});

test('scan: whoever closes the scanner scans again, or goes back to type', async () => {
  phone.scans = { fails: { errMsg: 'scanCode:fail cancel' } };
  const page = await open('scan', { to: '/water/add', lang: 'en' });
  assert.match(page.text, /Nothing was scanned/);
  await page.presses('Back to the hall');
  assert.deepEqual([errands.take(), ...phone.went], [undefined, 'back']);
});
