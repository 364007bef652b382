import type { Down } from '../../wire/protocol.gen';
import type { OpenLine } from './Line';

const decoder = new TextDecoder();

/** The straight way: the WebSocket of this origin. */
export const openWebSocket: OpenLine = (events) => {
  const url = new URL('/ws', location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  const socket = new WebSocket(url, 'binome.v1');
  socket.binaryType = 'arraybuffer';
  socket.onopen = () => events.opened();
  socket.onmessage = ({ data }) => {
    if (data instanceof ArrayBuffer) events.heard(JSON.parse(decoder.decode(data)) as Down);
  };
  socket.onclose = ({ code }) => events.closed(code);
  return {
    degraded: false,
    send(message) {
      if (socket.readyState === WebSocket.OPEN) socket.send(message);
    },
    close() {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close(1000);
    },
  };
};
