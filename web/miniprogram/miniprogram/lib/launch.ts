/** Where the mini-program is opened: by itself, by a deep link, or by a code picture. */

/** What a page is opened with. */
export type Query = Record<string, string | undefined>;

/** The hall's first page. */
const HOME = '/';

/** Whether an address leads to a page of the hall: a second stroke of either kind would make it another house's. */
export function isOurs(path: string): boolean {
  return /^\/(?![/\\])[^\u0000-\u001f\u007f]*$/.test(path);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** Where the scene of a code picture leads: `s=LEAK` to a service, `n=…` to a notice. The hall knows the way. */
function ofScene(scene: string): string {
  return /^[a-z]=[\w-]+$/.test(scene) ? `/go/${scene}` : HOME;
}

/** The path of the hall that somebody wants to. */
export function destination({ to, scene }: Query): string {
  if (scene !== undefined) return ofScene(decoded(scene));
  const path = decoded(to ?? HOME);
  return isOurs(path) ? path : HOME;
}

/** The path of the hall that its address in the web-view names, for passing it on to others. */
export function pathOf(address: string, hall: string): string {
  const path = address.startsWith(hall) ? (address.slice(hall.length).split('#')[0] ?? HOME) : HOME;
  // A ticket is for one's own eyes.
  return isOurs(path) && !path.startsWith('/wechat/enter') ? path : HOME;
}

/** A path of the hall with one more thing in its query. */
export function withQuery(path: string, name: string, value: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
}
