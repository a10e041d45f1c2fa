/** What the pane's message trace hands on is answered as an export is: each status with its own variant. */
import type { GraphServer } from '../../host/graph/graph-server';
import type { StoredTrace, TraceStatus } from '../../host/graph/stored-trace';
import { settled } from '../../src/campaign/people';
import type { NestedSignIn } from '../../src/outlook/graph/nested-sign-in';
import { messageTrace } from '../../src/outlook/message-trace';
import { localFetch, localToken, startGraph } from '../host/graph/local-graph';
import { summaryOf } from './read-files';

const SENDER = 'training@company.example';
let graph: GraphServer;
afterAll(() => graph.close());

const ANSWERS: Readonly<
  Record<string, readonly [TraceStatus, said: string | null, answer: readonly unknown[]]>
> = {
  gone: [
    'failed',
    '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
    ['failed', 'recipient-unknown', 'not-in-directory'],
  ],
  ruled: [
    'failed',
    '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
    ['failed', 'policy-rule', 'mail-flow-rule'],
  ],
  unsaid: ['failed', null, ['failed', 'undetermined', 'see-trace-details']],
  held: ['quarantined', null, ['failed', 'spam-content', 'quarantined']],
  junk: ['filteredAsSpam', null, ['failed', 'spam-content', 'put-into-junk']],
  pending: ['pending', null, ['delayed', 'undetermined', 'still-pending']],
  unknown: ['gettingStatus', null, ['delayed', 'undetermined', 'status-not-known-yet']],
  group: ['expanded', null, ['expanded', 'not-a-failure', 'group-expanded']],
  there: ['delivered', null, ['delivered', 'not-a-failure', null]],
};

test('each status, and each failure by what the server said', async () => {
  const traces = Object.entries(ANSWERS).map(([name, [status, said]], at): StoredTrace => ({
    id: `00000000-0000-4000-8000-00000000000${String(at)}`,
    messageId: `<${name}@company.example>`,
    senderAddress: SENDER,
    recipientAddress: `${name}@company.example`,
    subject: 'Training A',
    status,
    received: Date.now() - 3_600_000,
    said,
  }));
  graph = await startGraph(0, { traces });
  const door = messageTrace({
    registration: () => ({ clientId: '00000000-0000-0000-0000-000000000001', address: graph.origin }),
    fetch: localFetch,
    signIn: (_registration, scope) =>
      ({
        signIn: () => Promise.resolve(),
        token: () => Promise.resolve(localToken('normal', scope)),
      }) as unknown as NestedSignIn,
  });
  const [traced] = await door.open({ span: 2, senders: [SENDER] });
  expect([traced.rows, traced.leftOut]).toEqual([traces.length, { questions: 0, reasons: 0, problem: null }]);
  const text = String(await traced.read());
  const rows = [...settled((await summaryOf([{ name: traced.file.name, text }])).rows)];
  expect(Object.fromEntries(rows.map((row) => [row.address, [row.action, row.cause, row.variant]]))).toEqual(
    Object.fromEntries(
      Object.entries(ANSWERS).map(([name, [, , answer]]) => [`${name}@company.example`, answer]),
    ),
  );
});
