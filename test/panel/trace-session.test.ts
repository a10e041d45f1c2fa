import { DoorProblem } from '../../src/outlook/door';
import { exportOf, type TraceExport } from '../../src/outlook/trace-export';
import type { AskedTrace } from '../../src/outlook/message-trace';
import { cleanSenders } from '../../src/panel/trace-senders';
import { TraceSession, type TraceState } from '../../src/panel/trace-session';
import type { TraceSummary } from '../../src/panel/trace-summary';
import { loadWords, type Words } from '../../src/engine';
import { explanation, services as playedServices } from './fixtures';

let words: Words;
beforeAll(async () => {
  words = await loadWords('en', ['start']);
  traced = await exportOf([{ status: 'failed' }], { questions: 0, reasons: 1, problem: null }, 0);
});

const SUMMARY: TraceSummary = { headline: '1 bounce', things: [], moreThings: 0, notes: [], leftOut: [] };
let traced: TraceExport;
const QUERY = { span: 10, typed: 'a@b.example', senders: ['a@b.example'] } as const;

function sessionWith(
  open: (asked: AskedTrace) => Promise<readonly [TraceExport]>,
  summarize: ConstructorParameters<typeof TraceSession>[1] = async () => SUMMARY,
) {
  const services = playedServices(explanation([]));
  services.doors = { ...services.doors, messageTrace: { ...services.doors.messageTrace, open } };
  const session = new TraceSession(services, summarize);
  const phases: TraceState['phase'][] = [];
  session.subscribe(() => phases.push(session.snapshot().phase));
  return { session, phases, start: () => session.start(QUERY, { words, region: 'en-GB' }) };
}

test('signs in, reads, explains, and shows what there is to do', async () => {
  const { session, phases, start } = sessionWith(
    async ({ onProgress }) => {
      onProgress?.({ step: 'rows', done: 1, all: 1, rows: 1 });
      return [traced];
    },
    async (_asked, onProgress) => {
      onProgress(1);
      return SUMMARY;
    },
  );
  await start();
  expect(phases).toEqual(['signing-in', 'reading', 'explaining', 'explaining', 'done']);
  expect(session.snapshot()).toEqual({ phase: 'done', traced: traced, summary: SUMMARY });
  session.again();
  expect([session.snapshot().phase, session.query]).toEqual(['asking', QUERY]);
});

test('a refusal leads back to the question, with its problem', async () => {
  const { session, start } = sessionWith(() =>
    Promise.reject(new DoorProblem('sign-in-blocked', 'AADSTS90094')),
  );
  await start();
  expect(session.snapshot()).toMatchObject({ phase: 'asking', problem: { code: 'sign-in-blocked' } });
});

test('Cancel while nothing was read leads back without a problem', async () => {
  const { session, start } = sessionWith(
    ({ signal }) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(new DoorProblem('sign-in-cancelled', 'ended'))),
      ),
  );
  const run = start();
  session.cancel();
  await run;
  expect(session.snapshot()).toEqual({ phase: 'asking', problem: null });
});

test('a thread that does not answer is a problem, not a wait without an end', async () => {
  const { session, start } = sessionWith(
    async () => [traced],
    () => Promise.reject(new Error('the thread did not start')),
  );
  await start();
  expect(session.snapshot()).toMatchObject({ phase: 'asking', problem: { code: 'unexpected' } });
});

test('what is typed becomes addresses and whole domains, and the rest is named', () => {
  expect(cleanSenders('Training@b.example, *@c.example\n@d.example training *@ x@y')).toEqual({
    senders: ['*@c.example', '*@d.example', 'training@b.example'],
    refused: ['training', 'x@y'],
  });
});
