import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

const PROGRAM = process.env.SHUITING_BIN ?? resolve(import.meta.dirname, '../../target/debug/shuiting');
const PATIENCE = { start: 60_000, stop: 10_000 };

/** A running server with a demo city of its own. */
export interface Server {
  /** Where it answers: `http://127.0.0.1:…` */
  readonly url: string;
  /** Runs a command of the program on the server's data; gives what it prints. */
  command(...args: string[]): Promise<string>;
  /** Runs one that reads a file with this text. */
  reads(text: string, ...args: string[]): Promise<string>;
  /** Stops it, and removes its data. */
  stop(): Promise<void>;
}

/** Starts the server on a free port and an empty folder, which it fills with the demo city. */
export async function start(...more: string[]): Promise<Server> {
  const data = await mkdtemp(join(tmpdir(), 'shuiting-'));
  const child = spawn(PROGRAM, ['serve', '--demo', '--port', '0', '--data', data, ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });

  const stop = async () => {
    child.kill('SIGTERM');
    const gone = await within(PATIENCE.stop, exited.then(() => true));
    if (!gone) child.kill('SIGKILL');
    await rm(data, { recursive: true, force: true });
    if (!gone) throw new Error(`the server did not stop within ${PATIENCE.stop} ms of being asked to`);
  };

  try {
    const command = async (...args: string[]) => (await run(PROGRAM, [...args, '--data', data])).stdout;
    const reads = async (text: string, ...args: string[]) => {
      const file = join(data, 'file.csv');
      await writeFile(file, text);
      return command(...args, file);
    };
    return { url: await address(child), command, reads, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address that the server prints once it answers. */
async function address(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  const listening = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      // The lines are read to the end, also when nobody waits for one: a full pipe would stop the server.
      createInterface(stream).on('line', (line) => {
        said.push(line);
        const url = /listening on (http:\/\/\S+)/.exec(line)?.[1];
        if (url) resolve(url);
      });
    }
    child.once('error', (error) => reject(new Error(`${PROGRAM} does not start: ${error.message}`)));
    child.once('close', (code) => reject(new Error(`the server ended with ${code}:\n${said.join('\n')}`)));
  });
  const url = await within(PATIENCE.start, listening);
  if (!url) throw new Error(`the server does not listen after ${PATIENCE.start} ms:\n${said.join('\n')}`);
  return url;
}

/** What a promise comes to, or nothing when it takes longer than that. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
