import { hasArrived } from '../../src/campaign/row';
import { LISTS, listOf } from '../../src/campaign/root-cause';
import { lineOf } from '../../src/campaign/summary-words';
import { overviewOf, type ThingToDo } from '../../src/campaign/things-to-do';
import { loadWords } from '../../src/engine';
import { speechIn } from '../../src/plan/speech';
import { makeCampaign, type MadeCampaign } from './made-campaign';
import { summaryOf } from './read-files';

/** The group that holds most of a truth's people, and how many of all people are in the group of their truth. */
function judged({ people }: MadeCampaign, things: readonly ThingToDo[]) {
  const groupOf = new Map(
    things.flatMap(({ rootCause, rows }) => [...rows].map(({ address }) => [address, rootCause] as const)),
  );
  const truths = [...new Set(people.map(({ truth }) => truth))];
  const groups = truths.map((truth) => {
    const own = people.filter((person) => person.truth === truth).map(({ address }) => groupOf.get(address));
    const counts = new Map<string | undefined, number>();
    for (const group of own) counts.set(group, (counts.get(group) ?? 0) + 1);
    const [best] = [...counts].sort(([, a], [, b]) => b - a);
    return { truth, group: best?.[0], right: best?.[1] ?? 0 };
  });
  return { groups, right: groups.reduce((sum, { right }) => sum + right, 0), all: people.length };
}

test('1,240 bounces are three things to do, what cures most first', async () => {
  const made = makeCampaign({ suppressed: 812, rule: 301, wrong: 127 });
  const { things, bounces } = overviewOf(await summaryOf(made.files));
  const speech = speechIn(await loadWords('en'));
  expect(bounces).toBe(1240);
  expect(things.map((thing) => lineOf(thing, speech))).toEqual([
    '812 people (65%): Suppressed after earlier bounce',
    '301 people (24%): A mail flow rule rejected, at company.example',
    '127 people (10%): Wrong addresses',
  ]);
  expect(things.map(({ list }) => list)).toEqual(['resend-now', 'ask-it', 'correct']);
  expect(judged(made, things).right).toBe(1240);
});

test.each([1, 2, 3])('each of eleven root causes is a group of its own (seed %i)', async (seed) => {
  const made = makeCampaign({ suppressed: 60, rule: 40, wrong: 50, others: 12 }, seed);
  const { things } = overviewOf(await summaryOf(made.files));
  const { groups, right, all } = judged(made, things);
  expect(new Set(groups.map(({ group }) => group)).size).toBe(groups.length);
  expect(things).toHaveLength(groups.length);
  expect(right / all).toBeGreaterThanOrEqual(0.99);
});

test('a person stands on exactly one list', async () => {
  const made = makeCampaign({ suppressed: 20, rule: 10, wrong: 10, others: 3 });
  const { rows } = overviewOf(await summaryOf(made.files));
  const failed = [...rows].filter((row) => !hasArrived(row));
  expect(failed).toHaveLength(made.people.length);
  for (const row of failed) expect(LISTS).toContain(listOf(row));
});
