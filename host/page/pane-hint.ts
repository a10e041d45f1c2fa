import { byId, make } from './elements';

const PATIENCE_MS = 5000;

/** Says why nothing is heard from the pane, and what to do: mostly its certificate is not accepted yet. */
export class PaneHint {
  readonly #place = byId('hint');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting = false;

  constructor(
    private readonly paneUrl: string,
    private readonly reload: () => void,
  ) {
    // Back from the tab in which the certificate was accepted.
    addEventListener('focus', () => {
      if (this.#waiting) this.reload();
    });
  }

  /** A pane was opened: wait for it. */
  wait(): void {
    this.heard();
    this.#timer = setTimeout(() => void this.#explain(), PATIENCE_MS);
  }

  /** The pane has spoken. */
  heard(): void {
    clearTimeout(this.#timer);
    this.#waiting = false;
    this.#place.hidden = true;
  }

  async #explain(): Promise<void> {
    const reachable = await fetch(this.paneUrl, { mode: 'no-cors' }).then(
      () => true,
      () => false,
    );
    this.#waiting = !reachable;
    this.#place.replaceChildren(...(reachable ? officeSilent() : this.#certificate()));
    this.#place.hidden = false;
  }

  #certificate(): (Node | string)[] {
    const link = make('a', { href: this.paneUrl, target: '_blank', rel: 'noopener' }, [
      "Open the panel's address",
    ]);
    const again = make('button', { type: 'button', onclick: () => this.reload() }, ['Try again']);
    return [
      "The browser has not accepted the panel's certificate yet. ",
      link,
      ' once, continue there, and come back. ',
      again,
    ];
  }
}

function officeSilent(): string[] {
  return ['The panel is loaded, but office.js in it has not asked this mailbox for anything.'];
}
