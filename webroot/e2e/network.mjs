// The network between one browser and the server, which a test may cut, hold or swallow while it runs. It is
// a SOCKS proxy that leads to one place whatever was asked for: so each browser can have one of its own.
import { Buffer } from 'node:buffer';
import { connect, createServer } from 'node:net';

const WELCOME = Buffer.from([5, 0]);
const CONNECTED = Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]);

/** @param {number} port of this machine to lead to */
export async function network(port) {
  const pipes = new Set();
  /** What becomes of the bytes of each direction: they pass, wait, or are lost. */
  const how = { up: 'pass', down: 'pass' };
  let isOpen = true;

  const proxy = createServer((near) => {
    if (!isOpen) {
      near.destroy();
      return;
    }
    near.on('error', () => near.destroy());
    near.once('data', () => {
      near.write(WELCOME);
      near.once('data', () => {
        near.pause();
        const far = connect(port, '127.0.0.1', () => {
          near.write(CONNECTED);
          follow(near, far);
        });
        far.on('error', () => near.destroy());
        near.on('close', () => far.destroy());
      });
    });
  });

  function follow(near, far) {
    const pipe = { lossy: false, look, end: () => near.destroy() };
    pipes.add(pipe);
    near.on('close', () => pipes.delete(pipe));
    far.on('close', () => near.destroySoon());
    const take = (from, to, direction) => {
      from.on('data', (chunk) => {
        if (how[direction] === 'drop') pipe.lossy = true;
        else to.write(chunk);
      });
      // What one side has said last still reaches the other.
      from.on('end', () => to.end());
    };
    take(near, far, 'up');
    take(far, near, 'down');
    look();
    function look() {
      for (const [from, direction] of [
        [near, 'up'],
        [far, 'down'],
      ])
        if (how[direction] === 'hold') from.pause();
        else from.resume();
    }
  }

  function set(what, ways) {
    for (const way of ways) how[way] = what;
    for (const pipe of pipes) pipe.look();
  }

  function cut() {
    for (const pipe of pipes) pipe.end();
  }

  await new Promise((listening) => proxy.listen(0, '127.0.0.1', listening));
  return {
    /** For a browser. */
    proxy: { server: `socks5://127.0.0.1:${proxy.address().port}` },
    /** Ends every connection; new ones can be made. */
    cut,
    /** There is no network any more. */
    leave: () => {
      isOpen = false;
      cut();
    },
    /** Bytes wait on their way, new connections too, and nobody is told. */
    hold: (...ways) => set('hold', ways.length ? ways : ['up', 'down']),
    /** Bytes are lost, and nobody is told. */
    drop: (...ways) => set('drop', ways),
    /** Everything gets through again; a connection that has lost something is ended. */
    resume: () => {
      isOpen = true;
      set('pass', ['up', 'down']);
      for (const pipe of pipes) if (pipe.lossy) pipe.end();
    },
    close: () => {
      cut();
      proxy.close();
    },
  };
}
