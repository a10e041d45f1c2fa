import { compare } from './row';

/** A value with what it is ordered by. */
export type Keyed<Value> = readonly [key: string, value: Value];

/**
 * Many orders → one, which is walked through without being kept.
 *
 * @param runs each in the order of its keys, each key once
 * @param join of two values with one key
 */
export function inOrder<Value>(
  runs: readonly Iterable<Keyed<Value>>[],
  join: (a: Value, b: Value) => Value,
): Iterable<Keyed<Value>> {
  const [first, ...others] = runs;
  if (!first || others.length === 0) return first ?? [];
  const half = runs.length >> 1;
  return mergedTwo(inOrder(runs.slice(0, half), join), inOrder(runs.slice(half), join), join);
}

function* mergedTwo<Value>(
  left: Iterable<Keyed<Value>>,
  right: Iterable<Keyed<Value>>,
  join: (a: Value, b: Value) => Value,
): Generator<Keyed<Value>> {
  const ofLeft = left[Symbol.iterator]();
  const ofRight = right[Symbol.iterator]();
  let a = ofLeft.next();
  let b = ofRight.next();
  while (!a.done && !b.done) {
    const order = compare(a.value[0], b.value[0]);
    if (order === 0) yield [a.value[0], join(a.value[1], b.value[1])];
    else yield order < 0 ? a.value : b.value;
    if (order <= 0) a = ofLeft.next();
    if (order >= 0) b = ofRight.next();
  }
  for (; !a.done; a = ofLeft.next()) yield a.value;
  for (; !b.done; b = ofRight.next()) yield b.value;
}
