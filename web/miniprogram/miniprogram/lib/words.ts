/** Every text of the mini-program, in both languages. */

export type Lang = 'zh' | 'en';

/** How somebody reads: as the hall tells it, else as the phone is set. */
export interface Reading {
  lang: Lang;
  /** Whether in large letters. */
  elder: boolean;
}

/** A text in both languages. */
export type Bi = Readonly<Record<Lang, string>>;

export const WORDS = {
  opening: { zh: '正在打开水厅…', en: 'Opening the hall…' },
  again: { zh: '再试一次', en: 'Try again' },
  back: { zh: '返回水厅', en: 'Back to the hall' },
  call: { zh: '拨打热线', en: 'Call the hotline' },

  offline: {
    zh: '网络不通。请看一下手机的网络,再试一次',
    en: 'There is no network. Please look at your connection and try again',
  },
  nonsense: {
    zh: '没有听懂回答,可能网络中间有人拦着。请换个网络再试一次',
    en: 'The answer makes no sense; something on the network may be in the way. Please try on another network',
  },
  wechatMute: {
    zh: '微信没有回应。请再试一次,或拨打热线',
    en: 'WeChat does not answer. Please try again, or call the hotline',
  },

  signIn: { zh: '登录水厅', en: 'Sign in to the hall' },
  signInAbout: {
    zh: '允许使用微信的手机号,就不用输验证码。只用来登录和找到您的办件。',
    en: 'Let us have the phone number of your WeChat, and no code is needed. It is used to sign you in and to find your cases.',
  },
  allowPhone: { zh: '用微信的手机号登录', en: "Sign in with WeChat's phone number" },
  bySms: { zh: '用短信验证码登录', en: 'Sign in with a code by SMS' },
  lookFirst: { zh: '先看看,不登录', en: 'Look around first' },
  phoneRefused: {
    zh: '没有允许使用手机号。也可以用短信验证码登录,或先看看',
    en: 'The phone number was not allowed. Sign in with a code by SMS instead, or look around first',
  },
  elsewhere: { zh: '换一个手机号?', en: 'Another phone number?' },
  elsewhereAbout: {
    zh: '这个微信以前绑的是另一个手机号。换过来以后,消息发给现在这个号。',
    en: 'This WeChat was bound to another phone number. Once it is bound to this one, messages go to this one.',
  },
  rebind: { zh: '换成现在的手机号', en: 'Bind it to this number' },
  keep: { zh: '不换,用原来的', en: 'No, keep the other one' },

  consent: { zh: '办好了,微信告诉您?', en: 'Shall WeChat tell you?' },
  consentAbout: {
    zh: '同意一次,发一条微信消息。不同意就发短信,什么都不会漏。',
    en: 'Each consent is good for one message by WeChat. Without it we send an SMS; you miss nothing.',
  },
  ask: { zh: '选择要哪些消息', en: 'Choose the messages' },
  bySmsThen: { zh: '不用,发短信', en: 'No, send an SMS' },
  switchedOff: {
    zh: '您在微信里关了订阅消息,所以我们发短信。想用微信收,请在右上角的设置里打开',
    en: 'You have turned subscribed messages off in WeChat, so we send an SMS. They can be turned on in the settings at the top right',
  },

  pay: { zh: '微信支付', en: 'WeChat Pay' },
  paying: { zh: '正在打开支付…', en: 'Opening the payment…' },
  payCancelled: { zh: '没有付,也没有扣钱。', en: 'You did not pay, and no money was taken.' },
  payFailed: {
    zh: '微信没能付成。请再试一次;如果已经扣钱,结果会自己出现,请不要再付。',
    en: 'WeChat could not pay. Please try again; if money was taken the result appears by itself, so please do not pay twice.',
  },
  payAgain: { zh: '再付一次', en: 'Pay again' },
  seeOrder: { zh: '看缴费结果', en: 'See how it stands' },

  scan: { zh: '扫码', en: 'Scan' },
  scanning: { zh: '正在打开扫码…', en: 'Opening the scanner…' },
  scanFailed: {
    zh: '没有扫到。可以再扫一次,或返回直接填',
    en: 'Nothing was scanned. Scan again, or go back and type it',
  },
  scanAgain: { zh: '再扫一次', en: 'Scan again' },
} as const satisfies Record<string, Bi>;

export type Word = keyof typeof WORDS;

/** All texts in one language, as pages are given them. */
export type Said = Record<Word, string>;

/** The texts as somebody reads them. */
export function say(lang: Lang): Said {
  const said: Partial<Said> = {};
  for (const word of Object.keys(WORDS) as Word[]) said[word] = WORDS[word][lang];
  return said as Said;
}

/** How somebody reads: the hall says so when it opens a page; else the phone does. */
export function reading(query: Record<string, string | undefined>, phone: string): Reading {
  const told = query['lang'];
  const lang: Lang = told === 'zh' || told === 'en' ? told : phone.startsWith('zh') ? 'zh' : 'en';
  return { lang, elder: query['elder'] === '1' };
}
