import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

import type { appearance } from '../../src/ui/theme.svelte.ts';
import type { FakeBoard } from './FakeBoard.ts';
import { audit } from '../axe.mjs';
import { launch } from '../browser.mjs';
import { serve } from './serve.ts';

declare global {
  interface Window {
    atelier: {
      board: FakeBoard;
      /** A class in which nothing has been done yet. */
      fresh: FakeBoard;
      /** A class that sells, with a few things missing. */
      sales: FakeBoard;
      /** The classes that were made on the screen. */
      made: readonly FakeBoard[];
      refused: (reason: string) => void;
      appearance: typeof appearance;
    };
  }
}

/** Whether tests run at full size. */
export const long = process.env['BINOME_LONG'] !== undefined;

export const wide = { width: 1440, height: 900 };
export const narrow = { width: 320, height: 720 };

export interface How {
  readonly size?: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  readonly signedOut?: boolean;
  /** A finger instead of a mouse. */
  readonly touch?: boolean;
  /** Cookies by which the server of the screens knows what to answer. */
  readonly cookies?: readonly string[];
}

/** The screens around a fake board, in a browser and under the policy of the real server. */
export class Pages {
  readonly origin: string;
  readonly #browser: Browser;
  readonly #close: () => void;

  private constructor(origin: string, browser: Browser, close: () => void) {
    this.origin = origin;
    this.#browser = browser;
    this.#close = close;
  }

  /** @param name of whoever asks: each builds into a folder of its own, for tests run side by side */
  static async start(name: string): Promise<Pages> {
    const { origin, close } = await serve(name);
    return new Pages(origin, await launch(), close);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#close();
  }

  /** Opens a page; what the browser complains about, refusals of the policy included, fails the test. */
  async open(
    path: string,
    { size = wide, dark = false, signedOut = false, touch = false, cookies = [] }: How = {},
  ): Promise<Page & AsyncDisposable> {
    const context = await this.#browser.newContext({
      viewport: size,
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      locale: 'fr-FR',
      hasTouch: touch,
    });
    for (const name of signedOut ? ['signedOut', ...cookies] : cookies)
      await context.addCookies([{ name, value: '1', url: this.origin }]);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      // A person who is not signed in is told so by a 401, which the browser also writes down.
      if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text());
    });
    await page.goto(this.origin + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return Object.assign(page, {
      [Symbol.asyncDispose]: async () => {
        await context.close();
        expect(complaints).toEqual([]);
      },
    });
  }
}

/**
 * What axe finds against WCAG 2.2 AA. Every day it looks at each screen as it opens, `always`;
 * at what tests make of them only in the long profile, for it is slow.
 */
export function violations(page: Page, where = 'html', always = false): Promise<string[]> {
  return always || long ? audit(page, where) : Promise.resolve([]);
}

export { sideways } from '../axe.mjs';
