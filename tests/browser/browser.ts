import { type BrowserContext, type Page, chromium, test } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A browser with a profile of its own, which outlives it. */
export class Browser {
  private context: BrowserContext | undefined;

  private constructor(private readonly profile: string) {}

  static async fresh(): Promise<Browser> {
    return new Browser(await mkdtemp(join(tmpdir(), 'shuiting-profile-')));
  }

  /** Starts it. */
  async open(): Promise<Page> {
    const { launchOptions, locale = 'zh-CN', viewport = null } = test.info().project.use;
    this.context = await chromium.launchPersistentContext(this.profile, { ...launchOptions, locale, viewport });
    return this.context.pages()[0] ?? this.context.newPage();
  }

  /** Ends all its processes at once, as a phone does that needs room. */
  async kill(): Promise<void> {
    const over = this.context?.waitForEvent('close');
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(this.profile)) process.kill(Number(pid), 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    }
    await over;
  }

  /** Closes it as a person does. */
  async close(): Promise<void> {
    await this.context?.close();
    this.context = undefined;
  }

  /** Closes it, and forgets its profile. */
  async end(): Promise<void> {
    await this.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
