// @ts-check
// Plays WeChat's script for pages, inside the frame of /demo/wechat: each question goes to the frame, which answers it.

(() => {
  /** @typedef {{ success?: Function, fail?: Function, cancel?: Function, complete?: Function }} Callbacks */

  /** Questions that wait for an answer, by number. @type {Map<number, Callbacks>} */
  const waiting = new Map();
  let last = 0;

  /** Asks the frame. @param {string} what */
  const asks = (what) => (/** @type {Callbacks & Record<string, unknown>} */ options = {}) => {
    const { success, fail, cancel, complete, ...request } = options;
    last += 1;
    waiting.set(last, { success, fail, cancel, complete });
    parent.postMessage({ wechat: what, id: last, request }, location.origin);
  };

  addEventListener('message', ({ data, origin, source }) => {
    if (origin !== location.origin || source !== parent || typeof data?.answers !== 'number') return;
    const callbacks = waiting.get(data.answers);
    waiting.delete(data.answers);
    const how = /** @type {'success' | 'fail' | 'cancel'} */ (data.how);
    callbacks?.[how]?.(data.value);
    callbacks?.complete?.(data.value);
  });

  /** The demo takes every signature, once the page has had the time to say what it does then. @type {Function[]} */
  const ready = [];
  let configured = false;

  Object.assign(window, {
    wx: {
      config: () => {
        configured = true;
        for (const tell of ready.splice(0)) queueMicrotask(() => tell());
      },
      ready: (/** @type {Function} */ tell) => (configured ? queueMicrotask(() => tell()) : ready.push(tell)),
      error: () => undefined,
      getLocation: asks('getLocation'),
      scanQRCode: asks('scanQRCode'),
      miniProgram: { navigateTo: asks('navigateTo') },
    },
  });
})();
