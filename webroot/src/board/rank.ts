const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * A place between two others, for what this tab shows until the server has given the real one; never
 * sent. Nothing for an end means the end of the list.
 */
export function rankBetween(low = '', high = ''): string {
  let rank = '';
  let bounded = high !== '';
  for (let at = 0; ; at++) {
    const from = at < low.length ? DIGITS.indexOf(low.charAt(at)) : 0;
    const to = bounded ? (at < high.length ? DIGITS.indexOf(high.charAt(at)) : 0) : DIGITS.length;
    if (to - from > 1) return rank + DIGITS.charAt((from + to) >> 1);
    rank += DIGITS.charAt(from);
    if (to !== from) bounded = false;
  }
}
