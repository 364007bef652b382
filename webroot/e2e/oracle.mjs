/**
 * Watches what the pill says, at each frame, beside what is true: how many letters were typed in the prose of this
 * browser, how many of them the server has acknowledged on the wire, and how many the device has durably. To be added
 * to a context before its first page; what it knows outlives pages.
 */
export async function addOracle(context) {
  await context.addInitScript(watch);
}

/** What the pill said that was not so, and how many frames were looked at for each thing that it said. */
export function verdict(page) {
  return page.evaluate(() => JSON.parse(localStorage.getItem('oracle.verdict') ?? '{"lies":[],"frames":{}}'));
}

/** Runs in the page, before all of its own scripts. */
function watch() {
  if (location.origin === 'null') return;
  const read = (name, otherwise) => JSON.parse(localStorage.getItem(`oracle.${name}`)) ?? otherwise;
  const change = (name, otherwise, to) =>
    localStorage.setItem(`oracle.${name}`, JSON.stringify(to(read(name, otherwise))));
  /** The letters that commands insert into the consigne. */
  const letters = (commands) =>
    commands
      .flatMap(({ type, field, delta }) => (type === 'editText' && field === 'consigne' ? delta : []))
      .reduce((sum, { insert }) => sum + (insert?.length ?? 0), 0);

  addEventListener(
    'keydown',
    ({ key, ctrlKey, altKey, target }) => {
      if (key.length === 1 && !ctrlKey && !altKey && target.closest('.ProseMirror'))
        change('typed', 0, (typed) => typed + 1);
    },
    { capture: true },
  );

  const decoder = new TextDecoder();
  // What the server has acknowledged: of each submission by its queue and number, once.
  globalThis.WebSocket = class extends WebSocket {
    #clients = new Map();
    #pens = new Map();

    constructor(...how) {
      super(...how);
      this.addEventListener('message', ({ data }) => this.#hear(JSON.parse(decoder.decode(data))));
    }

    send(data) {
      const up = JSON.parse(data);
      if (up.type === 'join') this.#clients.set(up.board, up.client);
      if (up.type === 'submit')
        change('sent', {}, (sent) => ({ ...sent, [`${up.client}:${up.number}`]: letters(up.commands) }));
      super.send(data);
    }

    #hear(down) {
      const client = this.#clients.get(down.board);
      if (down.type === 'state') {
        this.#pens.set(down.board, down.pen);
        const sent = read('sent', {});
        for (const name of Object.keys(sent)) {
          const [of, number] = name.split(':');
          if (of === client && Number(number) <= (down.lastNumber ?? 0)) acknowledged(name);
        }
      }
      if (down.type === 'frame')
        for (const { pen, number } of down.submissions)
          if (pen !== undefined && pen === this.#pens.get(down.board)) acknowledged(`${client}:${number}`);
      if (down.type === 'answer' && down.outcome !== 'refused') acknowledged(`${client}:${down.number}`);
    }
  };
  function acknowledged(name) {
    change('acknowledged', {}, (all) => ({ ...all, [name]: true }));
  }

  // What the device has: of each queue what was written last and is durable.
  const { put, delete: remove } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, key) {
    if (this.name === 'queues') {
      const { inFlight, pending } = value.queue;
      const held = {
        number: inFlight?.number,
        inFlight: inFlight ? letters(JSON.parse(inFlight.bytes).commands) : 0,
        pending: letters(pending.flatMap(({ commands }) => commands)),
      };
      this.transaction.addEventListener('complete', () =>
        change('kept', {}, (kept) => ({ ...kept, [key[2]]: held })),
      );
    }
    return put.call(this, value, key);
  };
  IDBObjectStore.prototype.delete = function (key) {
    if (this.name === 'queues' && Array.isArray(key))
      this.transaction.addEventListener('complete', () =>
        change('kept', {}, ({ [key[2]]: _, ...kept }) => kept),
      );
    return remove.call(this, key);
  };

  const look = () => {
    const pill = document.querySelector('header [role=status]')?.textContent.trim();
    if (pill) judge(pill);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  function judge(pill) {
    // It reads WebSockets only. A busy machine may be slow enough for the page to go without for a while.
    if (pill.includes('mode dégradé')) change('blind', false, () => true);
    if (read('blind', false)) return;
    const typed = read('typed', 0);
    const all = read('acknowledged', {});
    const sent = read('sent', {});
    const told = Object.keys(all).reduce((sum, name) => sum + (sent[name] ?? 0), 0);
    const kept = Object.entries(read('kept', {})).reduce(
      (sum, [client, { number, inFlight, pending }]) =>
        sum + pending + (all[`${client}:${number}`] ? 0 : inFlight),
      0,
    );
    const says = pill.replace(/\d+/, 'n');
    const isLie =
      (says.startsWith('Enregistré') && told < typed) ||
      (says.includes('sont gardées sur cet appareil') && told + kept < typed);
    change('verdict', { lies: [], frames: {} }, ({ lies, frames }) => ({
      lies: isLie && lies.length < 20 ? [...lies, { pill, typed, told, kept }] : lies,
      frames: { ...frames, [says]: (frames[says] ?? 0) + 1 },
    }));
  }
}
