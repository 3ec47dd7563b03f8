import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What names the hall's files, and thereby makes a release. */
const OURS = /\/assets\/hall-/g;
const NEXT = '/assets/next-';

/**
 * A house that goes over to its next release while people are in its hall. The next one has the same code under other
 * names; the files of the one before are gone from then on, as they are where a server is put in place of another.
 */
export class House {
  private next = false;

  private constructor(
    private readonly listener: Server,
    /** Where it answers. */
    readonly url: string,
  ) {}

  /** The house of the server at this address. */
  static async of(server: string): Promise<House> {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const house = new House(listener, `http://127.0.0.1:${(listener.address() as AddressInfo).port}`);
    listener.on('request', (asked: IncomingMessage, answer: ServerResponse) => house.pass(server, asked, answer));
    return house;
  }

  /** From now on it serves the next release. */
  release(): void {
    this.next = true;
  }

  /** Closes it. */
  async end(): Promise<void> {
    this.listener.closeAllConnections();
    this.listener.close();
    await once(this.listener, 'close');
  }

  private pass(server: string, asked: IncomingMessage, answer: ServerResponse): void {
    const path = asked.url ?? '/';
    if (this.next && OURS.test(path)) {
      answer.writeHead(404).end();
      return;
    }
    const named = this.next ? path.replace(NEXT, '/assets/hall-') : path;
    // What is to be renamed has to be read.
    const headers = { ...asked.headers, 'accept-encoding': 'identity' };
    const on = request(new URL(named, server), { method: asked.method, headers }, (got) => {
      const renamed = this.next && /html|javascript/.test(got.headers['content-type'] ?? '');
      if (!renamed) {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
        return;
      }
      const parts: Buffer[] = [];
      got.on('data', (part: Buffer) => parts.push(part));
      got.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        const { 'content-length': _, ...headers } = got.headers;
        answer.writeHead(got.statusCode ?? 502, headers).end(this.rename(named, text));
      });
    });
    on.on('error', () => answer.destroy());
    answer.on('close', () => on.destroy());
    asked.pipe(on);
  }

  private rename(path: string, text: string): string {
    const renamed = text.replace(OURS, NEXT);
    // The packer's release is the hash of all that it keeps.
    return path === '/worker.js' ? renamed.replace(/'[0-9a-f]{16}'/, "'next'") : renamed;
  }
}
