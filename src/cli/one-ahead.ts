/** The next one is fetched while one is read. */
export async function* oneAhead<From, To>(
  all: AsyncIterable<From>,
  read: (one: From) => Promise<To>,
): AsyncGenerator<To> {
  let before: Promise<To> | null = null;
  for await (const one of all) {
    if (before !== null) yield await before;
    before = read(one);
  }
  if (before !== null) yield await before;
}
