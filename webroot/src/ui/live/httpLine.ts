import type { Down } from '../../wire/protocol.gen';
import type { Line, LineEvents, OpenLine } from './Line';

/** A post carries so many characters of waiting messages, or one message that is longer. */
const POST = 500_000;

const BROKEN = 1006;

/** The last line of a session: S-77. */
interface Closed {
  readonly type: 'closed';
  readonly code: number;
}

/** A detour over HTTP (S-70), for where WebSockets are blocked: one answer carries all that comes down. */
export const openStream: OpenLine = (events) => new HttpLine('stream', events);

/** The same where answers are held back until they end: one answer after the other. */
export const openPoll: OpenLine = (events) => new HttpLine('poll', events);

class HttpLine implements Line {
  readonly degraded = true;
  readonly #way: 'stream' | 'poll';
  readonly #events: LineEvents;
  readonly #abort = new AbortController();
  readonly #waiting: string[] = [];
  #session: string | undefined;
  #posting = false;

  constructor(way: 'stream' | 'poll', events: LineEvents) {
    this.#way = way;
    this.#events = events;
    queueMicrotask(() => {
      if (!this.#abort.signal.aborted) events.opened();
    });
  }

  /** The first message opens the session; what comes meanwhile follows it. */
  send(message: string): void {
    this.#waiting.push(message);
    void this.#post();
  }

  close(): void {
    this.#abort.abort();
  }

  /** One post at a time, or their order would be lost. */
  async #post(): Promise<void> {
    if (this.#posting) return;
    this.#posting = true;
    try {
      while (this.#waiting.length > 0) {
        if (this.#session === undefined) {
          const opened = await this.#ask('', this.#waiting.shift());
          this.#session = ((await opened.json()) as { readonly session: string }).session;
          void this.#read();
        } else await this.#ask('/up', this.#next());
      }
    } catch {
      this.#end(BROKEN);
    } finally {
      this.#posting = false;
    }
  }

  #next(): string {
    const lines = [];
    let length = 0;
    do {
      const line = this.#waiting.shift() ?? '';
      lines.push(line);
      length += line.length;
    } while (this.#waiting.length > 0 && length + (this.#waiting[0]?.length ?? 0) < POST);
    return lines.join('\n');
  }

  async #ask(path: string, body = ''): Promise<Response> {
    const answer = await fetch(`/api/sessions${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        'x-binome': '1',
        ...(this.#session === undefined ? {} : { 'x-binome-session': this.#session }),
      },
      body,
      signal: this.#abort.signal,
    });
    if (!answer.ok) throw new Error(`the session is over: ${answer.status}`);
    return answer;
  }

  async #read(): Promise<void> {
    try {
      do await this.#hear(await this.#ask(`/${this.#way}`));
      while (this.#way === 'poll' && !this.#abort.signal.aborted);
    } catch {
      // A session that cannot be read is over; so is one that was given up here.
    }
    this.#end(BROKEN);
  }

  async #hear({ body }: Response): Promise<void> {
    const reader = body?.getReader();
    const decoder = new TextDecoder();
    let begun = '';
    for (;;) {
      const read = await reader?.read();
      if (!read || read.done) return;
      const lines = (begun + decoder.decode(read.value, { stream: true })).split('\n');
      begun = lines.pop() ?? '';
      for (const line of lines) if (line !== '') this.#heard(JSON.parse(line) as Down | Closed);
    }
  }

  #heard(message: Down | Closed): void {
    if (this.#abort.signal.aborted) return;
    if (message.type === 'closed') this.#end(message.code);
    else this.#events.heard(message);
  }

  #end(code: number): void {
    if (this.#abort.signal.aborted) return;
    this.#abort.abort();
    this.#events.closed(code);
  }
}
