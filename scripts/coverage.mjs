/**
 * Measures what is known of the codes and wordings of a table kept outside the project.
 *
 *     npm run coverage -- /path/to/codes.tsv        or  CODE_TABLE=/path/to/codes.tsv npm run coverage
 *     npm run coverage -- /path/to/codes.tsv --seeds /path/to/seed_cases.jsonl
 *     npm run coverage -- /path/to/codes.tsv --general        names the rows whose answer is general, and why
 *
 * Each row's first column goes through the engine as pasted text, in every spelling that it stands for
 * (`measure/code-table.mjs`). A row counts where all of its spellings lead to its cause; permanence and who
 * acts are counted among the rows that do. What the text alone leaves open between providers is asked again
 * with a host name of the row's provider, and counted apart. Needs `npm run build`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readTable, samePermanence, sameRole, spellings } from './measure/code-table.mjs';
import { loadEngine } from './measure/engine.mjs';
import { inContext } from './measure/provider-context.mjs';
import { checkSeeds } from './measure/seeds.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: process.env.SEED_CASES },
    general: { type: 'boolean', default: false },
  },
});
const table = positionals[0] ?? process.env.CODE_TABLE;
const reasonsOfGeneral = JSON.parse(readFileSync('scripts/measure/general-meanings.json', 'utf8'));
const isThere = (path) => path !== undefined && existsSync(path);
if (!isThere(table) && !isThere(values.seeds)) {
  console.log('No table at hand, so nothing is measured. Name it: npm run coverage -- /path/to/codes.tsv');
  process.exit(0);
}
const { explain } = loadEngine();
/** A cause without variants has one meaning. */
const hasVariants = (cause) => existsSync(`src/knowledge/causes/${cause}/variants.json`);

/** @returns what is said of a text's first recipient, and how it differs from the row */
async function ask(row, text) {
  const { kind, recipients } = await explain(text);
  const [one] = recipients;
  const cause = one?.cause ?? (kind === 'success' ? 'not-a-failure' : kind);
  return {
    text,
    isExact: Boolean(one?.variant) || !hasVariants(cause),
    said: cause,
    cause: cause === row.category ? null : cause,
    permanence: !one || samePermanence(row, one.permanence) ? null : one.permanence,
    whoActs: !one || sameRole(row, one.advice.whoActs) ? null : one.advice.whoActs,
  };
}

const isRight = ({ cause, permanence, whoActs }) => cause === null && permanence === null && whoActs === null;

/**
 * Asks with the text alone; where that is not right or not exact, with the provider's context, if the row has one. The
 * context counts where it alone leads to the cause, whoever acts then; and where it tells the exact meaning.
 */
async function askBoth(row, text) {
  const alone = await ask(row, text);
  const context = isRight(alone) && alone.isExact ? null : inContext(row.scope, text);
  const within = context === null ? alone : await ask(row, context);
  if (within === alone || within.cause !== null) return alone;
  const leadsAlone = alone.cause !== null;
  if (!isRight(alone) && (isRight(within) || leadsAlone)) return { ...within, needsContext: true };
  return { ...alone, isExact: alone.isExact || within.isExact };
}

async function coverage(path) {
  const rows = readTable(readFileSync(path, 'utf8'));
  const asked = [];
  for (const row of rows) {
    const answers = [];
    for (const text of spellings(row)) answers.push(await askBoth(row, text));
    asked.push({ row, answers });
  }
  const led = asked.filter(({ answers }) => answers.every(({ cause }) => cause === null));
  const agree = (field) => led.filter(({ answers }) => answers.every((one) => one[field] === null)).length;
  const inNeed = asked.filter(({ answers }) => answers.some(({ needsContext }) => needsContext));
  const texts = asked.reduce((sum, { answers }) => sum + answers.length, 0);
  console.log(`${rows.length} rows, ${texts} texts`);
  console.log(`led to their cause: ${led.length}/${rows.length}`);
  console.log(`  permanence agrees: ${agree('permanence')}/${led.length}`);
  console.log(`  who acts agrees: ${agree('whoActs')}/${led.length}`);
  const isExact = ({ answers }) => answers.every((one) => one.isExact);
  console.log(`exact: ${asked.filter(isExact).length} of ${rows.length}`);
  for (const scope of [...new Set(rows.map((row) => row.scope))]) {
    const ofScope = asked.filter(({ row }) => row.scope === scope);
    const left = ofScope.filter((one) => !isExact(one));
    console.log(`  ${scope}: ${ofScope.length - left.length} of ${ofScope.length}`);
    if (values.general)
      for (const { row, answers } of left) {
        const causes = new Set(answers.filter((one) => !one.isExact).map(({ said }) => said));
        const reasons = [...causes].map((cause) => `${cause} ${reasonsOfGeneral[cause]}`).join('; ');
        console.log(`    general: ${row.code_or_pattern}: ${reasons}`);
      }
  }
  console.log(`rows that need a host name of their provider: ${inNeed.length}`);
  for (const { row } of inNeed) console.log(`  ${row.scope}: ${row.code_or_pattern}`);
  const exceptions = asked.flatMap(({ row, answers }) =>
    answers.filter((one) => !isRight(one)).map((one) => [row, one]),
  );
  console.log(`\nExceptions: ${new Set(exceptions.map(([row]) => row)).size} rows`);
  for (const [row, one] of exceptions) {
    console.log(`  ${row.scope}: ${one.text}`);
    if (one.cause) console.log(`    cause ${one.cause}, in the table ${row.category}`);
    if (one.permanence) console.log(`    permanence ${one.permanence}, in the table ${row.permanence}`);
    if (one.whoActs) console.log(`    who acts ${one.whoActs}, in the table ${row.who_acts}`);
    console.log(`    source: ${row.source}`);
  }
}

if (isThere(table)) await coverage(table);
if (isThere(values.seeds)) await checkSeeds(values.seeds, explain);
