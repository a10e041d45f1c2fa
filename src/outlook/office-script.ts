/**
 * Whether office.js failed to load: blocked by a network, or not found. Its tag says so at once, and before the pane's
 * own scripts are there to hear it; so a script in front of it listens, and the answer lives on `window`.
 */
const FAILED = 'bounceExplainerOfficeFailed';

type WithFailure = Window & { [FAILED]?: boolean };

/** Listens for the tag's `error`, which does not bubble: so while it is on its way down. */
export function recordScriptFailure(): void {
  addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLScriptElement && /\/office\.js(?:[?#]|$)/.test(target.src))
        (window as WithFailure)[FAILED] = true;
    },
    true,
  );
}

export const hasScriptFailed = (): boolean => (window as WithFailure)[FAILED] === true;
