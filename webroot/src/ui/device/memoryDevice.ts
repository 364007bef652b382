import type { Device } from './Device';

/** A device on which nothing stays: a shared computer, or a browser that keeps nothing. */
export const memoryDevice: Device = {
  keeps: false,
  queues: () => Promise.resolve([]),
  find: () => Promise.resolve(undefined),
  writer: () => (_, done) => done(false),
  forget: () => Promise.resolve(),
  hold: () => Promise.resolve({ release: () => undefined }),
  drafts: () => Promise.resolve([]),
  putDraft: () => Promise.resolve(),
  discard: () => Promise.resolve(),
  put: () => Promise.resolve(),
  get: () => Promise.resolve(undefined),
  lastUser: () => Promise.resolve(undefined),
  setLastUser: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};
