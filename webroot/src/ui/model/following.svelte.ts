/** Whose steps this tab follows: it goes where that colleague writes, until a key of one's own. */
class Following {
  person: string | undefined = $state();

  start(person: string): void {
    this.person = person;
  }

  stop(): void {
    this.person = undefined;
  }
}

export const following = new Following();
