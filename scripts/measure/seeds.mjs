/**
 * The cases that the program was asked for: one JSON object a line, with input, category, smtp_code,
 * enhanced_status, recipient and handling, the ids of the platform's steps that the answer must hold.
 */
import { readFileSync } from 'node:fs';

/** What differs between a case and its answer, in words. */
function differences(one, recipient, kind) {
  const expected = {
    cause: one.category,
    replyCode: one.smtp_code === null ? null : String(one.smtp_code),
    // Of one case the status stood in a field that its text does not hold; what is not said is not invented.
    status: one.input.includes(one.enhanced_status) ? one.enhanced_status : null,
    address: one.recipient,
  };
  if (!recipient) return [`kind ${kind}, no recipient`];
  const steps = recipient.advice.steps.flatMap(({ platformStep }) => platformStep ?? []);
  return [
    ...Object.entries(expected)
      .filter(([field, value]) => recipient[field] !== value)
      .map(([field, value]) => `${field} ${recipient[field]}, expected ${value}`),
    ...one.handling.filter((step) => !steps.includes(step)).map((step) => `lacks ${step} (has ${steps})`),
  ];
}

/** Prints how many cases come out right, by the letter that their ids begin with. */
export async function checkSeeds(path, explain) {
  const counts = new Map();
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const one = JSON.parse(line);
    const { recipients, kind } = await explain(one.input);
    const found = differences(one, recipients[0], kind);
    const [right, all] = counts.get(one.id[0]) ?? [0, 0];
    counts.set(one.id[0], [right + Number(found.length === 0), all + 1]);
    if (found.length > 0) console.log(`  ${one.id}: ${one.input}\n    ${found.join('; ')}`);
  }
  for (const [letter, [right, all]] of counts) console.log(`cases ${letter}: ${right}/${all}`);
}
