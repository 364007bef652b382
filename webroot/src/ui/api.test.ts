import { afterEach, expect, test, vi } from 'vitest';

import { api } from './api';

afterEach(() => {
  vi.unstubAllGlobals();
});

function serve(status: number, body: string) {
  const fetched = vi.fn<typeof fetch>(() => Promise.resolve(new Response(body, { status })));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

test('an unsafe request carries the header that another site cannot set, and JSON', async () => {
  const fetched = serve(200, '{"person":"p1","name":"Claire K."}');
  expect(await api.signIn('claire', 'secret', false)).toEqual({
    ok: true,
    value: { person: 'p1', name: 'Claire K.' },
  });
  const [url, options] = fetched.mock.calls[0] ?? [];
  expect(url).toBe('/api/session');
  expect(options?.headers).toMatchObject({ 'x-binome': '1', 'content-type': 'application/json' });
  expect(options?.body).toBe('{"login":"claire","password":"secret"}');
});

test('on a shared computer the server is told to forget the session with the browser', async () => {
  const fetched = serve(200, '{}');
  await api.signIn('claire', 'secret', true);
  expect(fetched.mock.calls[0]?.[1]?.body).toBe('{"login":"claire","password":"secret","shared":true}');
});

test('an answer that breaks off is none', async () => {
  const broken = new ReadableStream({
    start: (stream) => {
      stream.enqueue(new TextEncoder().encode('{"seq":'));
      stream.error(new Error('cut'));
    },
  });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(broken, { status: 200 })));
  expect(await api.snapshot('b')).toEqual({ ok: false, failure: 'offline' });
});

test('a token is in the body, not in the address', async () => {
  const fetched = serve(204, '');
  await api.reset('token', 'new password');
  expect(fetched.mock.calls[0]?.[0]).toBe('/api/reset');
});

test.each([
  [401, '{"reason":"wrongCredentials"}', 'wrongCredentials'],
  [401, '', 'signedOut'],
  [403, '{"reason":"somethingNew"}', 'denied'],
  [409, '{"reason":"loginTaken"}', 'loginTaken'],
  [400, '{"reason":"unsuitable","what":"password"}', 'unsuitablePassword'],
  [410, '{"reason":"noSuchLink"}', 'noSuchLink'],
  [422, '{"reason":"invalid","what":"specialites"}', 'invalid'],
  [429, '<html>', 'later'],
  [400, 'null', 'unexpected'],
  [500, '<html>', 'unexpected'],
])('%i %s is told as « %s »', async (status, body, failure) => {
  serve(status, body);
  expect(await api.classes()).toEqual({ ok: false, failure });
});

test('no answer at all is « offline »', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
  expect(await api.me()).toEqual({ ok: false, failure: 'offline' });
});
