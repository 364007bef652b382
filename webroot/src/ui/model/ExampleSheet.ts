import { childrenOf, isText, textOf } from '../../board/fold';
import { Store } from '../../board/store';
import { compose, DeltaBuilder, plain } from '../../text/delta';
import type { EntityState, Value } from '../../wire/protocol.gen';
import type { Preview } from '../api';
import { BoardModel } from './BoardModel.svelte';

/** The text in which the colleague writes, and after which words. */
const FIELD = 'description';
const AFTER = 'se trompent de file';

/** A sheet on the first page: the real one, on which a sentence of one colleague is played back. */
export class ExampleSheet {
  readonly model: BoardModel;
  readonly situation: string;
  readonly #writer: string | undefined;
  #left: string;
  #caret: number;

  /** @param sentence what the colleague writes */
  constructor({ board, situation, snapshot, people }: Preview, sentence: string) {
    this.situation = situation;
    this.#left = sentence;
    // Nobody is signed in, and nothing is sent.
    this.model = new BoardModel(board, '', {
      send: () => '',
      undo: () => undefined,
      redo: () => undefined,
      place: () => undefined,
      find: () => undefined,
    });
    this.model.introduce(people);
    const store = new Store(snapshot.entities);
    this.model.show({
      entities: snapshot.entities.map(({ id, kind, in: parent, fields }) => ({
        id,
        kind,
        ...(parent === id ? {} : { in: parent }),
        fields: registers(fields),
      })),
      children: snapshot.entities.map(({ in: of, kind }) => ({
        of,
        kind,
        ids: childrenOf(store, of, kind).map(({ id }) => id),
      })),
      texts: snapshot.entities.flatMap(({ id, fields }) =>
        Object.entries(fields).flatMap(([field, content]) =>
          isText(content) ? [{ id, field, content }] : [],
        ),
      ),
    });
    const text = plain(textOf(store.get(situation), FIELD));
    const at = text.indexOf(AFTER);
    this.#caret = at < 0 ? text.length - 1 : at + AFTER.length;
    const y = childrenOf(store, board, 'binome').at(-1)?.fields['y'];
    this.#writer = typeof y === 'string' ? y : undefined;
    this.#shows();
  }

  /** Writes so many letters more; whether there are others after them. */
  write(letters: number): boolean {
    const insert = this.#left.slice(0, letters);
    this.#left = this.#left.slice(letters);
    const foreign = new DeltaBuilder().retain(this.#caret).insert(insert).build();
    this.#caret += insert.length;
    const content = compose(this.model.text(this.situation, FIELD), foreign);
    this.model.show({ texts: [{ id: this.situation, field: FIELD, content, foreign }] });
    this.#shows();
    return this.#left !== '';
  }

  #shows(): void {
    if (this.#writer === undefined) return;
    const at = { id: this.situation, field: FIELD, index: this.#caret, length: 0 };
    this.model.presences = [{ session: 0, person: this.#writer, at }];
  }
}

function registers(fields: EntityState['fields']): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, content]) => (isText(content) ? [] : [[name, content]])),
  );
}
