/**
 * Fetches what the page has not loaded yet, once it stands. Its threads then find their files in the browser's cache,
 * also without a connection, where the server lets files with a hash in their name be kept (docs/hosting).
 */

/** Where the page's scripts lie: webpack sets it. */
declare const __webpack_public_path__: string;

/** `answers-de.0123abcd.js` → `de` */
const LANGUAGE = /-([a-z]{2})\.[0-9a-f]{8}\.js$/;

/** @param language BCP 47; files of other languages are left where they are */
export async function fetchAhead(language: string): Promise<void> {
  try {
    // Its name has no hash: where a server lets the whole folder be kept, it is asked for anew all the same.
    const list = await fetch(`${__webpack_public_path__}files.json`, { cache: 'no-cache' });
    const names: unknown = await list.json();
    if (!Array.isArray(names)) return;
    const isWanted = (name: string) => [undefined, language].includes(LANGUAGE.exec(name)?.[1]);
    await Promise.all(names.map(String).filter(isWanted).map(fetched));
  } catch {
    // They are asked for when they are needed.
  }
}

async function fetched(name: string): Promise<void> {
  const answer = await fetch(`${__webpack_public_path__}${name}`, { priority: 'low' });
  // Only what is read to its end is kept.
  await answer.arrayBuffer();
}
