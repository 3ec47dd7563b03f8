import type { Problem } from './wire';
import { type Lang, WORDS } from './words';

/** Why something did not work. */
export type Trouble =
  /** The server cannot be reached. */
  | { kind: 'offline' }
  /** What came back is neither an answer nor a problem. */
  | { kind: 'nonsense' }
  /** The server says what is wrong. */
  | { kind: 'problem'; status: number; problem: Problem }
  /** WeChat's own function failed. */
  | { kind: 'wechat' };

/** What the server calls it. */
export function codeOf(trouble: Trouble): string | undefined {
  return trouble.kind === 'problem' ? trouble.problem.code : undefined;
}

/** A sentence with a next step. */
export function sayTrouble(trouble: Trouble, lang: Lang): string {
  switch (trouble.kind) {
    case 'offline':
      return WORDS.offline[lang];
    case 'nonsense':
      return WORDS.nonsense[lang];
    case 'wechat':
      return WORDS.wechatMute[lang];
    case 'problem': {
      const { title, detail } = trouble.problem;
      return lang === 'zh' ? `${title}。${detail}` : `${title}. ${detail}`;
    }
  }
}

/** What was asked for, or why it is not there. */
export type Answer<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

export function good<T>(value: T): Answer<T> {
  return { ok: true, value };
}

export function bad<T>(trouble: Trouble): Answer<T> {
  return { ok: false, trouble };
}
