import { isText } from '../../src/board/fold';
import type { Entity } from '../../src/board/view';
import { compose, EMPTY_DOCUMENT } from '../../src/text/delta';
import type { Op } from '../../src/text/op';
import type { Command, Place } from '../../src/ui/model/board';
import type { EntityState, InsightValues } from '../../src/wire/protocol.gen';
import { BoardModel, type Update } from '../../src/ui/model/BoardModel.svelte';
import type { Start } from './school';

/**
 * A board without a server: commands take effect at once, a colleague can act as well. For tests and
 * for looking at the screens.
 */
export class FakeBoard {
  readonly model: BoardModel;
  /** What the screen has asked for, in order. */
  readonly sent: Command[] = [];
  /** The same, act by act. */
  readonly acts: (readonly Command[])[] = [];
  readonly places: (Place | undefined)[] = [];

  readonly #entities = new Map<string, Entity>();
  readonly #order = new Map<string, string[]>();
  readonly #texts = new Map<string, readonly Op[]>();
  /** What takes back the acts that can be taken back here. */
  readonly #back: (readonly Command[])[] = [];
  readonly #removed = new Map<string, { readonly entity: Entity; readonly by: string }>();

  constructor(id: string, me: string, start: Start) {
    this.model = new BoardModel(id, me, {
      send: (commands) => {
        this.sent.push(...commands);
        this.acts.push(commands);
        const back = commands.flatMap((command) => this.#inverse(command)).toReversed();
        if (back.length > 0) this.#back.push(back);
        for (const command of commands) this.#apply(command, undefined);
        return `act${this.sent.length}`;
      },
      undo: () => this.#takeBack(),
      redo: () => undefined,
      place: (place) => this.places.push(place),
      find: (found) => this.#find(found),
    });
    this.model.role = 'responsable';
    const children = new Map<string, { of: string; kind: string; ids: string[] }>();
    for (const entity of start.entities) {
      this.#entities.set(entity.id, entity);
      if (entity.in !== undefined) this.#siblings(entity.in, entity.kind).push(entity.id);
    }
    for (const [name, ids] of this.#order) {
      const [of = '', kind = ''] = name.split('/');
      children.set(name, { of, kind, ids });
    }
    const texts = Object.entries(start.texts).map(([name, content]) => {
      this.#texts.set(name, content);
      const [owner = '', field = ''] = name.split('/');
      return { id: owner, field, content };
    });
    this.model.show({ entities: start.entities, children: [...children.values()], texts });
  }

  /** Takes back the last act that removed something or set a field. */
  #takeBack(): readonly Command[] | undefined {
    const commands = this.#back.pop();
    for (const command of commands ?? []) {
      this.sent.push(command);
      this.#apply(command, undefined);
    }
    return commands;
  }

  #inverse(command: Command): Command[] {
    const { type, id } = command;
    if (type === 'remove') return [{ type: 'restore', id }];
    const value = type === 'setField' ? this.#entities.get(id)?.fields[command.field] : undefined;
    if (type === 'move') {
      const { in: owner = '', kind } = this.#entity(id);
      const ids = this.#siblings(owner, kind);
      const after = ids[ids.indexOf(id) - 1];
      return [{ type, id, in: owner, ...(after === undefined ? {} : { after }) }];
    }
    if (type !== 'setField') return [];
    return [{ type, id, field: command.field, ...(value === undefined ? {} : { value }) }];
  }

  /** The server says what follows from the board. */
  insight(values: InsightValues, by?: string): void {
    this.model.showInsights(values, [], by === undefined ? [] : [by]);
  }

  /** Somebody else does something. */
  colleague(person: string, ...commands: readonly Command[]): void {
    for (const command of commands) this.#apply(command, person);
  }

  #showBin(): void {
    this.model.binned = [...this.#removed.keys()].flatMap((id) => this.#find(id) ?? []);
  }

  #find(id: string): EntityState | undefined {
    const removed = this.#removed.get(id);
    const entity = removed?.entity ?? this.#entities.get(id);
    if (entity === undefined) return undefined;
    const texts = [...this.#texts].flatMap(([name, content]) =>
      name.startsWith(`${id}/`) ? [[name.slice(id.length + 1), content] as const] : [],
    );
    return {
      kind: entity.kind,
      id,
      in: entity.in ?? id,
      rank: 'V',
      fields: { ...entity.fields, ...Object.fromEntries(texts) },
      written: {},
      ...(removed ? { removed: { at: '2026-11-25T08:00:00Z', by: removed.by } } : {}),
    };
  }

  #siblings(of: string, kind: string): string[] {
    const name = `${of}/${kind}`;
    const ids = this.#order.get(name) ?? [];
    this.#order.set(name, ids);
    return ids;
  }

  #apply(command: Command, by: string | undefined): void {
    this.model.show({ ...this.#effect(command, by), ...(by === undefined ? {} : { by }) });
  }

  #effect(command: Command, by: string | undefined): Update {
    const { id } = command;
    const touched = [{ id }];
    switch (command.type) {
      case 'create': {
        const registers = Object.entries(command.fields).flatMap(([field, content]) =>
          isText(content) ? [] : [[field, content] as const],
        );
        const entity: Entity = {
          id,
          kind: command.kind,
          in: command.in,
          fields: Object.fromEntries(registers),
        };
        const texts = Object.entries(command.fields).flatMap(([field, content]) => {
          if (!isText(content)) return [];
          this.#texts.set(`${id}/${field}`, content);
          return [{ id, field, content }];
        });
        return {
          entities: [this.#keep(entity)],
          children: [this.#place(entity, command.after, true)],
          texts,
          touched,
        };
      }
      case 'setField': {
        const old = this.#entity(id);
        const fields = Object.fromEntries(
          Object.entries(old.fields).filter(([field]) => field !== command.field),
        );
        const entity = {
          ...old,
          fields: command.value === undefined ? fields : { ...fields, [command.field]: command.value },
        };
        return { entities: [this.#keep(entity)], touched: [{ id, field: command.field }] };
      }
      case 'editText': {
        const name = `${id}/${command.field}`;
        const content = compose(this.#texts.get(name) ?? EMPTY_DOCUMENT, command.delta);
        this.#texts.set(name, content);
        const text = { id, field: command.field, content };
        return {
          texts: [by === undefined ? text : { ...text, foreign: command.delta }],
          touched: [{ id, field: command.field }],
        };
      }
      case 'move': {
        const old = this.#entity(id);
        const entity = this.#keep({ ...old, in: command.in });
        const left = old.in === command.in ? [] : [this.#place(old, undefined, false)];
        return { entities: [entity], children: [...left, this.#place(entity, command.after, true)], touched };
      }
      case 'remove': {
        const entity = this.#entity(id);
        this.#removed.set(id, { entity, by: by ?? this.model.me });
        this.#entities.delete(id);
        this.#showBin();
        return { gone: [id], children: [this.#place(entity, undefined, false)] };
      }
      case 'restore': {
        const entity = this.#removed.get(id)?.entity;
        if (entity === undefined) throw new Error(`${id} was not removed`);
        this.#removed.delete(id);
        const last = this.#siblings(entity.in ?? '', entity.kind).at(-1);
        const update = {
          entities: [this.#keep(entity)],
          children: [this.#place(entity, last, true)],
          touched,
        };
        this.#showBin();
        return update;
      }
    }
  }

  #entity(id: string): Entity {
    const entity = this.#entities.get(id);
    if (entity === undefined) throw new Error(`no entity ${id}`);
    return entity;
  }

  #keep(entity: Entity): Entity {
    this.#entities.set(entity.id, entity);
    return entity;
  }

  #place({ id, kind, in: of = '' }: Entity, after: string | undefined, present: boolean) {
    const ids = this.#siblings(of, kind).filter((other) => other !== id);
    if (present) ids.splice(after === undefined ? 0 : ids.indexOf(after) + 1, 0, id);
    this.#order.set(`${of}/${kind}`, ids);
    return { of, kind, ids };
  }
}
