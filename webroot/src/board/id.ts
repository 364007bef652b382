const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Length of the id of an entity made by a browser: 72 bits. */
const LENGTH = 12;

/**
 * Makes the id of a new entity: 12 base64url characters.
 *
 * @param fill fills an array with random bytes, as `crypto.getRandomValues` does
 */
export function newId(fill: (bytes: Uint8Array<ArrayBuffer>) => unknown): string {
  const bytes = new Uint8Array(LENGTH);
  fill(bytes);
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte & 63)).join('');
}

/** Whether an id is that of a member of a set. */
export function isMember(id: string): boolean {
  return id.includes('~');
}

/** The id of a member of a set: it says itself what it is, so that two people who add it agree. */
export function memberId(owner: string, kind: string, target: string): string {
  return `${owner}~${kind}~${target}`;
}
