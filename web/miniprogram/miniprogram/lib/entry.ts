import type { Api } from './api';
import { ticket } from './wire';
import { type Deed, type Event, type Way, begin, step } from './way';

/** Under this name the phone remembers that somebody would rather look around first. */
const LOOKS = 'looks-first';

/** Walks the way into the hall: does what the machine says, and tells whoever shows it. */
export class Entry {
  private way: Way = begin('/', false);
  private readonly followers = new Map<string, (way: Way) => void>();
  /** The walk that counts: an answer to an earlier one comes too late. */
  private walk = 0;

  constructor(private readonly api: Api) {}

  /** How far one has come. */
  get now(): Way {
    return this.way;
  }

  /** From now on the page of this name is told of each step, beginning with where one stands. */
  follow(page: string, shows: (way: Way) => void): void {
    this.followers.set(page, shows);
    shows(this.way);
  }

  /** The page of this name is gone. */
  unfollow(page: string): void {
    this.followers.delete(page);
  }

  /** Begins anew, towards a path of the hall. `asked`: somebody has pressed for it, so they are asked for their phone even
   * if they looked around first before. */
  async begin(to: string, asked = false): Promise<void> {
    this.way = begin(to, asked || !wx.getStorageSync<boolean | ''>(LOOKS));
    this.walk += 1;
    await this.happens({ is: 'began' });
  }

  /** Something has happened. */
  async happens(event: Event): Promise<void> {
    if (event.is === 'lookFirst') wx.setStorageSync(LOOKS, true);
    const walk = this.walk;
    let next: Event | undefined = event;
    while (next && walk === this.walk) {
      const [way, deed]: [Way, Deed] = step(this.way, next);
      this.way = way;
      for (const shows of this.followers.values()) shows(way);
      next = await this.does(deed);
    }
  }

  private async does(deed: Deed): Promise<Event | undefined> {
    switch (deed.do) {
      case 'nothing':
        return undefined;
      case 'signIn': {
        const answer = await this.api.signIn(deed);
        return answer.ok ? { is: 'signedIn' } : { is: 'failed', trouble: answer.trouble };
      }
      case 'askTicket': {
        const answer = await this.api.ask('POST', '/api/v1/tickets', ticket, { to: this.way.to });
        return answer.ok
          ? { is: 'ticketGiven', ticket: answer.value.ticket }
          : { is: 'failed', trouble: answer.trouble };
      }
    }
  }
}
