/** See scripts/new/cause.mjs. */
import * as maker from './new/cause.mjs';
import { run } from './new/run.mjs';

await run(maker);
