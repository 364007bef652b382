export const themes = ['system', 'light', 'dark', 'projecteur'] as const;
export type Theme = (typeof themes)[number];

const STORED = 'binome.theme';

/** How this device shows the pages; it stays on this device. */
class Appearance {
  theme: Theme = $state(themes.find((theme) => theme === stored()) ?? 'system');

  constructor() {
    this.#apply();
  }

  choose(theme: Theme): void {
    this.theme = theme;
    this.#apply();
    try {
      localStorage.setItem(STORED, theme);
    } catch {
      // A browser that keeps nothing: the choice lasts as long as the page.
    }
  }

  #apply(): void {
    if (this.theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = this.theme;
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

export const appearance = new Appearance();
