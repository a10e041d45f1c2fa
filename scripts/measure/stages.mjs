/** Where the time of `explain` goes, by the sampling profiler of Node. */
import { Session } from 'node:inspector/promises';
import { basename } from 'node:path';
import { enginePath } from './engine.mjs';

/** Stage by the function that begins it. The deepest of them on a stack tells the stage. */
const STAGES = [
  ['open the mail', /^(?:readMessage|readBytes|readText|openRaw|scanMime)$/],
  ['decode parts', /^(?:decodePart|decodeText|latin1|toBytes)$/],
  ['header blocks', /^parseHeaderBlock$/],
  ['text of HTML', /^htmlToText$/],
  ['quoted mails', /^openQuoted$/],
  ['split off what was returned', /^splitReport$/],
  ['readers', /^(?:readReport|recipientsIn|safely)$/],
  ['merge', /^mergeFindings$/],
  ['detect', /^(?:observeHeaders|isOrdinary|detect)$/],
  ['trust', /^judge$/],
  ['diagnose', /^(?:explainRecipients|diagnose)$/],
  ['advise', /^advise$/],
];

/**
 * @param run what is profiled
 * @returns `{ stages, functions }`: shares of the time, largest first; garbage collection stands by itself
 */
export async function profile(run) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  await run();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return shares(profile);
}

function shares({ nodes, samples, timeDeltas }) {
  const spent = new Map();
  samples.forEach((id, index) => spent.set(id, (spent.get(id) ?? 0) + timeDeltas[index]));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stages = new Map();
  const functions = new Map();
  const add = (map, key, time) => map.set(key, (map.get(key) ?? 0) + time);
  const visit = (node, stage) => {
    const here = stageOf(node.callFrame) ?? stage;
    const time = spent.get(node.id) ?? 0;
    const { functionName } = node.callFrame;
    if (functionName !== '(idle)') {
      add(stages, here, time);
      add(functions, nameOf(node.callFrame), time);
    }
    for (const id of node.children ?? []) visit(byId.get(id), here);
  };
  visit(nodes[0], 'the rest');
  return { stages: inShares(stages), functions: inShares(functions).slice(0, 15) };
}

function stageOf({ functionName }) {
  if (functionName === '(garbage collector)') return 'garbage collection';
  // Two functions of one name are told apart by the name of their file before it: `observe_observe`.
  const names = [functionName, functionName.split('_').at(-1)];
  return STAGES.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0] ?? null;
}

function nameOf({ functionName, url, lineNumber }) {
  const file = url === '' ? '' : basename(url);
  const place = file === '' || file === basename(enginePath) ? '' : ` (${file})`;
  return `${functionName || `line ${lineNumber + 1}`}${place}`;
}

function inShares(times) {
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times].map(([name, time]) => [name, time / total]).sort((a, b) => b[1] - a[1]);
}
