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
for (const form of forms) {
  console.log(`\n== ${form[1] ?? 'as asked'}`);
  const maps = [
    '--map',
    join(corpus, 'causes_to_sisimai.json'),
    '--labelmap',
    join(corpus, 'labelmap_to_sisimai.json'),
  ];
  console.log(
    execFileSync(
      'python3',
      [
        join(corpus, 'score.py'),
        join(corpus, 'items.jsonl'),
        predictions,
        ...maps,
        ...form,
        ...scorerOptions,
      ],
      { encoding: 'utf8', maxBuffer: 2 ** 28 },
    ),
  );
}
/** Of the causes called high, medium or low, how many are the labelled reason? One recipient a mail, by sisimai's labels. */
const reasons = JSON.parse(readFileSync(join(corpus, 'causes_to_sisimai.json'), 'utf8')).reason;
const calibration = new Map();
for (const { file, recipients } of items) {
  const [label] = recipients;
  const answer = byFile.get(file)?.recipients;
  if (recipients.length !== 1 || !label.reason || answer?.length !== 1) continue;
  const [{ cause, confidence }] = answer;
  const [right, all] = calibration.get(confidence) ?? [0, 0];
  calibration.set(confidence, [right + Number([reasons[cause]].flat().includes(label.reason)), all + 1]);
}
console.log('Confidence, and how many of its causes are the labelled reason:');
for (const [confidence, [right, all]] of [...calibration].sort()) {
  console.log(`  ${confidence}: ${((100 * right) / all).toFixed(1)} % (${right}/${all})`);
}

console.log(`${items.length} mails in ${seconds.toFixed(1)} s, the start of the program included.`);
if (run.stderr) console.log(`Not read:\n${run.stderr}`);
rmSync(work, { recursive: true });
