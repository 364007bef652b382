import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Down, DownWelcome, Up } from '../../wire/protocol.gen';
import { Connection, type Reach } from './Connection';
import type { Line, LineEvents } from './Line';

const welcome: DownWelcome = {
  type: 'welcome',
  session: 7,
  person: 'claire',
  now: '2026-11-25T08:00:00Z',
  build: 'b',
  limits: {},
};

/** A line without a server: the test speaks for it. */
class MemoryLine implements Line {
  readonly degraded = false;
  readonly events: LineEvents;
  readonly sent: Up[] = [];
  open = true;

  constructor(events: LineEvents) {
    this.events = events;
  }

  send(message: string): void {
    this.sent.push(JSON.parse(message) as Up);
  }

  close(): void {
    this.open = false;
  }
}

function start({ tickets = () => Promise.resolve<string | undefined>('t') } = {}) {
  const lines: MemoryLine[] = [];
  const told: string[] = [];
  const reaches: Reach[] = [];
  const connection = new Connection(
    {
      open: (events) => {
        const line = new MemoryLine(events);
        lines.push(line);
        return line;
      },
      ticket: tickets,
      build: 'b',
    },
    {
      connected: ({ session }) => told.push(`connected ${session}`),
      disconnected: () => told.push('disconnected'),
      receive: (down: Down) => told.push(down.type),
      reach: (reach) => reaches.push(reach),
      signedOut: () => told.push('signed out'),
    },
  );
  return { connection, lines, told, reaches, line: () => lines.at(-1)! };
}

async function opened(started: ReturnType<typeof start>) {
  await vi.advanceTimersByTimeAsync(0);
  started.line().events.opened();
  started.line().events.heard(welcome);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('S-5 the first message is hello with a ticket', async () => {
  const started = start();
  await opened(started);
  expect(started.line().sent).toEqual([{ type: 'hello', ticket: 't', protocol: 1, build: 'b' }]);
  expect(started.told).toEqual(['connected 7']);
  expect(started.reaches).toEqual(['connected']);
  started.connection.close();
});

test('S-44 a link that has died in silence is given up within 14 seconds', async () => {
  const started = start();
  await opened(started);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(started.line().sent.at(-1)).toEqual({ type: 'ping', id: 1 });
  started.line().events.heard({ type: 'pong', id: 1, heads: {} });
  await vi.advanceTimersByTimeAsync(13_999);
  expect(started.reaches).toEqual(['connected']);
  await vi.advanceTimersByTimeAsync(1);
  expect(started.reaches).toEqual(['connected', 'broken']);
  expect(started.lines[0]?.open).toBe(false);
  started.connection.close();
});

test('S-44 a submission without an answer ends a link after 4 seconds', async () => {
  const started = start();
  await opened(started);
  started.connection.send('{"type":"submit"}');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(started.told).toEqual(['connected 7', 'disconnected']);
  started.connection.close();
});

test('comes back by itself; says that it is away after the second failure', async () => {
  let ticket: string | undefined = 't';
  const started = start({ tickets: () => Promise.resolve(ticket) });
  await opened(started);
  ticket = undefined;
  started.line().events.closed(1006);
  expect(started.reaches).toEqual(['connected', 'broken']);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(started.reaches).toEqual(['connected', 'broken', 'away']);
  ticket = 'u';
  await vi.advanceTimersByTimeAsync(5_000);
  started.line().events.opened();
  started.line().events.heard(welcome);
  expect(started.told).toEqual(['connected 7', 'disconnected', 'connected 7']);
  expect(started.reaches.at(-1)).toBe('connected');
  started.connection.close();
});

test('an attempt that hangs is given up and made again', async () => {
  const asked: (() => void)[] = [];
  const started = start({ tickets: () => new Promise<string>((give) => asked.push(() => give('t'))) });
  await vi.advanceTimersByTimeAsync(12_000);
  expect(asked.length).toBe(2);
  // The ticket of the first comes late: the second is the one that counts.
  asked[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(started.lines).toEqual([]);
  asked.at(-1)?.();
  await opened(started);
  expect(started.told).toEqual(['connected 7']);
  started.connection.close();
});

test('a machine that slept opens a new line before it sends anything', async () => {
  const started = start();
  await opened(started);
  vi.setSystemTime(Date.now() + 20 * 60_000);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(started.told).toEqual(['connected 7', 'disconnected']);
  started.connection.send('{"type":"submit"}');
  expect(started.lines[0]?.sent.length).toBe(1);
  started.connection.close();
});

test('S-13 a server that goes away says when to come back', async () => {
  const started = start();
  await opened(started);
  started.line().events.heard({ type: 'goingAway', reason: 'stop', afterMs: 3_000 });
  started.line().events.closed(1001);
  await vi.advanceTimersByTimeAsync(2_900);
  expect(started.lines.length).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(started.lines.length).toBe(2);
  started.connection.close();
});

test('S-13 signed out elsewhere, it does not come back', async () => {
  const started = start();
  await opened(started);
  started.line().events.closed(4403);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(started.told).toEqual(['connected 7', 'disconnected', 'signed out']);
  expect(started.lines.length).toBe(1);
  started.connection.close();
});
