import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Down } from '../../wire/protocol.gen';
import type { Line, LineEvents } from './Line';
import { bestOf } from './ways';

const welcome = { type: 'pong', id: 1, heads: {} } satisfies Down;

/** A line without a network: the test speaks for it. */
class MemoryLine implements Line {
  readonly degraded: boolean;
  readonly events: LineEvents;
  readonly sent: string[] = [];
  closed = false;

  constructor(degraded: boolean, events: LineEvents) {
    this.degraded = degraded;
    this.events = events;
  }

  send(message: string): void {
    this.sent.push(message);
  }

  close(): void {
    this.closed = true;
  }
}

function network() {
  const lines: (MemoryLine & { readonly way: string })[] = [];
  const told: string[] = [];
  const way = (name: 'straight' | 'stream' | 'poll', patience: number) => ({
    patience,
    open: (events: LineEvents) => {
      const line = Object.assign(new MemoryLine(name !== 'straight', events), { way: name });
      lines.push(line);
      // A detour takes its first message at once: it needs no upgrade.
      if (name !== 'straight') queueMicrotask(() => events.opened());
      return line;
    },
  });
  const open = bestOf([way('straight', 3_000), way('stream', 4_500), way('poll', 8_000)]);
  const connect = () =>
    open({
      opened: () => told.push('opened'),
      heard: (down) => told.push(down.type),
      closed: (code) => told.push(`closed ${code}`),
    });
  return { lines, told, connect, ways: () => lines.map(({ way: name }) => name), last: () => lines.at(-1)! };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('S-78 the straight way is taken where it is open', async () => {
  const net = network();
  const line = net.connect();
  net.last().events.opened();
  line.send('hello');
  net.last().events.heard(welcome);
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(net.ways()).toEqual(['straight']);
  expect(net.last().sent).toEqual(['hello']);
  expect(net.told).toEqual(['opened', 'pong']);
  expect(line.degraded).toBe(false);
});

test.each([
  ['refused', 0],
  ['swallowed', 3_000],
])('S-78 an upgrade that is %s leaves its ticket to the stream, within 5 seconds', async (how, after) => {
  const net = network();
  const line = net.connect();
  if (how === 'refused') net.last().events.closed(1006);
  await vi.advanceTimersByTimeAsync(after);
  expect(net.ways()).toEqual(['straight', 'stream']);
  line.send('hello');
  net.last().events.heard(welcome);
  expect(net.told).toEqual(['opened', 'pong']);
  expect(net.last().sent).toEqual(['hello']);
  expect(line.degraded).toBe(true);
  expect(net.lines[0]?.closed).toBe(how === 'swallowed');
  // When the detour breaks, it is the way that is known to lead there.
  net.last().events.closed(1006);
  net.connect();
  expect(net.ways()).toEqual(['straight', 'stream', 'stream']);
});

test('S-78 a WebSocket that opens and says nothing has spent its ticket: the next attempt is the stream', async () => {
  const net = network();
  net.connect();
  net.last().events.opened();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(net.told).toEqual(['opened', 'closed 1006']);
  net.connect();
  expect(net.ways()).toEqual(['straight', 'stream']);
});

test('S-78 a stream that is held back makes it poll, and a poll that is, begin again', async () => {
  const net = network();
  net.connect();
  net.last().events.closed(1006);
  await vi.advanceTimersByTimeAsync(4_500);
  expect(net.told).toEqual(['opened', 'closed 1006']);
  net.connect();
  await vi.advanceTimersByTimeAsync(8_000);
  net.connect();
  expect(net.ways()).toEqual(['straight', 'stream', 'poll', 'straight']);
});

test('a server that is away is no blocked WebSocket', async () => {
  const net = network();
  net.connect();
  net.last().events.closed(1006);
  await vi.advanceTimersByTimeAsync(0);
  net.last().events.closed(1006);
  net.connect();
  expect(net.ways()).toEqual(['straight', 'stream', 'straight']);
});

test('S-13 what the server says is not taken for a blocked WebSocket', () => {
  const net = network();
  net.connect();
  net.last().events.closed(4401);
  expect(net.told).toEqual(['closed 4401']);
  expect(net.ways()).toEqual(['straight']);
});

test('S-78 on a detour it looks for the straight way, less and less often, and takes it', async () => {
  const net = network();
  net.connect();
  net.last().events.closed(1006);
  await vi.advanceTimersByTimeAsync(0);
  const detour = net.last();
  detour.events.heard(welcome);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(net.ways()).toEqual(['straight', 'stream', 'straight']);
  net.last().events.closed(1006);
  await vi.advanceTimersByTimeAsync(29_999);
  expect(net.lines.length).toBe(3);
  await vi.advanceTimersByTimeAsync(1);
  // Swallowed, this time.
  await vi.advanceTimersByTimeAsync(3_000);
  expect(net.last().closed).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  net.last().events.opened();
  expect([net.last().closed, detour.closed]).toEqual([true, true]);
  expect(net.told).toEqual(['opened', 'pong', 'goingAway', 'closed 1001']);
  net.connect();
  expect(net.last().way).toBe('straight');
  await vi.advanceTimersByTimeAsync(0);
});

test('a line that was given up says nothing more', async () => {
  const net = network();
  const line = net.connect();
  line.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(net.ways()).toEqual(['straight']);
  expect(net.told).toEqual([]);
});
