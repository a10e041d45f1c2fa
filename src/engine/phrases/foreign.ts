/**
 * Phrases of other languages than English, where they come only with the first text that needs them.
 *
 * Each phrase that is held back contains a mark, such as `nicht`. Marks are found in the same walk as all phrases: a
 * text without any cannot contain a phrase that is held back. With the first mark the phrases are loaded, and the
 * message is explained anew: the answers are those of all phrases, always.
 */
import type { PartOnDemand } from '../part-on-demand';
import { loadPatches, marks } from './foreign-source';

/** A list of a table as it is with all phrases, by its place: `[["rows", 3, "phrases"], […]]`. */
export type Patch = readonly [path: readonly (string | number)[], list: readonly string[]];
/** By the table's name. */
export type Patches = Readonly<Record<string, readonly Patch[]>>;

let patches: Patches | null = null;
let isWanted = false;
const held = new Map<string, { table: object; renew: () => void }>();

/** What shows that a text needs them; none once they are there. */
export const foreignMarks = (): readonly string[] => (patches === null ? marks : []);

/** To be called where a mark stands in a text. */
export const wantForeign = (): void => {
  isWanted = true;
};

/**
 * A table of the knowledge whose foreign phrases may be held back.
 * @param renew called when they have come: what was made of the table is made anew
 */
export function holdForeign(name: string, table: object, renew: () => void): void {
  held.set(name, { table, renew });
  if (patches !== null) complete(name, patches);
}

export const foreignOnDemand: PartOnDemand = {
  isThere: () => patches !== null,
  isWanted: () => isWanted,
  async load() {
    const loaded = await loadPatches();
    patches = loaded;
    for (const name of held.keys()) complete(name, loaded);
  },
};

function complete(name: string, all: Patches): void {
  const { table, renew } = held.get(name) ?? {};
  for (const [path, list] of all[name] ?? []) {
    const parent = path.slice(0, -1).reduce<unknown>((place, key) => (place as Fields)[key], table);
    (parent as Fields)[path.at(-1) ?? ''] = list;
  }
  renew?.();
}

type Fields = Record<string | number, unknown>;
