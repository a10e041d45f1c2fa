/**
 * Explains combinations of answers, frames, containers and languages whose meaning is known, and names the parts that fail.
 *
 *     npm run matrix                          5,000 combinations
 *     npm run matrix -- --seed 7 --count 300  others, fewer; the same seed makes the same ones
 *     npm run matrix -- --show 20             with the smallest example of 20 parts that fail (3 without it)
 *     npm run matrix -- --only csv            combinations that hold this part
 *     npm run matrix -- --clean               texts and mails that are no bounces
 *     npm run matrix -- --json                for programs
 *     npm run matrix -- --cases               prints the combinations and explains none
 *     npm run matrix -- --write-known         writes down which parts of the tests' selection fail today
 *
 * Needs `npm run build`, but for `--cases`. scripts/matrix/README.md says how to add a part.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadEngine } from './measure/engine.mjs';
import { blame } from './matrix/blame.mjs';
import { dealClean } from './matrix/clean.mjs';
import { dealCases } from './matrix/deal.mjs';
import { explainAll } from './matrix/explain.mjs';
import { knownFile, knownFrom, SELECTION } from './matrix/known.mjs';
import { loadParts } from './matrix/parts.mjs';
import { toJson, writeReport } from './matrix/report.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '5000' },
    show: { type: 'string', default: '3' },
    only: { type: 'string' },
    clean: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    cases: { type: 'boolean', default: false },
    'write-known': { type: 'boolean', default: false },
  },
});
const [seed, count, shown] = [values.seed, values.count, values.show].map(Number);
if (![seed, count, shown].every((number) => Number.isInteger(number) && number >= 0)) {
  console.error(
    'Usage: node scripts/matrix.mjs [--seed number] [--count number] [--show number] [--only part] [--clean] [--json | --cases | --write-known]',
  );
  process.exit(2);
}

const parts = loadParts();
const dealt = values.clean ? dealClean(parts, seed, count) : dealCases(parts, seed, count);
const cases = values.only ? dealt.filter((one) => Object.values(one.parts).includes(values.only)) : dealt;
if (values.cases) {
  for (const one of cases) console.log(JSON.stringify(one));
} else {
  const judged = await explainAll(loadEngine().explain, cases);
  const found = { judged, ...blame(judged), seed, shown };
  console.log(values.json ? JSON.stringify(toJson(found), null, 2) : writeReport(found));
  if (values['write-known']) {
    const selection = await explainAll(
      loadEngine().explain,
      dealCases(parts, SELECTION.seed, SELECTION.count),
    );
    const known = knownFrom(
      selection,
      found.blamed.map(({ name }) => name),
    );
    writeFileSync(knownFile, `${JSON.stringify(known, null, 2)}\n`);
    console.log(`${known.length} parts written to ${knownFile}.`);
  }
}
