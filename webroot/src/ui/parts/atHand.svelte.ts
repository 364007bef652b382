/** The row of a list that has the keyboard, or had it last: it stays on the page wherever that is scrolled. */
class AtHand {
  row: string | undefined = $state.raw();
}

export const atHand = new AtHand();
