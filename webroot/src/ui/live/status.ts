import type { Standing } from '../../room/world';
import type { Status } from '../model/board';
import type { Reach } from './Connection';

/** What is known of the words of this person on one board. */
export interface Known {
  readonly standing: Standing;
  /** How many acts wait in queues that tabs which are gone left behind. */
  readonly left: number;
  readonly reach: Reach;
  /** Something has waited for longer than an answer takes. */
  readonly slow: boolean;
  /** What waits has been kept for long enough that it may be said without saying otherwise at the next key. */
  readonly calm: boolean;
  /** The same of having nothing that waits. */
  readonly still: boolean;
}

/** What the pill may say. Never more than is true; what is less comforting may be said a little longer. */
export function statusOf({ standing, left, reach, slow, calm, still }: Known): Status {
  const count = standing.waiting + left;
  const { keeps } = standing;
  if (standing.joined && reach === 'connected') {
    if (count === 0 && still) return { state: 'saved' };
    const told = count > 0 && (slow || left > 0 || !keeps);
    return told ? { state: 'waiting', count, keeps } : { state: 'saving', count };
  }
  if (reach !== 'away') return { state: 'reconnecting' };
  if (!keeps) return { state: 'offline', count, kept: 'never' };
  return { state: 'offline', count, kept: standing.kept && calm ? 'yes' : 'soon' };
}
