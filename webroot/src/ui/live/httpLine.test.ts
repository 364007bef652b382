import { afterEach, expect, test, vi } from 'vitest';

import { openPoll, openStream } from './httpLine';

interface Request {
  readonly path: string;
  readonly body: string;
  readonly headers: Record<string, string>;
  answer(response: Response): void;
}

/** The server's side of the requests, answered by hand. */
function server() {
  const requests: Request[] = [];
  const told: string[] = [];
  vi.stubGlobal(
    'fetch',
    (
      path: string,
      { body, headers, signal }: { body: string; headers: Record<string, string>; signal: AbortSignal },
    ) =>
      new Promise<Response>((answer, fail) => {
        requests.push({ path, body, headers, answer });
        signal.addEventListener('abort', () => fail(new Error('aborted')));
      }),
  );
  const events = {
    opened: () => told.push('opened'),
    heard: (down: object) => told.push(JSON.stringify(down)),
    closed: (code: number) => told.push(`closed ${code}`),
  };
  return {
    requests,
    told,
    events,
    paths: () => requests.map(({ path }) => path.slice('/api/sessions'.length)),
  };
}

/** All that can happen without the server has happened. */
async function settled() {
  for (let i = 0; i < 50; i++) await Promise.resolve();
}

/** An answer that goes on: what is written to it comes at once. */
function open() {
  let control: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (given) => void (control = given) });
  const encoder = new TextEncoder();
  return {
    response: new Response(body),
    write: (text: string | Uint8Array) =>
      control?.enqueue(typeof text === 'string' ? encoder.encode(text) : text),
    end: () => control?.close(),
  };
}

async function opened(way: typeof openStream) {
  const net = server();
  const line = way(net.events);
  await settled();
  line.send('hello');
  net.requests[0]?.answer(Response.json({ session: 'secret' }));
  await settled();
  return { ...net, line };
}

afterEach(() => vi.unstubAllGlobals());

test('S-71 S-72 the first message opens the session, then the stream is read', async () => {
  const { requests, told, paths } = await opened(openStream);
  expect(paths()).toEqual(['', '/stream']);
  expect(requests[0]).toMatchObject({ body: 'hello', headers: { 'x-binome': '1' } });
  expect(requests[1]?.headers).toEqual({ 'x-binome': '1', 'x-binome-session': 'secret' });
  expect(told).toEqual(['opened']);
});

test('S-72 messages come whole, however the network cuts them', async () => {
  const { requests, told } = await opened(openStream);
  const stream = open();
  requests[1]?.answer(stream.response);
  const bytes = new TextEncoder().encode('\n{"é":1}\n{"b":2}\n\n{"c":3}\n{"d"');
  for (const byte of bytes) stream.write(Uint8Array.of(byte));
  await vi.waitFor(() => expect(told).toEqual(['opened', '{"é":1}', '{"b":2}', '{"c":3}']));
  stream.write(':4}\n');
  await vi.waitFor(() => expect(told.at(-1)).toBe('{"d":4}'));
});

test('S-75 one post at a time, what waits meanwhile together in the next', async () => {
  const { requests, line, paths } = await opened(openStream);
  for (const message of ['a', 'b', 'c']) line.send(message);
  await settled();
  expect(requests.slice(2).map(({ body }) => body)).toEqual(['a']);
  requests[2]?.answer(Response.json({}));
  await settled();
  expect(requests.slice(3).map(({ body }) => body)).toEqual(['b\nc']);
  expect(paths().at(-1)).toBe('/up');
});

test('S-75 long messages do not make one post too long', async () => {
  const { requests, line } = await opened(openStream);
  line.send('a');
  const long = 'x'.repeat(250_000);
  for (let i = 0; i < 3; i++) line.send(long);
  await settled();
  requests[2]?.answer(Response.json({}));
  await settled();
  expect(requests[3]?.body.length).toBe(250_000);
});

test('S-76 a session that is dead ends the line, once', async () => {
  const { requests, line, told } = await opened(openStream);
  line.send('a');
  await settled();
  requests[2]?.answer(Response.json({ reason: 'session' }, { status: 410 }));
  await settled();
  line.send('b');
  await settled();
  expect(told).toEqual(['opened', 'closed 1006']);
});

test('S-77 the end has a code; a stream that breaks off has none', async () => {
  const first = await opened(openStream);
  const stream = open();
  first.requests[1]?.answer(stream.response);
  stream.write('{"type":"closed","code":4403}\n');
  stream.end();
  await vi.waitFor(() => expect(first.told).toEqual(['opened', 'closed 4403']));

  const second = await opened(openStream);
  second.requests[1]?.answer(new Response('{"type":"pong"}\n'));
  await vi.waitFor(() => expect(second.told).toEqual(['opened', '{"type":"pong"}', 'closed 1006']));
});

test('S-73 a poll that has ended is asked again, until the end', async () => {
  const { requests, told, paths } = await opened(openPoll);
  requests[1]?.answer(new Response('{"a":1}\n'));
  await vi.waitFor(() => expect(paths()).toEqual(['', '/poll', '/poll']));
  requests[2]?.answer(new Response('\n'));
  await vi.waitFor(() => expect(paths().length).toBe(4));
  requests[3]?.answer(new Response('{"type":"closed","code":1001}\n'));
  await vi.waitFor(() => expect(told).toEqual(['opened', '{"a":1}', 'closed 1001']));
  expect(paths().length).toBe(4);
});

test('a line that was given up says nothing more', async () => {
  const { requests, line, told } = await opened(openStream);
  line.close();
  requests[1]?.answer(new Response('{"a":1}\n'));
  await settled();
  expect(told).toEqual(['opened']);
});
