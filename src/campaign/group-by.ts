/** Items by a key of theirs, each group in the order of the items. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Items that stand beside each other with the same key; one without a key stands alone. */
export function* runsOf<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string | null,
): Generator<[Item, ...Item[]]> {
  let run: [Item, ...Item[]] | null = null;
  let runKey: string | null = null;
  for (const item of items) {
    const key = keyOf(item);
    if (run && key !== null && key === runKey) run.push(item);
    else {
      if (run) yield run;
      run = [item];
      runKey = key;
    }
  }
  if (run) yield run;
}
