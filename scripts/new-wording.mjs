/** See scripts/new/wording.mjs. */
import * as maker from './new/wording.mjs';
import { run } from './new/run.mjs';

await run(maker);
