/**
 * Which steps of a bounce are done, kept until it is opened again. Ticks are kept in two places:
 *
 * - with the mail itself where it is open in Outlook, as custom properties; the permission to read the item suffices,
 * - in the browser by Message-ID, so that the same bounce has the same ticks when it comes as a file.
 */
import type { Input } from '../engine/input';
import { call } from './call';
import type { SourceHead } from './door';
import { openItem } from './office';
import { messageIdOf } from './same-message';

/** What a client takes for all properties of an item, in characters of JSON: 2,500 by Microsoft's reference. */
const MAX_WITH_MAIL = 2000;
/** Messages whose ticks the browser keeps; the oldest are forgotten. */
const MAX_MESSAGES = 200;
const PROPERTY = 'bounce-explainer.steps';
const STORAGE = 'bounce-explainer.ticks';

export interface KeptTicks {
  /** Names of the steps that are done. Never throws: ticks that cannot be had are none. */
  read(): Promise<string[]>;
  save(steps: readonly string[]): Promise<void>;
}

/** Where a message's ticks are kept. */
export function keptTicks({ door, id }: SourceHead, input: Input): KeptTicks {
  const naming = nameOf(input);
  const isOpen = (item: Office.MessageRead | null) =>
    door === 'open-item' && item !== null && (item.itemId ?? item.internetMessageId) === id;
  const properties = async () => {
    const item = openItem();
    if (!item || !isOpen(item)) return null;
    return call<Office.CustomProperties>('loadCustomPropertiesAsync', (done) =>
      item.loadCustomPropertiesAsync(done),
    );
  };
  return {
    async read() {
      const name = await naming;
      const inBrowser = name === null ? [] : (stored().get(name) ?? []);
      try {
        const withMail = stepsIn((await properties())?.get(PROPERTY));
        return [...new Set([...withMail, ...inBrowser])];
      } catch {
        return inBrowser;
      }
    },
    async save(steps) {
      const name = await naming;
      if (name !== null) store(name, steps);
      try {
        const found = await properties();
        if (!found) return;
        if (steps.length === 0) found.remove(PROPERTY);
        else found.set(PROPERTY, fitting(steps));
        await call<unknown>('customProperties.saveAsync', (done) => found.saveAsync(done));
      } catch {
        // The browser has them.
      }
    },
  };
}

/** A pasted text has no name of its own: its SHA-256 tells it from others, and keeps no word of it. */
async function nameOf(input: Input): Promise<string | null> {
  const id = messageIdOf(input);
  if (id !== null || typeof input !== 'string') return id;
  try {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(input.trim()));
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    // Only a page without https has no digests: the pane keeps the ticks until it closes.
    return null;
  }
}

/** As JSON, without the last ones where they are too many: a tick more or less is better than none. */
function fitting(steps: readonly string[]): string {
  const some = [...steps];
  while (JSON.stringify(some).length > MAX_WITH_MAIL) some.pop();
  return JSON.stringify(some);
}

function stepsIn(value: unknown): string[] {
  try {
    const found = JSON.parse(String(value ?? '[]')) as unknown;
    return Array.isArray(found) ? found.filter((step) => typeof step === 'string') : [];
  } catch {
    return [];
  }
}

/** The newest message last. */
function stored(): Map<string, string[]> {
  try {
    const found = JSON.parse(localStorage.getItem(STORAGE) ?? '[]') as [string, string[]][];
    return new Map(found.map(([name, steps]) => [name, stepsIn(JSON.stringify(steps))]));
  } catch {
    return new Map();
  }
}

function store(name: string, steps: readonly string[]): void {
  const all = stored();
  all.delete(name);
  if (steps.length > 0) all.set(name, [...steps]);
  try {
    localStorage.setItem(STORAGE, JSON.stringify([...all].slice(-MAX_MESSAGES)));
  } catch {
    // Third-party frames may be denied storage: the mail has them, or the pane until it closes.
  }
}
