/** Browsers and Node have them; jsdom, which plays a browser here, does not hand them on. */
import { TextDecoder, TextEncoder } from 'node:util';

for (const [name, coder] of Object.entries({ TextDecoder, TextEncoder }))
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: coder });
