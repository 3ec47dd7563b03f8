/** What crosses the wire, read rather than believed. */

/** A session's token. */
export interface Session {
  access: string;
}

/** A ticket that hands the session over to the web-view. */
export interface Ticket {
  ticket: string;
}

/** A kind of message that somebody may agree to. */
export interface Offer {
  kind: string;
  template: string;
}

/** What `wx.requestPayment` wants. */
export interface Payment {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: 'RSA';
  paySign: string;
}

/** A problem detail (RFC 9457), as far as it is shown. */
export interface Problem {
  code: string;
  title: string;
  detail: string;
}

/** Reads a value, or gives nothing where it is another thing. */
export type Read<T> = (value: unknown) => T | undefined;

function members(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The texts of an object under these names, where it has all of them. */
function texts<K extends string>(value: unknown, ...names: K[]): Record<K, string> | undefined {
  const from = members(value);
  const found: Partial<Record<K, string>> = {};
  for (const name of names) {
    const text = from[name];
    if (typeof text !== 'string') return undefined;
    found[name] = text;
  }
  return found as Record<K, string>;
}

export const session: Read<Session> = (value) => texts(members(value)['tokens'], 'access');
export const ticket: Read<Ticket> = (value) => texts(value, 'ticket');
export const problem: Read<Problem> = (value) => texts(value, 'code', 'title', 'detail');

export const offers: Read<Offer[]> = (value) => {
  if (!Array.isArray(value)) return undefined;
  const found = value.map((one) => texts(one, 'kind', 'template'));
  return found.every((one): one is Offer => one !== undefined) ? found : undefined;
};

export const payment: Read<Payment> = (value) => {
  const found = texts(value, 'timeStamp', 'nonceStr', 'package', 'signType', 'paySign');
  return found?.signType === 'RSA' ? { ...found, signType: 'RSA' } : undefined;
};

/** Any answer, of which nothing is wanted. */
export const nothing: Read<true> = () => true;
