import { type Answer, bad, codeOf, good } from './trouble';
import { type Read, type Session, problem, session } from './wire';
import type { Lang } from './words';

/** Milliseconds that an answer may take. */
const PATIENCE = 10_000;

/** What somebody shows when they sign in. */
export interface Showing {
  phoneCode?: string;
  rebind?: boolean;
}

/** The hall's API, for whoever holds the phone. The session lives as long as the mini-program does and is written nowhere. */
export class Api {
  private access: string | undefined;

  /** The language of what it answers. */
  lang: Lang = 'zh';

  constructor(readonly hall: string) {}

  /** Signs in by a fresh code of `wx.login`: each is good once. */
  async signIn({ phoneCode, rebind }: Showing = {}): Promise<Answer<Session>> {
    const code = await login();
    if (!code.ok) return code;
    const body = { code: code.value, bearer: true, ...(phoneCode && { phone_code: phoneCode }), ...(rebind && { rebind }) };
    const answer = await this.send('POST', '/api/v1/sessions/wechat', session, body);
    this.access = answer.ok ? answer.value.access : undefined;
    return answer;
  }

  /** Asks as whoever is signed in. A session that has run out is begun anew, once. */
  async ask<T>(method: 'GET' | 'POST', path: string, read: Read<T>, body?: object): Promise<Answer<T>> {
    if (this.access) {
      const answer = await this.send(method, path, read, body);
      if (answer.ok || !outdated(codeOf(answer.trouble))) return answer;
    }
    const signedIn = await this.signIn();
    return signedIn.ok ? this.send(method, path, read, body) : signedIn;
  }

  private send<T>(method: 'GET' | 'POST', path: string, read: Read<T>, body?: object): Promise<Answer<T>> {
    return new Promise((resolve) => {
      wx.request<WechatMiniprogram.IAnyObject>({
        url: this.hall + path,
        method,
        timeout: PATIENCE,
        ...(body && { data: body }),
        header: {
          'Content-Type': 'application/json',
          'Accept-Language': this.lang,
          ...(this.access && { Authorization: `Bearer ${this.access}` }),
        },
        success: ({ statusCode, data }) => resolve(understood(statusCode, data, read)),
        fail: () => resolve(bad({ kind: 'offline' })),
      });
    });
  }
}

function outdated(code: string | undefined): boolean {
  return code === 'token_expired' || code === 'sign_in';
}

/** What an answer of the server means. */
export function understood<T>(status: number, body: unknown, read: Read<T>): Answer<T> {
  if (status >= 200 && status < 300) {
    const value = read(body);
    return value === undefined ? bad({ kind: 'nonsense' }) : good(value);
  }
  const told = problem(body);
  return bad(told ? { kind: 'problem', status, problem: told } : { kind: 'nonsense' });
}

function login(): Promise<Answer<string>> {
  return new Promise((resolve) => {
    wx.login({
      timeout: PATIENCE,
      success: ({ code }) => resolve(code ? good(code) : bad({ kind: 'wechat' })),
      fail: () => resolve(bad({ kind: 'wechat' })),
    });
  });
}
