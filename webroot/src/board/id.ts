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

/**
 * The id of what is made once from some words: whoever makes it again makes the same. Not a secret, and as
 * spread as far as ids of one board need.
 */
export function derivedId(words: string): string {
  return newId((bytes) => {
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < LENGTH; at += 4) {
      let hash = 0x811c9dc5 ^ Math.imul(at + 1, 0x9e3779b9);
      for (const char of words) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
      hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
      view.setUint32(at, (hash ^ (hash >>> 16)) >>> 0);
    }
  });
}

/** Whether an id is that of a member of a set. */
export function isMember(id: string): boolean {
  return id.includes('~');
}

/** The id of a member of a set: it says itself what it is, so that two people who add it agree. */
export function memberId(owner: string, kind: string, target: string): string {
  return `${owner}~${kind}~${target}`;
}
