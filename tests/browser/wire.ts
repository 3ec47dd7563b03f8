import type { Page } from '@playwright/test';
import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';

/** When a line breaks: before the server hears what is asked, or before its answer gets back. */
export type Break = 'asked' | 'answered';

/** The line between a browser and the server, which a test can cut. */
export class Wire {
  private readonly open = new Set<Socket>();
  private whole = true;
  private trap: { asked: RegExp; when: Break; sprung: () => void } | undefined;

  private constructor(
    private readonly listener: Server,
    /** Where the server answers through it. */
    readonly url: string,
  ) {}

  /** Lays a line to the server at this address. */
  static async to(server: string): Promise<Wire> {
    const port = Number(new URL(server).port);
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const wire = new Wire(listener, `http://127.0.0.1:${(listener.address() as AddressInfo).port}`);
    listener.on('connection', (socket) => wire.carry(socket, port));
    return wire;
  }

  /** Breaks what is open, and lets nothing new through. */
  cut(): void {
    this.whole = false;
    for (const socket of this.open) socket.destroy();
  }

  /** Breaks, and stays broken, at the next request that begins so (`POST /api/v1/cases `); tells when it has. */
  breaksAt(request: string, when: Break): Promise<void> {
    return new Promise((sprung) => {
      this.trap = { asked: new RegExp(`^${request}`), when, sprung };
    });
  }

  /** Lets through what is new. */
  mend(): void {
    this.whole = true;
  }

  /** Takes the line away. */
  async end(): Promise<void> {
    this.cut();
    this.listener.close();
    await once(this.listener, 'close');
  }

  private carry(socket: Socket, port: number): void {
    if (!this.whole) {
      socket.destroy();
      return;
    }
    const beyond = connect(port, '127.0.0.1');
    for (const [end, other] of [[socket, beyond], [beyond, socket]] as const) {
      this.open.add(end);
      // What breaks at one end breaks at the other.
      end.on('error', () => other.destroy());
      end.on('close', () => {
        this.open.delete(end);
        other.destroy();
      });
    }
    let asked = false;
    socket.on('data', (bytes: Buffer) => {
      // What follows of its body begins otherwise.
      asked ||= this.trap?.asked.test(bytes.toString('latin1')) ?? false;
      if (!(asked && this.springs('asked'))) beyond.write(bytes);
    });
    beyond.on('data', (bytes: Buffer) => {
      if (!(asked && this.springs('answered'))) socket.write(bytes);
    });
  }

  private springs(when: Break): boolean {
    const { trap } = this;
    if (trap?.when !== when) return false;
    this.trap = undefined;
    this.cut();
    trap.sprung();
    return true;
  }
}

/** What a page is told of the feed. */
export interface Told {
  event: string;
  id: number;
  number: string;
  version: number;
}

/** Whether each number is larger than the one before it: none is missing its place, none is there twice. */
export function rises(ids: number[]): boolean {
  return ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? id));
}

/** All that a page is told from now on, as its browser receives it. */
export async function hears(page: Page): Promise<Told[]> {
  const told: Told[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Network.eventSourceMessageReceived', ({ eventName, eventId, data }) => {
    const { number = '', version = 0 } = (JSON.parse(data) ?? {}) as Partial<Told>;
    told.push({ event: eventName, id: Number(eventId), number, version });
  });
  await session.send('Network.enable');
  return told;
}
