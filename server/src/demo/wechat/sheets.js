// @ts-check
// What lies over the hall on the demo's phone: questions of WeChat's own, and messages that arrive; and the list of what
// happens outside.

/** A text in Chinese, and the same in English. @typedef {[zh: string, en: string]} Both */
/** A choice: what it comes to, what it says, whether it is the way forward. @typedef {{ is: string, says: Both, main?: boolean }} Choice */

/** @template {HTMLElement} T @param {string} id @param {new () => T} kind @returns {T} */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`there is no ${id}`);
  return found;
}

const sheet = byId('sheet', HTMLDialogElement);
const sheetBody = byId('sheet-body', HTMLDivElement);
const banner = byId('banner', HTMLButtonElement);
const events = byId('events', HTMLOListElement);

/** Both languages, the second smaller. @param {Both} both @returns {(Node | string)[]} */
function said([zh, en]) {
  const english = document.createElement('span');
  english.lang = 'en';
  english.textContent = en;
  return [`${zh} `, english];
}

/** @param {string} name @param {(Node | string)[]} children @param {Record<string, string>} [attributes] */
function element(name, children, attributes = {}) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Asks something over the hall, which does nothing meanwhile. Gives what was chosen, `cancel` for Escape, and what is ticked.
 * @param {{ title: Both, about?: Both, sum?: string, ticks?: { is: string, says: string }[], choices: Choice[] }} question
 * @returns {Promise<{ chosen: string, ticked: string[] }>} */
export function ask({ title, about, sum, ticks = [], choices }) {
  const boxes = ticks.map(({ is, says }) => {
    const box = element('input', [], { type: 'checkbox', value: is, checked: '' });
    return element('label', [box, element('span', [says])]);
  });
  const buttons = choices.map(({ is, says, main }) =>
    element('button', said(says), { type: 'button', value: is, class: main ? 'main' : 'plain' }),
  );
  sheetBody.replaceChildren(
    element('h2', said(title), { id: 'sheet-title', tabindex: '-1' }),
    ...(about ? [element('p', said(about), { class: 'small' })] : []),
    ...(sum ? [element('p', [sum], { class: 'sum' })] : []),
    ...boxes,
    ...buttons,
  );
  const below = [...(sheet.parentElement?.children ?? [])].filter((one) => one !== sheet);
  for (const one of below) one.toggleAttribute('inert', true);
  sheet.show();
  sheetBody.querySelector('h2')?.focus();
  return new Promise((resolve) => {
    /** @param {string} chosen */
    const done = (chosen) => {
      const ticked = [...sheetBody.querySelectorAll('input')].filter((box) => box.checked).map((box) => box.value);
      sheet.onkeydown = null;
      sheet.close();
      for (const one of below) one.toggleAttribute('inert', false);
      resolve({ chosen, ticked });
    };
    for (const button of buttons) button.addEventListener('click', () => done(button.getAttribute('value') ?? ''));
    // What it gives back would keep other keys from doing their work.
    sheet.onkeydown = ({ key }) => {
      if (key === 'Escape') done('cancel');
    };
  });
}

/** Says something that only has to be heard. @param {Both} title @param {Both} about */
export async function say(title, about) {
  await ask({ title, about, choices: [{ is: 'heard', says: ['知道了', 'All right'], main: true }] });
}

/** Notes what has happened outside, newest first. @param {string} what @param {string} text */
export function tell(what, text) {
  const time = element('time', [new Date().toLocaleTimeString('zh-CN', { timeStyle: 'medium' })]);
  events.prepend(element('li', [element('p', [element('b', [what]), ' ', time]), element('p', [text])]));
}

/** A message comes in at the top of the screen, and leads to its page when pressed.
 * @param {string} title @param {string} text @param {() => void} press */
export function arrive(title, text, press) {
  banner.replaceChildren(element('b', [`服务通知 · ${title}`]), element('span', [text]));
  banner.hidden = false;
  banner.onclick = () => {
    banner.hidden = true;
    press();
  };
}

/** The screen is another one now. */
export function clear() {
  banner.hidden = true;
}
