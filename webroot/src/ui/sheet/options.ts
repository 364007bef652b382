/** The lines of a choice, from the words of its values. */
export function options<T extends string>(
  words: Readonly<Record<T, string>>,
): readonly (readonly [T, string])[] {
  return (Object.keys(words) as T[]).map((value) => [value, words[value]] as const);
}
