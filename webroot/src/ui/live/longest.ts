import type { DownWelcome } from '../../wire/protocol.gen';

/** How long, in bytes, a message may be. */
export function longestOf({ limits }: DownWelcome): number {
  return limits['messageBytes'] ?? Infinity;
}
