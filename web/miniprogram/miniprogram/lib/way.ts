/** The way into the hall, as a state machine: what is known, what happens, and what is to be done about it. Nothing in here asks
 * anybody. */

import { type Trouble, codeOf } from './trouble';

/** Where one stands. */
export type State =
  /** Waiting for an answer: who this is, or a ticket. */
  | { at: 'waiting' }
  /** Nobody knows this WeChat yet: a phone is asked for. */
  | { at: 'phone'; refused: boolean }
  /** This WeChat is bound to another phone than the one just given. */
  | { at: 'elsewhere' }
  /** The hall is shown at this address. */
  | { at: 'open'; path: string; known: boolean }
  /** Something is wrong. */
  | { at: 'stuck'; trouble: Trouble };

/** What happens. */
export type Event =
  | { is: 'began' }
  | { is: 'signedIn' }
  | { is: 'phoneGiven'; code: string }
  | { is: 'phoneRefused' }
  | { is: 'rebindRefused' }
  | { is: 'bySms' }
  | { is: 'lookFirst' }
  | { is: 'ticketGiven'; ticket: string }
  | { is: 'ticketUnusable' }
  | { is: 'failed'; trouble: Trouble };

/** What is to be done. */
export type Deed =
  | { do: 'signIn'; phoneCode?: string; rebind?: boolean }
  | { do: 'askTicket' }
  | { do: 'nothing' };

/** A way into the hall. */
export interface Way {
  /** The path that one wants to. */
  readonly to: string;
  /** Whether somebody who is not known is asked for their phone; else they look around first. */
  readonly asksPhone: boolean;
  readonly state: State;
  /** Tickets that were of no use: a second one is tried by itself, a third is not. */
  readonly wasted: number;
}

export function begin(to: string, asksPhone: boolean): Way {
  return { to, asksPhone, state: { at: 'waiting' }, wasted: 0 };
}

const WAITING: State = { at: 'waiting' };
const NOTHING: Deed = { do: 'nothing' };

/** The hall's own sign-in, which leads on to where one wants to. */
function signInPage(to: string): string {
  return `/sign-in?next=${encodeURIComponent(to)}`;
}

/** What comes of what happens. */
export function step(way: Way, event: Event): [Way, Deed] {
  const goes = (state: State, deed: Deed = NOTHING): [Way, Deed] => [{ ...way, state }, deed];
  const strange = (path: string) => goes({ at: 'open', path, known: false });
  switch (event.is) {
    case 'began':
      return goes(WAITING, { do: 'signIn' });
    case 'signedIn':
      return goes(WAITING, { do: 'askTicket' });
    case 'phoneGiven': {
      // Whoever was told that it is bound elsewhere, and gives the phone again, wants it bound here.
      const rebind = way.state.at === 'elsewhere';
      return goes(WAITING, { do: 'signIn', phoneCode: event.code, ...(rebind && { rebind }) });
    }
    case 'phoneRefused':
      return goes(way.state.at === 'elsewhere' ? way.state : { at: 'phone', refused: true });
    case 'rebindRefused':
      return goes(WAITING, { do: 'signIn' });
    case 'bySms':
      return strange(signInPage(way.to));
    case 'lookFirst':
      return strange(way.to);
    case 'ticketGiven':
      return goes({ at: 'open', path: `/wechat/enter?ticket=${encodeURIComponent(event.ticket)}`, known: true });
    case 'ticketUnusable':
      // It was too old, or used: another one is had without asking anybody. Should that be of no use either, the hall's own
      // sign-in is a way in.
      return way.wasted > 0
        ? strange(signInPage(way.to))
        : [{ ...way, state: WAITING, wasted: 1 }, { do: 'askTicket' }];
    case 'failed':
      return failed(way, event.trouble);
  }
}

function failed(way: Way, trouble: Trouble): [Way, Deed] {
  switch (codeOf(trouble)) {
    case 'wechat_unbound':
      return way.asksPhone
        ? [{ ...way, state: { at: 'phone', refused: false } }, NOTHING]
        : [{ ...way, state: { at: 'open', path: way.to, known: false } }, NOTHING];
    case 'wechat_bound_elsewhere':
      return [{ ...way, state: { at: 'elsewhere' } }, NOTHING];
    default:
      return [{ ...way, state: { at: 'stuck', trouble } }, NOTHING];
  }
}
