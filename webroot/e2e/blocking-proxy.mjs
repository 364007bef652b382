// A proxy as some schools have one: it lets HTTP through and no WebSocket. How it treats them, and whether it
// holds answers back until they end, can be changed while it runs.
import { Buffer } from 'node:buffer';
import { createServer, request as ask } from 'node:http';
import { connect } from 'node:net';

/**
 * @param {number} port to listen on; 0 for any
 * @param {string} server the address behind it
 * @param {{
 *   upgrades: 'refuse' | 'swallow' | 'pass',
 *   holds: boolean,
 *   rewrites?: Record<string, (text: string) => string>,
 * }} how and what it makes of the answers for some paths
 */
export async function blockingProxy(port, server, how) {
  const { hostname, port: behind } = new URL(server);
  const sockets = new Set();
  const proxy = createServer((request, response) => {
    const rewrite = how.rewrites?.[request.url];
    const headers = rewrite ? { ...request.headers, 'accept-encoding': 'identity' } : request.headers;
    const onward = ask(
      { host: hostname, port: behind, method: request.method, path: request.url, headers },
      (answer) => {
        const held = [];
        const holds = rewrite !== undefined || how.holds;
        if (!holds) response.writeHead(answer.statusCode, answer.headers);
        answer.on('data', (chunk) => (holds ? held.push(chunk) : response.write(chunk)));
        answer.on('end', () => {
          const whole = Buffer.concat(held);
          const body = rewrite ? Buffer.from(rewrite(whole.toString())) : whole;
          const length = rewrite ? { 'content-length': body.length } : {};
          if (!response.headersSent) response.writeHead(answer.statusCode, { ...answer.headers, ...length });
          response.end(body);
        });
        answer.on('error', () => response.destroy());
      },
    );
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  proxy.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (how.upgrades === 'swallow') return;
    if (how.upgrades === 'refuse') {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    const onward = connect(Number(behind), hostname, () => {
      const headers = request.rawHeaders.flatMap((name, at, all) =>
        at % 2 ? [] : [`${name}: ${all[at + 1]}`],
      );
      onward.write([`${request.method} ${request.url} HTTP/1.1`, ...headers, '', ''].join('\r\n'));
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    socket.on('close', () => onward.destroy());
  });
  await new Promise((listening) => proxy.listen(port, '127.0.0.1', listening));
  return {
    port: proxy.address().port,
    /** Cuts every connection, as a network does. */
    cut: () => sockets.forEach((socket) => socket.destroy()),
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      proxy.close();
    },
  };
}
