import assert from 'node:assert/strict';
import { test } from 'node:test';
import { understood } from '../miniprogram/lib/api';
import { accepted } from '../miniprogram/lib/consent';
import { destination, isOurs, pathOf, withQuery } from '../miniprogram/lib/launch';
import { sayTrouble } from '../miniprogram/lib/trouble';
import { offers, payment, session } from '../miniprogram/lib/wire';
import { WORDS, reading } from '../miniprogram/lib/words';

test('one comes where a link or a code picture leads, and nowhere else', () => {
  assert.equal(destination({}), '/');
  assert.equal(destination({ to: encodeURIComponent('/water/0769123456?then=/pay') }), '/water/0769123456?then=/pay');
  assert.equal(destination({ scene: encodeURIComponent('s=LEAK') }), '/go/s=LEAK');
  for (const scene of ['', 's', 's=', 's=../desk', 'x', '%E0%A4%A']) assert.equal(destination({ scene }), '/');
  for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/a\nb', '%']) {
    assert.equal(destination({ to }), '/', to);
    assert.ok(!isOurs(to));
  }
});

test('what is passed on holds no ticket', () => {
  const hall = 'https://hall.example.com';
  assert.equal(pathOf(`${hall}/services/LEAK#top`, hall), '/services/LEAK');
  assert.equal(pathOf(`${hall}/wechat/enter?ticket=t`, hall), '/');
  assert.equal(pathOf('https://other.example/x', hall), '/');
  assert.equal(pathOf(hall, hall), '/');
});

test('a path takes one more thing in its query', () => {
  assert.equal(withQuery('/water/add', 'scanned', 'CODE_128,1 2'), '/water/add?scanned=CODE_128%2C1%202');
  assert.equal(withQuery('/file/BILL/account?draft=a', 'scanned', '1'), '/file/BILL/account?draft=a&scanned=1');
});

test('answers are read, not believed', () => {
  assert.deepEqual(understood(201, { tokens: { access: 'a', more: 1 } }, session), { ok: true, value: { access: 'a' } });
  for (const body of ['<html>', null, {}, { tokens: { access: 7 } }]) {
    assert.deepEqual(understood(201, body, session), { ok: false, trouble: { kind: 'nonsense' } });
  }
  assert.deepEqual(understood(502, '<html>', session), { ok: false, trouble: { kind: 'nonsense' } });
  assert.deepEqual(offers([{ kind: 'k', template: 't', left: 1 }]), [{ kind: 'k', template: 't' }]);
  assert.equal(offers([{ kind: 'k' }]), undefined);
  const signed = { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=p', signType: 'RSA', paySign: 's' };
  assert.deepEqual(payment({ ...signed, appId: 'wx' }), signed);
  assert.equal(payment({ ...signed, signType: 'MD5' }), undefined);
});

test('every trouble has a sentence with a next step', () => {
  assert.match(sayTrouble({ kind: 'offline' }, 'zh'), /再试一次/);
  assert.match(sayTrouble({ kind: 'nonsense' }, 'en'), /try/);
  const problem = { code: 'x', title: 'Not now', detail: 'Come back' };
  assert.equal(sayTrouble({ kind: 'problem', status: 409, problem }, 'en'), 'Not now. Come back');
  assert.equal(sayTrouble({ kind: 'problem', status: 409, problem }, 'zh'), 'Not now。Come back');
});

test('only what was agreed to counts', () => {
  const answered = { a: 'accept', b: 'reject', c: 'ban', errMsg: 'requestSubscribeMessage:ok' };
  assert.deepEqual(accepted(['a', 'b', 'c', 'd'], answered), { accepted: ['a'], refused: ['b', 'c', 'd'] });
});

test('the hall says how somebody reads, else the phone', () => {
  assert.deepEqual(reading({}, 'zh_CN'), { lang: 'zh', elder: false });
  assert.deepEqual(reading({}, 'zh_HK'), { lang: 'zh', elder: false });
  assert.deepEqual(reading({ elder: '1' }, 'fr'), { lang: 'en', elder: true });
  assert.deepEqual(reading({ lang: 'en' }, 'zh_CN'), { lang: 'en', elder: false });
});

test('every text is there in both languages', () => {
  for (const [word, { zh, en }] of Object.entries(WORDS)) {
    assert.match(zh, /\p{Script=Han}/u, word);
    assert.doesNotMatch(en, /\p{Script=Han}/u, word);
  }
});
