import type { Shared } from '../app';
import type { Query } from './launch';
import { type Reading, reading, say } from './words';

/** What all pages share. */
export function shared(): Shared {
  return getApp<Shared>();
}

/** How somebody reads, and all texts as they read them. Answers of the server come in that language too. */
export function read(query: Query): Reading & { said: ReturnType<typeof say> } {
  const found = reading(query, wx.getAppBaseInfo().language);
  shared().api.lang = found.lang;
  return { ...found, said: say(found.lang) };
}
