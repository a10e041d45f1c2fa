/** A zip that has the same bytes whenever its files have. */
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** The earliest day that a zip can name, in local time as zips have it: the same bytes in every time zone. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * @param files path with forward slashes → bytes
 * @returns the zip's bytes
 */
export async function zipOf(files) {
  // Its own compressor, not the platform's: that of another Node may pack otherwise.
  configure({ useWebWorkers: false, useCompressionStream: false });
  const zip = new ZipWriter(new Uint8ArrayWriter(), { extendedTimestamp: false, lastModDate: NO_TIME });
  for (const [path, bytes] of [...files].sort(([one], [other]) => (one < other ? -1 : 1)))
    await zip.add(path, new Uint8ArrayReader(bytes));
  return zip.close();
}
