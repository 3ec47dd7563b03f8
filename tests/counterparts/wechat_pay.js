// wechatpay-node-v3, a merchant's side: it signs as we should, and believes what it should of WeChat Pay.
'use strict';

const { createInterface } = require('node:readline');
const Pay = require('wechatpay-node-v3');

function pay({ mchid, serial, private_key, key }) {
  return new Pay({
    appid: 'wx1',
    mchid,
    serial_no: serial,
    publicKey: Buffer.from(''),
    privateKey: Buffer.from(private_key),
    key,
  });
}

const CAN = {
  request: (asked) => ({
    signature: pay(asked).getSignature(asked.method, asked.nonce, asked.timestamp, asked.url, asked.body),
  }),
  page: (asked) => ({ signature: pay(asked).sha256WithRsa(asked.message) }),
  verify: async (asked) => {
    Pay.certificates[asked.marks.serial] = asked.platform;
    return { signed: await pay(asked).verifySign(asked.marks) };
  },
  open: (asked) => {
    const { ciphertext, associated_data, nonce } = asked.sealed;
    return { about: pay(asked).decipher_gcm(ciphertext, associated_data, nonce, asked.key) };
  },
};

createInterface({ input: process.stdin }).on('line', async (line) => {
  let said;
  try {
    const asked = JSON.parse(line);
    said = await CAN[asked.do](asked);
  } catch (error) {
    said = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(said)}\n`);
});
