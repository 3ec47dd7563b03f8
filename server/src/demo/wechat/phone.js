// @ts-check
// The demo's phone: does around the hall what the mini-program in web/miniprogram does, by the same addresses.

import { arrive, ask, byId, clear, say, tell } from './sheets.js';

/** How often the phone looks whether something has come, in milliseconds. */
const LOOK = 1500;
/** Where the phone is: the city's middle, WGS 84. */
const HERE = { latitude: 23.0205, longitude: 113.7518, accuracy: 30 };
/** The titles of templates. @type {Record<string, string>} */
const TITLES = JSON.parse(document.body.dataset.templates ?? '{}');

const start = byId('start', HTMLFormElement);
const hall = byId('hall', HTMLIFrameElement);
const title = byId('title', HTMLHeadingElement);
const again = byId('again', HTMLButtonElement);
const close = byId('close', HTMLButtonElement);
const other = byId('other', HTMLInputElement);

/** Whose phone it is; nobody's until the mini-program is opened. */
let phone = '';
/** The mini-program's session, kept nowhere else. */
let access = '';

/** What an answer came to. @typedef {{ ok: boolean, status: number, body: any }} Answer */

/** Asks the server as the mini-program does: by a bearer token, and without the hall's cookies.
 * @param {string} method @param {string} path @param {object} [body] @returns {Promise<Answer>} */
async function send(method, path, body) {
  /** @type {Record<string, string>} */
  const headers = { 'Accept-Language': 'zh' };
  if (body) headers['Content-Type'] = 'application/json';
  if (access) headers.Authorization = `Bearer ${access}`;
  try {
    const init = { method, headers, credentials: /** @type {const} */ ('omit'), ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(path, init);
    const text = await answer.text();
    return { ok: answer.ok, status: answer.status, body: text ? JSON.parse(text) : undefined };
  } catch {
    return { ok: false, status: 0, body: { title: '网络不通', detail: '请看一下网络,再试一次' } };
  }
}

/** Tells why something does not work, with the next step. @param {Answer} answer */
function fails({ body }) {
  return say([body?.title ?? '没有听懂回答', 'It did not work'], [body?.detail ?? '请再试一次', 'Please try again']);
}

/** A code of WeChat's. @param {'login' | 'phone'} kind */
async function code(kind) {
  const answer = await send('POST', '/demo/wechat/codes', { phone, kind });
  return answer.body?.code ?? '';
}

/** Signs in by a fresh code; where this WeChat is not known, asks for the phone. Gives whether one is in, or where one goes
 * instead. @param {string} to @param {boolean} asks @returns {Promise<boolean | string>} */
async function signIn(to, asks) {
  /** @type {object} */
  let shown = {};
  for (;;) {
    access = '';
    const answer = await send('POST', '/api/v1/sessions/wechat', { code: await code('login'), bearer: true, ...shown });
    if (answer.ok) {
      access = answer.body.tokens.access;
      tell('登录', '小程序用微信登录了水厅');
      return true;
    }
    const why = answer.body?.code;
    if (why !== 'wechat_unbound' && why !== 'wechat_bound_elsewhere') {
      await fails(answer);
      return to;
    }
    if (!asks) return to;
    const moves = why === 'wechat_bound_elsewhere';
    const { chosen } = await ask({
      title: moves ? ['换一个手机号?', 'Another phone number?'] : ['水厅 申请获取并验证你的手机号', 'asks for your phone number'],
      about: moves
        ? ['这个微信以前绑的是另一个手机号', 'This WeChat was bound to another one']
        : [`${phone.slice(0, 3)}****${phone.slice(-4)},只用来登录和找到你的办件`, 'Only for signing in and finding your cases'],
      choices: [
        { is: 'allow', says: ['允许', 'Allow'], main: true },
        { is: 'sms', says: ['用短信验证码登录', 'Use a code by SMS'] },
        { is: 'cancel', says: ['不允许,先看看', 'Refuse, and look around'] },
      ],
    });
    if (chosen !== 'allow') return chosen === 'sms' ? `/sign-in?next=${encodeURIComponent(to)}` : to;
    shown = { phone_code: await code('phone'), rebind: moves };
  }
}

/** Shows a page of the hall. @param {string} path */
function open(path) {
  clear();
  start.hidden = true;
  hall.hidden = false;
  title.textContent = '水厅';
  again.disabled = close.disabled = false;
  hall.src = path;
  hall.focus();
}

/** Comes into the hall: by a ticket, or as somebody who is not known. @param {string} to @param {boolean} [asks] */
async function enter(to, asks = true) {
  const signedIn = await signIn(to, asks);
  if (signedIn !== true) return open(String(signedIn));
  const answer = await send('POST', '/api/v1/tickets', { to });
  return answer.ok ? open(`/wechat/enter?ticket=${encodeURIComponent(answer.body.ticket)}`) : fails(answer);
}

/** Asks as whoever is signed in; a session that has run out is begun anew, once.
 * @param {string} method @param {string} path @param {object} [body] */
async function sendAsMe(method, path, body) {
  if (!access) await signIn('/', false);
  const answer = await send(method, path, body);
  if (answer.status !== 401) return answer;
  await signIn('/', false);
  return send(method, path, body);
}

/** The page that asks for the consent to messages. @param {string} kinds @param {string} to */
async function consent(kinds, to) {
  const answer = await sendAsMe('GET', `/api/v1/consents?kinds=${encodeURIComponent(kinds)}`);
  if (!answer.ok) return fails(answer);
  /** @type {string[]} */
  const templates = [...new Set(answer.body.map((/** @type {{ template: string }} */ one) => one.template))].slice(0, 3);
  if (templates.length === 0) return open(to);
  const { chosen, ticked } = await ask({
    title: ['水厅 申请发送一次以下消息', 'asks to send you one message each'],
    about: ['不允许就发短信,什么都不会漏', 'Refused messages come by SMS; you miss nothing'],
    ticks: templates.map((id) => ({ is: id, says: TITLES[id] ?? id })),
    choices: [
      { is: 'allow', says: ['允许', 'Allow'], main: true },
      { is: 'cancel', says: ['取消', 'Cancel'] },
    ],
  });
  const accepted = chosen === 'allow' ? ticked : [];
  await send('POST', '/demo/wechat/consents', { phone, templates: accepted });
  const refused = templates.filter((id) => !accepted.includes(id));
  await sendAsMe('POST', '/api/v1/consents', { accepted, refused });
  tell('订阅消息', accepted.length ? `同意了:${accepted.map((id) => TITLES[id] ?? id).join('、')}` : '没有同意,改发短信');
  return open(to);
}

/** The page that pays an order, at the demo's bank. @param {string} order */
async function pay(order) {
  const answer = await sendAsMe('GET', `/api/v1/pay/orders/${encodeURIComponent(order)}`);
  if (!answer.ok) return fails(answer);
  const { chosen } = await ask({
    title: ['付给水厅', 'Pay the hall'],
    sum: `¥${(answer.body.amount / 100).toFixed(2)}`,
    about: ['这里不扣真钱', 'No real money is taken'],
    choices: [
      { is: 'pay', says: ['支付', 'Pay'], main: true },
      { is: 'cancel', says: ['取消', 'Cancel'] },
    ],
  });
  if (chosen !== 'pay') return say(['没有付', 'Not paid'], ['也没有扣钱,可以再付', 'No money was taken; you can pay again']);
  await fetch(`/demo/pay/${encodeURIComponent(order)}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ choice: 'pay' }),
  });
  tell('支付', '演示银行收到了钱,告诉了水厅');
  return open(`/pay/${encodeURIComponent(order)}`);
}

/** Holds a code before the camera; gives what it says, or nothing. */
async function scan() {
  const { chosen } = await ask({
    title: ['扫一扫', 'Scan a code'],
    about: ['选一个码放到镜头前', 'Choose what to hold before the camera'],
    choices: [
      { is: `CODE_128,07696${phone.slice(6)}`, says: ['自家水表上的条码', "The bar code on one's own meter"], main: true },
      { is: 'https://water.example.org/bill?no=0769600046', says: ['父母家水费单上的码', "The code on one's parents' bill"] },
      { is: 'EAN_13,6901234567892', says: ['一瓶酱油', 'A bottle of soy sauce'] },
      { is: 'cancel', says: ['关闭', 'Close'] },
    ],
  });
  return chosen === 'cancel' ? undefined : chosen;
}

/** A page of the mini-program that the hall wants. @param {string} url */
async function goes(url) {
  const { pathname, searchParams } = new URL(url, location.origin);
  const to = searchParams.get('to') ?? '/';
  switch (pathname) {
    case '/pages/sign-in/sign-in':
      return enter(to);
    case '/pages/consent/consent':
      return consent(searchParams.get('kinds') ?? '', to);
    case '/pages/pay/pay':
      return pay(searchParams.get('order') ?? '');
    case '/pages/scan/scan': {
      const found = await scan();
      return found && open(`${to}${to.includes('?') ? '&' : '?'}scanned=${encodeURIComponent(found)}`);
    }
    default:
      return undefined;
  }
}

/** What the hall asks of WeChat, and how it is answered. @param {string} what @param {any} request
 * @returns {Promise<{ how: 'success' | 'fail' | 'cancel', value?: object }>} */
async function answer(what, request) {
  switch (what) {
    case 'navigateTo':
      // The page lies over the hall, which is told so at once.
      void goes(String(request.url));
      return { how: 'success' };
    case 'scanQRCode': {
      const found = await scan();
      return found ? { how: 'success', value: { resultStr: found } } : { how: 'cancel' };
    }
    case 'getLocation': {
      const { chosen } = await ask({
        title: ['水厅 申请获取你的位置', 'asks for your location'],
        about: ['东莞 · 南城(演示的位置)', 'Nancheng, Dongguan: where the demo is'],
        choices: [
          { is: 'allow', says: ['允许', 'Allow'], main: true },
          { is: 'cancel', says: ['不允许', 'Refuse'] },
        ],
      });
      return chosen === 'allow' ? { how: 'success', value: HERE } : { how: 'cancel' };
    }
    default:
      return { how: 'fail' };
  }
}

addEventListener('message', ({ data, origin, source }) => {
  const asked = hall.contentWindow;
  if (origin !== location.origin || source !== asked || typeof data?.wechat !== 'string') return;
  void answer(data.wechat, data.request).then((answered) => {
    asked?.postMessage({ answers: data.id, ...answered }, location.origin);
  });
});

/** What has come already, by whose it is and what it says. @type {Set<string>} */
let seen = new Set();

/** Looks whether something has come. What lay there before the phone was picked up is no news. @param {boolean} news */
async function look(news) {
  const whose = phone;
  const query = `?phone=${encodeURIComponent(whose)}`;
  const [messages, letters] = await Promise.all([send('GET', `/demo/wechat/messages${query}`), send('GET', `/demo/messages${query}`)]);
  if (whose !== phone) return;
  /** @param {string} key */
  const fresh = (key) => !seen.has(key) && Boolean(seen.add(key)) && news;
  for (const { id, title: of, page, lines } of [...(messages.ok ? messages.body : [])].reverse()) {
    if (!fresh(id)) continue;
    const text = lines.map((/** @type {[string, string]} */ [label, value]) => `${label} ${value}`).join(' · ');
    tell(`微信消息 · ${of}`, text);
    const { searchParams } = new URL(page, location.origin);
    arrive(of, text, () => void enter(searchParams.get('to') ?? '/', false));
  }
  for (const { at, text } of [...(letters.ok ? letters.body : [])].reverse()) {
    if (fresh(`${at} ${text}`)) tell('短信', text);
  }
}

setInterval(() => phone && void look(true), LOOK);

/** Where the address of this page leads: as a deep link, or by the scene of a code picture. */
function destination() {
  const query = new URLSearchParams(location.search);
  const scene = query.get('scene') ?? '';
  const to = query.get('to') ?? '/';
  return /^[a-z]=[\w-]+$/.test(scene) ? `/go/${scene}` : /^\/(?![/\\])/.test(to) ? to : '/';
}

start.addEventListener('submit', async (event) => {
  event.preventDefault();
  phone = String(new FormData(start).get('phone')) || other.value.replace(/\s/g, '');
  seen = new Set();
  // Whoever held the phone before is signed out of its web-view.
  await fetch('/api/v1/sessions/current', { method: 'DELETE', headers: { 'Shuiting-Side': 'hall' } }).catch(() => undefined);
  await look(false);
  await enter(destination());
});

other.addEventListener('focus', () => {
  const choice = start.querySelector('input[type=radio][value=""]');
  if (choice instanceof HTMLInputElement) choice.checked = true;
});

again.addEventListener('click', () => void enter('/'));

close.addEventListener('click', () => {
  phone = access = '';
  clear();
  hall.src = 'about:blank';
  hall.hidden = true;
  start.hidden = false;
  title.textContent = '微信';
  again.disabled = close.disabled = true;
  start.querySelector('button')?.focus();
});
