import { JSDOM } from 'jsdom';
import type { Shared } from '../miniprogram/app';

/** What the server answers: a status and a body. */
export type Reply = { status: number; body: unknown } | 'offline';

/** A request that it got. */
export interface Asked {
  method: string;
  path: string;
  body: unknown;
  bearer: string | undefined;
  lang: string | undefined;
}

/** How somebody answers a question of WeChat's: with what it gives, or why not. */
export type Touch<T> = { gives: T } | { fails: { errMsg: string; errCode?: number } };

/** What `miniprogram-simulate` draws into: it wants a browser's document before it is loaded. */
export function document(): void {
  const { window } = new JSDOM('<!doctype html><body></body>');
  const wanted = ['window', 'document', 'HTMLElement', 'Node', 'Event', 'CustomEvent', 'MutationObserver', 'Element'] as const;
  for (const name of wanted) {
    Object.defineProperty(globalThis, name, { value: name === 'window' ? window : window[name], configurable: true, writable: true });
  }
}

/** A phone with WeChat on it, whose owner and whose network do as a test tells them. */
export class Phone {
  readonly asked: Asked[] = [];
  readonly went: string[] = [];
  readonly subscribed: string[][] = [];
  readonly paid: unknown[] = [];
  readonly stored = new Map<string, unknown>();
  language = 'zh_CN';
  /** Whether there is a page below. */
  below = true;
  /** Answers of the server, by method and path without its query; the last of each repeats. */
  private readonly replies = new Map<string, Reply[]>();
  private codes = 0;
  login: Touch<object> = { gives: {} };
  subscribes: Touch<Record<string, string>> = { gives: {} };
  pays: Touch<object> = { gives: {} };
  scans: Touch<{ result: string }> = { gives: { result: '' } };

  constructor(readonly hall: string) {
    const fake = {
      login: ({ success, fail }: Callbacks<{ code: string }>) =>
        touched(this.login, { success: () => success({ code: `code-${(this.codes += 1)}` }), fail }),
      request: (options: WechatMiniprogram.RequestOption) => this.request(options),
      getAppBaseInfo: () => ({ language: this.language }),
      getStorageSync: (key: string) => this.stored.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => void this.stored.set(key, value),
      navigateTo: ({ url }: { url: string }) => void this.went.push(url),
      reLaunch: ({ url }: { url: string }) => void this.went.push(`only ${url}`),
      navigateBack: ({ fail }: { fail: () => void }) => (this.below ? void this.went.push('back') : fail()),
      makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => void this.went.push(`tel:${phoneNumber}`),
      requestSubscribeMessage: ({ tmplIds, success, fail }: Callbacks<Record<string, string>> & { tmplIds: string[] }) => {
        this.subscribed.push(tmplIds);
        touched(this.subscribes, { success, fail });
      },
      requestPayment: ({ success, fail, ...order }: Callbacks<object>) => {
        this.paid.push(order);
        touched(this.pays, { success, fail });
      },
      scanCode: ({ success, fail }: Callbacks<{ result: string }>) => touched(this.scans, { success, fail }),
    };
    Object.assign(globalThis, { wx: fake });
  }

  /** From now on a request is answered like this, in this order. */
  hears(request: string, ...replies: Reply[]): void {
    this.replies.set(request, replies);
  }

  /** Requests so far, in short. */
  get requests(): string[] {
    return this.asked.map(({ method, path }) => `${method} ${path}`);
  }

  private request({ url, method, data, header, success, fail }: WechatMiniprogram.RequestOption): void {
    const path = String(url).slice(this.hall.length);
    const headers = header as Record<string, string>;
    const lang = headers['Accept-Language'];
    this.asked.push({ method: method ?? 'GET', path, body: data, bearer: headers['Authorization'], lang });
    const replies = this.replies.get(`${method} ${path.split('?')[0]}`) ?? ['offline'];
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    queueMicrotask(() => {
      if (reply === 'offline' || reply === undefined) {
        return fail?.({ errMsg: 'request:fail' } as Parameters<NonNullable<typeof fail>>[0]);
      }
      success?.({
        statusCode: reply.status,
        data: reply.body as WechatMiniprogram.IAnyObject,
        header: {},
        cookies: [],
        errMsg: 'request:ok',
      } as unknown as Parameters<NonNullable<typeof success>>[0]);
    });
  }

  /** Makes this the app that pages ask for. */
  runs(app: Shared): void {
    Object.assign(globalThis, { getApp: () => app });
  }
}

interface Callbacks<T> {
  success: (value: T) => void;
  fail: (why: { errMsg: string; errCode?: number }) => void;
}

function touched<T>(touch: Touch<T>, { success, fail }: Callbacks<T>): void {
  queueMicrotask(() => ('gives' in touch ? success(touch.gives) : fail(touch.fails)));
}

/** A problem as the server tells it. */
export function problem(status: number, code: string, title = '不行', detail = '请再试一次'): Reply {
  return { status, body: { type: `/problems/${code}`, status, code, title, detail } };
}

export const SESSION: Reply = { status: 201, body: { me: { kind: 'resident' }, tokens: { access: 'a1', refresh: 'r1', expires_in: 900 } } };
export const TICKET: Reply = { status: 201, body: { ticket: 't-1', seconds: 60 } };
