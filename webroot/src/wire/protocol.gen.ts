// Written by fr.binome.wire.ProtocolTs from the records of the protocol; not to be edited.
import type { Delta } from '../text/op';

/** What a register holds: a word, a whole number, a flag, a day or a period of days. */
export type Value =
  | string
  | number
  | boolean
  | { readonly day: string }
  | { readonly start: string; readonly end: string };

export type Command =
  | CreateCommand
  | SetFieldCommand
  | EditTextCommand
  | MoveCommand
  | RemoveCommand
  | RestoreCommand;

export interface CreateCommand {
  readonly type: 'create';
  readonly kind: string;
  readonly id: string;
  readonly in: string;
  readonly after?: string;
  readonly fields: Readonly<Record<string, Value | Delta>>;
}

export interface SetFieldCommand {
  readonly type: 'setField';
  readonly id: string;
  readonly field: string;
  readonly value?: Value;
}

export interface EditTextCommand {
  readonly type: 'editText';
  readonly id: string;
  readonly field: string;
  readonly delta: Delta;
}

export interface MoveCommand {
  readonly type: 'move';
  readonly id: string;
  readonly in: string;
  readonly after?: string;
}

export interface RemoveCommand {
  readonly type: 'remove';
  readonly id: string;
}

export interface RestoreCommand {
  readonly type: 'restore';
  readonly id: string;
}

export type Change =
  | PutChange
  | SetChange
  | MoveChange
  | RemoveChange
  | RestoreChange
  | EditChange
  | PurgeChange;

export interface PutChange {
  readonly type: 'put';
  readonly kind: string;
  readonly id: string;
  readonly in: string;
  readonly rank: string;
  readonly fields: Readonly<Record<string, Value | Delta>>;
}

export interface SetChange {
  readonly type: 'set';
  readonly id: string;
  readonly field: string;
  readonly value?: Value;
}

export interface MoveChange {
  readonly type: 'move';
  readonly id: string;
  readonly in: string;
  readonly rank: string;
}

export interface RemoveChange {
  readonly type: 'remove';
  readonly id: string;
}

export interface RestoreChange {
  readonly type: 'restore';
  readonly id: string;
}

export interface EditChange {
  readonly type: 'edit';
  readonly id: string;
  readonly field: string;
  readonly delta: Delta;
}

export interface PurgeChange {
  readonly type: 'purge';
  readonly id: string;
}

export type Up =
  | UpHello
  | UpJoin
  | UpSubmit
  | UpPresence
  | UpPing
  | UpLeave;

export interface UpHello {
  readonly type: 'hello';
  readonly ticket: string;
  readonly protocol: number;
  readonly build: string;
}

export interface UpJoin {
  readonly type: 'join';
  readonly board: string;
  readonly client?: string;
  readonly incarnation: string;
  readonly since: number;
}

export interface UpSubmit {
  readonly type: 'submit';
  readonly board: string;
  readonly client: string;
  readonly number: number;
  readonly base: number;
  readonly commands: readonly Command[];
}

export interface UpPresence {
  readonly type: 'presence';
  readonly board: string;
  readonly seq: number;
  readonly after: number;
  readonly at?: Place;
}

export interface UpPing {
  readonly type: 'ping';
  readonly id: number;
}

export interface UpLeave {
  readonly type: 'leave';
  readonly board: string;
}

export interface Place {
  readonly id: string;
  readonly field?: string;
  readonly index?: number;
  readonly length?: number;
}

export type Down =
  | DownWelcome
  | DownState
  | DownPeople
  | DownFrame
  | DownAnswer
  | DownRetry
  | DownPresence
  | DownPong
  | DownResync
  | DownError
  | DownGoingAway;

export interface DownWelcome {
  readonly type: 'welcome';
  readonly session: number;
  readonly person: string;
  readonly now: string;
  readonly build: string;
  readonly limits: Readonly<Record<string, number>>;
}

export interface DownState {
  readonly type: 'state';
  readonly board: string;
  readonly incarnation: string;
  readonly role: Role;
  readonly head: number;
  readonly pen?: number;
  readonly lastNumber?: number;
  readonly lastSeq?: number;
  readonly quarantined?: boolean;
}

export interface DownPeople {
  readonly type: 'people';
  readonly board: string;
  readonly people: Readonly<Record<string, Shown>>;
}

export interface DownFrame {
  readonly type: 'frame';
  readonly board: string;
  readonly from: number;
  readonly to: number;
  readonly submissions: readonly Accepted[];
}

export interface DownAnswer {
  readonly type: 'answer';
  readonly board: string;
  readonly number: number;
  readonly outcome: Outcome;
  readonly seq?: number;
  readonly command?: number;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly at: number;
}

export interface DownRetry {
  readonly type: 'retry';
  readonly board: string;
  readonly number: number;
  readonly reason: string;
  readonly afterMs: number;
}

export interface DownPresence {
  readonly type: 'presence';
  readonly board: string;
  readonly sessions: readonly Present[];
}

export interface DownPong {
  readonly type: 'pong';
  readonly id: number;
  readonly heads: Readonly<Record<string, number>>;
}

export interface DownResync {
  readonly type: 'resync';
  readonly board: string;
  readonly from: ResyncFrom;
  readonly reason: string;
}

export interface DownError {
  readonly type: 'error';
  readonly reason: Fault;
  readonly board?: string;
  readonly number?: number;
  readonly detail?: string;
}

export interface DownGoingAway {
  readonly type: 'goingAway';
  readonly reason: string;
  readonly afterMs: number;
}

export type Role =
  | 'lecture'
  | 'commentaire'
  | 'ecriture'
  | 'responsable';

export interface Shown {
  readonly name: string;
  readonly hue: number;
}

export interface Accepted {
  readonly seq: number;
  readonly by: string;
  readonly pen?: number;
  readonly number?: number;
  readonly at: string;
  readonly changes: readonly Change[];
}

export type Outcome =
  | 'accepted'
  | 'refused'
  | 'old';

export interface Present {
  readonly session: number;
  readonly person: string;
  readonly pen?: number;
  readonly seq: number;
  readonly after: number;
  readonly at?: Place;
  readonly gone?: boolean;
}

export type ResyncFrom =
  | 'tail'
  | 'snapshot';

export type Fault =
  | 'malformed'
  | 'unknownType'
  | 'tooBig'
  | 'notText'
  | 'helloExpected'
  | 'helloTwice'
  | 'ticket'
  | 'protocol'
  | 'notJoined'
  | 'noBoard'
  | 'client'
  | 'numberReused'
  | 'ahead'
  | 'quarantined'
  | 'tooManyBoards';

export interface BoardState {
  readonly incarnation: string;
  readonly seq: number;
  readonly entities: readonly EntityState[];
}

export interface EntityState {
  readonly kind: string;
  readonly id: string;
  readonly in: string;
  readonly rank: string;
  readonly fields: Readonly<Record<string, Value | Delta>>;
  readonly written: Readonly<Record<string, number>>;
  readonly removed?: BinState;
}

export interface BinState {
  readonly at: string;
  readonly by: string;
}
