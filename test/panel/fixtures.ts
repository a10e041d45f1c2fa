/** Explanations made by hand, the real English words, and services that a test steers. */
import * as help from '../../src/engine/advise/help';
import { loadWords } from '../../src/engine/advise/words';
import type { Explanation, RecipientExplanation, Step } from '../../src/engine/explanation';
import type { CauseId } from '../../src/knowledge/records';
import { type DoorId, DoorProblem, type Source } from '../../src/outlook/door';
import { DEFAULT_PLATFORM_URL } from '../../src/engine';
import type { Services } from '../../src/panel/services';

const NOW = new Date('2026-11-20T12:00:00Z');

export const english = () => loadWords('en');

export function step(id: string, fields: Partial<Step> = {}): Step {
  return {
    id,
    platformStep: null,
    who: 'recipient-admin',
    when: 'today',
    resend: false,
    text: { key: `help.handling.${id}`, values: { address: 'a@company.example' } },
    link: null,
    how: [],
    ...fields,
  };
}

export function recipient(
  address: string | null,
  cause: CauseId = 'recipient-unknown',
  fields: Partial<RecipientExplanation> = {},
  advice: Partial<RecipientExplanation['advice']> = {},
): RecipientExplanation {
  const values = { address: address ?? '', domain: address?.split('@')[1] ?? '', provider: '' };
  const text = (name: string) => ({ key: `causes.${cause}.${name}`, values });
  return {
    address,
    action: 'failed',
    replyCode: '550',
    status: '5.1.1',
    cause,
    variant: null,
    couldAlsoBe: null,
    provider: null,
    confidence: 'high',
    permanence: 'permanent',
    diagnostic: `550 5.1.1 <${address}>: User unknown`,
    evidence: 'User unknown',
    remoteMta: 'mx.company.example',
    smtpServer: null,
    sizes: null,
    advice: {
      whoActs: 'recipient-admin',
      title: text('title'),
      sentence: text('sentence'),
      steps: [
        step('B3', { platformStep: 'B3' }),
        step('B5', {
          platformStep: 'B5',
          who: 'platform-admin',
          link: 'enrollments',
          resend: true,
          text: { key: 'help.handling.B5', values },
        }),
        step('D1', { platformStep: 'D1', who: 'platform-admin', when: 'later' }),
      ],
      needless: [],
      messages: ['mail-admin'],
      resend: { verdict: 'after-fix', notBefore: null, tryingUntil: null, text: text('resend') },
      removeAddress: { verdict: 'if-left', text: text('removeAddress') },
      ...advice,
    },
    ...fields,
  };
}

export function explanation(
  recipients: RecipientExplanation[],
  fields: Partial<Explanation> = {},
): Explanation {
  return {
    kind: 'failure',
    detection: [],
    trust: { verdict: 'genuine', signals: [] },
    reportingMta: 'out.company.example',
    subject: 'Undeliverable: Security training',
    date: '2026-11-20T08:30:00Z',
    original: {
      messageId: null,
      subject: 'Security training',
      from: 'training@company.example',
      to: null,
      date: null,
    },
    sendingServer: null,
    readerSystem: null,
    recipients,
    warnings: [],
    ...fields,
  };
}

export const source: Source = {
  door: 'open-item',
  id: 'item-1',
  name: 'Undeliverable: Security training',
  receivedAt: '2026-11-20T08:30:00Z',
  addresses: [],
  read: async () => 'the bounce',
};

/** Services of a mailbox whose open item is `source`; a test changes what it needs. */
export function services(answer: Explanation, changed: Partial<Services> = {}): Services {
  const settings = {
    platformUrl: DEFAULT_PLATFORM_URL,
    ownDomains: [] as string[],
    sendingServers: [],
    sendingAddresses: [] as string[],
    language: null,
    mailSystem: null,
    mailAdmin: null,
    networkTeam: null,
    saidOnce: [] as string[],
  };
  const named = (door: DoorId, name: string | null, read: Source['read'] = source.read): Source[] => [
    { ...source, door, id: `${door}-1`, name, receivedAt: null, read },
  ];
  const fileDoor = (id: 'chosen-files' | 'dragged-mail') => ({
    id,
    obstacle: () => null,
    open: async (files: readonly File[]) => files.flatMap(({ name }) => named(id, name)),
  });
  return {
    start: async () => ({ mailbox: true, reason: 'ready' }),
    doors: {
      openItem: { id: 'open-item', obstacle: () => null, open: async () => [source] },
      recentBounces: {
        id: 'recent-bounces',
        obstacle: () => null,
        open: async () => [],
        more: async () => [],
        hasMore: () => false,
        watch: () => () => undefined,
        adminConsentAddress: () => null,
      },
      messageTrace: {
        id: 'message-trace',
        obstacle: () => 'not-set-up',
        open: () => Promise.reject(new DoorProblem('sign-in-unavailable', 'not played')),
        adminConsentAddress: () => null,
      },
      draggedMail: fileDoor('dragged-mail'),
      chosenFiles: fileDoor('chosen-files'),
      pastedText: {
        id: 'pasted-text',
        obstacle: () => null,
        open: async (input) => named('pasted-text', null, async () => input),
      },
      typedQuestion: {
        id: 'typed-question',
        obstacle: () => null,
        open: async (input) => named('typed-question', input, async () => input),
      },
    },
    watchDrags: () => () => undefined,
    watchPaste: () => () => undefined,
    watchItem: () => () => undefined,
    watchTheme: (onTheme) => {
      onTheme('light');
      return () => undefined;
    },
    readSettings: () => ({ ...settings }),
    saveSettings: async (wanted) => {
      Object.assign(settings, wanted);
      return 'mailbox';
    },
    displayLanguage: () => 'en-GB',
    userDomain: () => 'company.example',
    explain: async () => answer,
    loadHelp: async () => help,
    canOpenNewMail: () => true,
    openNewMail: () => true,
    loadWords: english,
    loadCausesAhead: async () => undefined,
    keptTicks: () => ({ read: async () => [], save: async () => undefined }),
    now: () => NOW,
    ...changed,
  };
}
