/** See scripts/new/variant.mjs. */
import * as maker from './new/variant.mjs';
import { run } from './new/run.mjs';

await run(maker);
