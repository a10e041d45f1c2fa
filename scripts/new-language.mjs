/** See scripts/new/language.mjs. */
import * as maker from './new/language.mjs';
import { run } from './new/run.mjs';

await run(maker);
