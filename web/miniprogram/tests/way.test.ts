import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Trouble } from '../miniprogram/lib/trouble';
import { type Deed, type Event, type State, type Way, begin, step } from '../miniprogram/lib/way';

function refused(code: string): Event {
  const trouble: Trouble = { kind: 'problem', status: 409, problem: { code, title: '', detail: '' } };
  return { is: 'failed', trouble };
}

/** Walks along these events; gives where one stands, and what is to be done then. */
function walk(way: Way, ...events: Event[]): { state: State; deed: Deed; way: Way } {
  let deed: Deed = { do: 'nothing' };
  for (const event of events) [way, deed] = step(way, event);
  return { state: way.state, deed, way };
}

const BEGAN: Event = { is: 'began' };
const UNBOUND = refused('wechat_unbound');
const TAKEN = refused('wechat_bound_elsewhere');

test('whoever is known is let in by a ticket', () => {
  const way = begin('/cases', true);
  assert.deepEqual(walk(way, BEGAN).deed, { do: 'signIn' });
  assert.deepEqual(walk(way, BEGAN, { is: 'signedIn' }).deed, { do: 'askTicket' });
  const { state } = walk(way, BEGAN, { is: 'signedIn' }, { is: 'ticketGiven', ticket: 'a+b' });
  assert.deepEqual(state, { at: 'open', path: '/wechat/enter?ticket=a%2Bb', known: true });
});

test('whoever is not known is asked for their phone, and need not give it', () => {
  const asked = walk(begin('/water', true), BEGAN, UNBOUND);
  assert.deepEqual(asked.state, { at: 'phone', refused: false });
  assert.deepEqual(walk(asked.way, { is: 'phoneGiven', code: 'p' }).deed, { do: 'signIn', phoneCode: 'p' });
  const no = walk(asked.way, { is: 'phoneRefused' });
  assert.deepEqual(no.state, { at: 'phone', refused: true });
  assert.deepEqual(walk(no.way, { is: 'bySms' }).state, { at: 'open', path: '/sign-in?next=%2Fwater', known: false });
  assert.deepEqual(walk(no.way, { is: 'lookFirst' }).state, { at: 'open', path: '/water', known: false });
});

test('whoever would rather look around first is not asked', () => {
  assert.deepEqual(walk(begin('/', false), BEGAN, UNBOUND).state, { at: 'open', path: '/', known: false });
});

test('a WeChat that is bound elsewhere goes over only when its owner says so', () => {
  const asked = walk(begin('/', true), BEGAN, UNBOUND, { is: 'phoneGiven', code: 'p1' }, TAKEN);
  // The answer comes while one waits for it, and the question stays until it is answered.
  assert.deepEqual(asked.state, { at: 'elsewhere' });
  assert.deepEqual(walk(asked.way, { is: 'phoneRefused' }).state, { at: 'elsewhere' });
  assert.deepEqual(walk(asked.way, { is: 'phoneGiven', code: 'p2' }).deed, { do: 'signIn', phoneCode: 'p2', rebind: true });
  assert.deepEqual(walk(asked.way, { is: 'rebindRefused' }).deed, { do: 'signIn' });
});

test('a ticket that is of no use is had anew once, and then the hall asks', () => {
  const open = walk(begin('/me', true), BEGAN, { is: 'signedIn' }, { is: 'ticketGiven', ticket: 't' });
  const again = walk(open.way, { is: 'ticketUnusable' });
  assert.deepEqual([again.state, again.deed], [{ at: 'waiting' }, { do: 'askTicket' }]);
  const twice = walk(again.way, { is: 'ticketGiven', ticket: 'u' }, { is: 'ticketUnusable' });
  assert.deepEqual(twice.state, { at: 'open', path: '/sign-in?next=%2Fme', known: false });
  assert.deepEqual(twice.deed, { do: 'nothing' });
});

test('whatever happens in whatever order, one is never left waiting for nothing', () => {
  const events: Event[] = [
    BEGAN, UNBOUND, TAKEN, refused('wechat_down'), { is: 'signedIn' }, { is: 'phoneGiven', code: 'p' },
    { is: 'phoneRefused' }, { is: 'rebindRefused' }, { is: 'bySms' }, { is: 'lookFirst' },
    { is: 'ticketGiven', ticket: 't' }, { is: 'ticketUnusable' }, { is: 'failed', trouble: { kind: 'offline' } },
  ];
  const seen = (way: Way, depth: number): void => {
    for (const event of events) {
      const [next, deed] = step(way, event);
      assert.equal(next.state.at === 'waiting', deed.do !== 'nothing', `${way.state.at} ${event.is}`);
      assert.ok(next.wasted <= 1);
      if (depth > 0) seen(next, depth - 1);
    }
  };
  seen(begin('/', true), 3);
});
