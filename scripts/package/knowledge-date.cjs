/** How new the knowledge is: the latest day on which the page behind a record was read. */
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** @returns a day, such as `2026-11-24` */
function knowledgeDate(folder) {
  let latest = '';
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!name.endsWith('.json')) continue;
    const days = readFileSync(join(folder, name), 'utf8').matchAll(/"seen": "(\d{4}-\d\d-\d\d)"/g);
    for (const [, day] of days) if (day > latest) latest = day;
  }
  if (latest === '') throw new Error(`no record below ${folder} says when its source was seen`);
  return latest;
}

module.exports = { knowledgeDate };
