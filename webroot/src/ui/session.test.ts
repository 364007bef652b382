import { afterEach, expect, test, vi } from 'vitest';

import { api } from './api';
import { session } from './session.svelte';

afterEach(() => {
  vi.unstubAllGlobals();
});

const claire = { person: 'p1', name: 'Claire K.', responsable: false };
const nobody = () => new Response('', { status: 401 });

/** A server whose answers come when the test says so. */
function slowServer() {
  const waiting: ((answer: Response) => void)[] = [];
  vi.stubGlobal('fetch', () => new Promise<Response>((answer) => waiting.push(answer)));
  return {
    asked: (count: number) => vi.waitFor(() => expect(waiting).toHaveLength(count)),
    answer: (response: Response) => waiting.shift()?.(response),
  };
}

test('P-21: what the server said of the time before a sign-in does not end the session', async () => {
  const server = slowServer();
  const loading = session.load();
  const asking = session.ask(api.ticket);
  await server.asked(2);
  await session.signedIn(claire);
  server.answer(nobody());
  server.answer(nobody());
  await Promise.all([loading, asking]);
  expect(session.me).toEqual(claire);
});

test('P-21: an answer to the one who is here does end it, and one to the one before does not bring them back', async () => {
  const server = slowServer();
  await session.signedIn(claire);
  const asking = session.ask(api.ticket);
  const loading = session.load();
  await server.asked(2);
  server.answer(nobody());
  await asking;
  expect(session.me).toBeNull();
  server.answer(Response.json(claire));
  await loading;
  expect(session.me).toBeNull();
});
