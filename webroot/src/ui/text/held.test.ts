import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { compose, plain } from '../../text/delta';
import type { Delta } from '../../text/op';
import { Held } from './Held';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A field and its board: what the screen shows, and what has been agreed. */
class Page {
  composing = false;
  ended = 0;
  shown: Delta;
  agreed: Delta;
  readonly held: Held = new Held({
    isComposing: () => this.composing,
    endComposition: () => {
      this.ended++;
      this.composing = false;
      this.held.composed();
    },
    paint: () => (this.shown = compose(this.shown, this.held.drain())),
  });

  constructor(text: string) {
    this.shown = this.agreed = [{ insert: `${text}\n` }];
  }

  type(mine: Delta): void {
    this.shown = compose(this.shown, mine);
    this.agreed = compose(this.agreed, this.held.send(mine));
  }

  colleague(theirs: Delta): void {
    this.agreed = compose(this.agreed, theirs);
    this.held.take(theirs);
  }

  get text(): string {
    return plain(this.shown);
  }
}

describe('what others write', () => {
  test('is painted at once while nobody composes', () => {
    const page = new Page('mot');
    page.colleague([{ insert: 'un ' }]);
    expect(page.text).toBe('un mot\n');
  });

  test('waits while a word is composed, and a little longer', () => {
    const page = new Page('');
    page.composing = true;
    page.type([{ insert: 'b' }]);
    page.colleague([{ insert: 'un ' }]);
    page.type([{ retain: 1 }, { insert: 'on' }]);
    expect(page.text).toBe('bon\n');
    page.composing = false;
    page.held.composed();
    page.colleague([{ insert: 'et ' }]);
    expect(page.text).toBe('bon\n');
    vi.advanceTimersByTime(50);
    expect(page.text).toBe('et un bon\n');
    expect(page.shown).toEqual(page.agreed);
  });

  test('at the very place where a word grows comes behind the word', () => {
    const page = new Page('');
    page.composing = true;
    page.type([{ insert: 'b' }]);
    page.colleague([{ retain: 1 }, { insert: '!' }]);
    page.type([{ retain: 1 }, { insert: 'on' }]);
    expect(plain(page.agreed)).toBe('bon!\n');
    expect(page.held.position(3)).toBe(3);
  });

  test('waits for the next word too when it follows at once', () => {
    const page = new Page('');
    page.composing = true;
    page.colleague([{ insert: '!' }]);
    page.held.composed();
    vi.advanceTimersByTime(50);
    expect(page.text).toBe('\n');
    expect(page.ended).toBe(0);
  });

  test('does not wait for a key when nothing is composed any more', () => {
    const page = new Page('');
    page.composing = true;
    page.colleague([{ insert: '!' }]);
    page.composing = false;
    page.held.composed();
    page.held.touched();
    vi.advanceTimersByTime(50);
    expect(page.text).toBe('!\n');
  });

  test('ends a composition that was left alone for five seconds, however much comes meanwhile', () => {
    const page = new Page('');
    page.composing = true;
    page.colleague([{ insert: 'a' }]);
    vi.advanceTimersByTime(3_000);
    page.held.touched();
    for (let i = 0; i < 4; i++) {
      vi.advanceTimersByTime(1_200);
      page.colleague([{ insert: 'b' }]);
    }
    expect(page.ended).toBe(0);
    vi.advanceTimersByTime(200);
    expect(page.ended).toBe(1);
    expect(page.text).toBe('\n');
    vi.advanceTimersByTime(50);
    expect(page.text).toBe('bbbba\n');
  });
});
