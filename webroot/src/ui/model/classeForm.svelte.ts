import { newId } from '../../board/id';
import type { Year } from '../../parcours/classe';
import { api, type Failure } from '../api';
import { session } from '../session.svelte';

/** A class that is asked for: what has been answered so far, and what became of it. */
export class ClasseForm {
  /** Asked again after a cut, the server recognises the class by its id. */
  readonly board = newId((bytes) => crypto.getRandomValues(bytes));
  label: string = $state('');
  year: Year = $state('premiere');
  /** The year of the rentrée, as a list of choices holds it. */
  rentree: string = $state('');
  /** Whether it was tried to send it: what is missing is said from then on. */
  tried: boolean = $state(false);
  busy: boolean = $state(false);
  failure: Failure | undefined = $state.raw();

  constructor(first: { readonly label?: string; readonly year?: Year; readonly rentree: number }) {
    this.label = first.label ?? '';
    this.year = first.year ?? 'premiere';
    this.rentree = String(first.rentree);
  }

  get isUnnamed(): boolean {
    return this.label.trim() === '';
  }

  /** Asks for it. @returns whether there is such a class now */
  async create(specialites: readonly string[]): Promise<boolean> {
    this.tried = true;
    if (this.isUnnamed || specialites.length === 0) return false;
    this.busy = true;
    const { board, label, year, rentree } = this;
    const classe = { board, label: label.trim(), year, rentree: Number(rentree), specialites };
    const answer = await session.ask(() => api.createClasse(classe));
    this.busy = false;
    this.failure = answer.ok ? undefined : answer.failure;
    return answer.ok;
  }
}
