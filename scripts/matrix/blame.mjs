/** Which parts are to blame: those whose combinations fail clearly more often than the rest. */

/** A part in fewer combinations than this is not judged. */
const FEWEST = 4;
/** Standard errors between a part's share of failures and that of the rest. */
const CLEARLY = 3;
/** Fewer failures than this are chance. */
const FEWEST_FAILED = 3;
/** Of a blamed part's combinations, at least this share fails beyond the rest. */
const BEYOND = 0.15;

const nameOf = ([type, id]) => `${type} ${id}`;

/** @returns `answer no-such-user`, `frame plain` …: the names of the parts of a combination */
export const partNames = ({ parts }) => Object.entries(parts).map(nameOf);

/** Every pair of parts: some faults need both. */
function pairNames(one) {
  const names = partNames(one);
  return names.flatMap((first, index) => names.slice(index + 1).map((second) => `${first} + ${second}`));
}

function tally(judged, namesOf) {
  const counts = new Map();
  for (const one of judged)
    for (const name of namesOf(one)) {
      const count = counts.get(name) ?? { name, all: 0, failed: [] };
      count.all++;
      if (!one.right) count.failed.push(one);
      counts.set(name, count);
    }
  return counts;
}

function scoreOf({ all, failed }, total, totalFailed) {
  const rest = total - all;
  if (all < FEWEST || failed.length < FEWEST_FAILED || rest === 0) return 0;
  const share = failed.length / all;
  const restShare = (totalFailed - failed.length) / rest;
  if (share - restShare < BEYOND) return 0;
  const pooled = totalFailed / total;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / all + 1 / rest));
  return error === 0 ? 0 : (share - restShare) / error;
}

/**
 * Takes the part with the most failures above the rest, sets its combinations aside, and looks again: a part that fails only
 * together with a blamed one is not blamed.
 */
function blameBy(judged, namesOf, found) {
  let left = judged;
  for (;;) {
    const failed = left.filter(({ right }) => !right).length;
    let worst = null;
    for (const count of tally(left, namesOf).values()) {
      const score = scoreOf(count, left.length, failed);
      if (score > CLEARLY && (!worst || score > worst.score)) worst = { ...count, score };
    }
    if (!worst) return left;
    found.push(worst);
    left = left.filter((one) => !namesOf(one).includes(worst.name));
  }
}

/**
 * @param judged combinations, each with `right` and `verdict`
 * @returns `blamed`: parts, then pairs of parts, the worst first, each with its failures; `unexplained`: failures of no blamed part
 */
export function blame(judged) {
  const blamed = [];
  const left = blameBy(judged, partNames, blamed);
  const rest = blameBy(left, pairNames, blamed);
  return { blamed, unexplained: rest.filter(({ right }) => !right) };
}
