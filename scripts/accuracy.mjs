/**
 * Measures the command on a labelled corpus kept outside the project, with the corpus' own scorer.
 *
 *     npm run accuracy -- /path/to/corpus        or  BOUNCE_CORPUS=/path/to/corpus npm run accuracy
 *
 * The folder holds items.jsonl, the mails, score.py and its two maps. Needs `npm run build` and python3.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { reasons, withoutDisputed } from './measure/disputed.mjs';
import { table } from './measure/figures.mjs';

const [given, ...scorerOptions] = process.argv.slice(2);
const corpus = given ?? process.env.BOUNCE_CORPUS;
if (!corpus || !existsSync(join(corpus, 'items.jsonl'))) {
  console.log(
    'No corpus at hand, so nothing is measured. Name its folder: npm run accuracy -- /path/to/corpus',
  );
  process.exit(0);
}

const lines = (text) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const items = lines(readFileSync(join(corpus, 'items.jsonl'), 'utf8'));
const started = Date.now();
const run = spawnSync(process.execPath, ['dist/cli.js', '--json', join(corpus, 'dev')], {
  encoding: 'utf8',
  maxBuffer: 2 ** 30,
});
const seconds = (Date.now() - started) / 1000;
const byFile = new Map(lines(run.stdout).map((answer) => [basename(answer.file), answer]));

const work = mkdtempSync(join(tmpdir(), 'accuracy-'));
const predictions = join(work, 'predictions.jsonl');
/** The scorer calls a cause "reason" and an address "recipient". */
const toPrediction = ({ id, file }) => {
  const answer = byFile.get(file);
  if (!answer) return { id, isBounce: false, kind: 'none', recipients: [], error: true };
  const recipients = answer.recipients.map(({ address, cause, replyCode, status, action }) => ({
    recipient: address,
    reason: cause,
    replyCode,
    status,
    action,
  }));
  return {
    id,
    isBounce: answer.kind === 'failure',
    kind: answer.kind,
    recipients,
  };
};
writeFileSync(predictions, items.map((item) => JSON.stringify(toPrediction(item))).join('\n'));

const forms = scorerOptions.includes('--form')
  ? [[]]
  : [
      ['--form', 'rfc822'],
      ['--form', 'body'],
      ['--form', 'all'],
    ];
const maps = [
  '--map',
  join(corpus, 'causes_to_sisimai.json'),
  '--labelmap',
  join(corpus, 'labelmap_to_sisimai.json'),
];
const score = (labelled, options) =>
  execFileSync('python3', [join(corpus, 'score.py'), labelled, predictions, ...maps, ...options], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
const undisputed = join(work, 'undisputed.jsonl');
writeFileSync(undisputed, items.map((item) => JSON.stringify(withoutDisputed(item))).join('\n'));
for (const form of forms) {
  console.log(`\n== ${form[1] ?? 'as asked'}`);
  console.log(score(join(corpus, 'items.jsonl'), [...form, ...scorerOptions]));
}
console.log('\n== all, without the labels that we dispute');
console.log(score(undisputed, ['--form', 'all']));
console.log(`Disputed:\n${reasons().join('\n')}\n`);

const kinds = [...new Set([...byFile.values()].map(({ kind }) => kind))].sort();
const labelledKinds = [...new Set(items.map(({ kind }) => kind))].sort();
const countOf = (labelled, answered) =>
  items.filter(({ kind, file }) => kind === labelled && byFile.get(file)?.kind === answered).length;
console.log('Labelled as (rows), answered as (columns):');
console.log(
  table([
    ['', ...kinds],
    ...labelledKinds.map((labelled) => [
      labelled,
      ...kinds.map((answered) => String(countOf(labelled, answered) || '')),
    ]),
  ]),
);

/** Of the causes called high, medium or low, how many are the labelled reason? One recipient a mail, by sisimai's labels. */
const reasonsOf = JSON.parse(readFileSync(join(corpus, 'causes_to_sisimai.json'), 'utf8')).reason;
function calibrate(labelled) {
  const calibration = new Map();
  for (const { file, recipients } of labelled) {
    const [label] = recipients;
    const answer = byFile.get(file)?.recipients;
    if (recipients.length !== 1 || !label.reason || answer?.length !== 1) continue;
    const [{ cause, confidence }] = answer;
    const [right, all] = calibration.get(confidence) ?? [0, 0];
    calibration.set(confidence, [right + Number([reasonsOf[cause]].flat().includes(label.reason)), all + 1]);
  }
  return [...calibration]
    .sort()
    .map(
      ([confidence, [right, all]]) =>
        `  ${confidence}: ${((100 * right) / all).toFixed(1)} % (${right}/${all})`,
    )
    .join('\n');
}
console.log(`\nConfidence, and how many of its causes are the labelled reason:\n${calibrate(items)}`);
console.log(`The same without disputed labels:\n${calibrate(items.map(withoutDisputed))}`);

console.log(`${items.length} mails in ${seconds.toFixed(1)} s, the start of the program included.`);
if (run.stderr) console.log(`Not read:\n${run.stderr}`);
rmSync(work, { recursive: true });
