/** Browsers and Node have them; jsdom, which plays a browser here, does not hand them on. */
import { webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';

for (const [name, part] of Object.entries({ TextDecoder, TextEncoder }))
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: part });
if (!('subtle' in globalThis.crypto)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
