/** A sentence that passes; with a way out when there is one. */
export interface Toast {
  readonly text: string;
  readonly tone?: 'plain' | 'refusal';
  readonly action?: { readonly label: string; readonly key?: string; readonly run: () => void };
}

/** One toast at a time: the newest. */
class Toasts {
  current: Toast | undefined = $state.raw();

  show(toast: Toast): void {
    this.current = toast;
  }

  dismiss(): void {
    this.current = undefined;
  }
}

export const toasts = new Toasts();
