/** The pane's services with an Outlook that is played: engine, words, files and texts are the real ones. */
import { type Door, type DoorId, DoorProblem, type Source } from '../../src/outlook/door';
import { DEFAULT_PLATFORM_URL } from '../../src/engine';
import type { Settings } from '../../src/site/setting-values';
import type { Theme } from '../../src/outlook/theme';
import { type Services, services as real } from '../../src/panel/services';
import { exportOf, type TraceExport } from '../../src/outlook/trace-export';
import type { Played } from './states';

/** The mailbox's own day, after the last of its mails. */
const NOW = '2026-11-28T12:00:00Z';
const CONSENT = 'https://login.microsoftonline.com/organizations/v2.0/adminconsent?client_id=00000000-0000';

/** Mails that are being fetched or explained. */
let underway = 0;
export const isUnderway = (): boolean => underway > 0;

async function counted<Result>(work: Promise<Result>): Promise<Result> {
  underway++;
  try {
    return await work;
  } finally {
    underway--;
  }
}

let tellTheme: (theme: Theme) => void = () => undefined;
/** Outlook turns to another theme. */
export const setTheme = (theme: Theme): void => tellTheme(theme);

export interface Look {
  theme: Theme;
  /** BCP 47 */
  language: string;
}

export function playedServices(played: Played, { theme, language }: Look): Services {
  const settings: Settings = {
    platformUrl: DEFAULT_PLATFORM_URL,
    ownDomains: [],
    sendingAddresses: ['training@company.example'],
    sendingServers: [],
    language: null,
    mailSystem: null,
    mailAdmin: null,
    networkTeam: null,
    saidOnce: [],
  };
  // The pane listens anew once the mailbox is there; files are dropped once.
  let isDropped = false;
  const never = () => new Promise<never>(() => undefined);
  return {
    ...real,
    start: async () =>
      played.start ? { mailbox: false, reason: played.start } : { mailbox: true, reason: 'ready' },
    doors: {
      ...real.doors,
      openItem: {
        ...real.doors.openItem,
        obstacle: () => (played.start ? 'no-outlook' : null),
        open: async () => (played.mail ? [openMail(played.mail, played)] : nothing()),
      },
      draggedMail: withoutObstacle(real.doors.draggedMail),
      recentBounces: {
        ...real.doors.recentBounces,
        obstacle: () => (played.start ? 'no-outlook' : played.recent ? null : 'not-set-up'),
        open: async () => {
          if (played.recent instanceof DoorProblem) throw played.recent;
          return (played.recent ?? []).map((file) => ({
            ...mailSource(file, 'recent-bounces'),
            isRead: true,
          }));
        },
        more: async () => [],
        hasMore: () => true,
        watch: () => () => undefined,
        adminConsentAddress: () => CONSENT,
      },
      messageTrace: {
        ...real.doors.messageTrace,
        obstacle: () => (played.trace ? null : 'not-set-up'),
        open: async () => {
          if (played.trace instanceof DoorProblem) throw played.trace;
          return [await traceOf(played.trace ?? {})];
        },
      },
    },
    watchItem: ({ onDoubt }) => {
      if (played.doubt) setTimeout(onDoubt, 500);
      return () => undefined;
    },
    watchDrags: ({ onDrop }) => {
      const { files } = played;
      if (files && !isDropped) void filesOf(files).then(onDrop);
      isDropped = true;
      return () => undefined;
    },
    watchPaste: (onPaste) => {
      const { paste } = played;
      if (paste !== undefined) setTimeout(() => onPaste({ text: paste }));
      return () => undefined;
    },
    watchTheme: (onTheme) => {
      tellTheme = onTheme;
      onTheme(theme);
      return () => undefined;
    },
    readSettings: () => ({ ...settings }),
    saveSettings: async (wanted) => {
      Object.assign(settings, wanted);
      return 'mailbox';
    },
    displayLanguage: () => language,
    userDomain: () => 'company.example',
    canOpenNewMail: () => played.start === undefined,
    openNewMail: () => true,
    explain: (input, context) => counted(real.explain(input, context)),
    keptTicks: () => ({ read: async () => [], save: async () => undefined }),
    now: () => new Date(played.now ?? NOW),
  };

  function openMail(file: string, { problem, silent, partly }: Played): Source {
    const source = mailSource(file, 'open-item');
    if (problem || silent) source.name = 'Undeliverable: Your security training is waiting';
    if (problem) return { ...source, read: () => Promise.reject(problem) };
    if (silent) return { ...source, read: never };
    return partly ? { ...source, read: () => partOf(file) } : source;
  }
}

/** So many people of each status, as an export has them. */
function traceOf(people: Readonly<Record<string, number>>): Promise<TraceExport> {
  const rows = Object.entries(people).flatMap(([status, count]) =>
    Array.from({ length: count }, (_, at) => ({
      id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      messageId: `<${status}-${String(at)}@company.example>`,
      senderAddress: 'training@company.example',
      recipientAddress: `${status.toLowerCase()}-${String(at)}@company.example`,
      subject: 'Your security training is waiting',
      status,
      receivedDateTime: '2026-11-27T09:01:00Z',
    })),
  );
  return exportOf(rows, { questions: 0, reasons: people.failed ?? 0, problem: null }, Date.parse(NOW));
}

const nothing = (): never => {
  throw new DoorProblem('no-item', 'nothing is selected');
};

const withoutObstacle = <Asked>(door: Door<Asked>): Door<Asked> => ({ ...door, obstacle: () => null });

const bytesOf = (file: string): Promise<Uint8Array> =>
  counted(fetch(`mails/${file}`).then(async (answer) => new Uint8Array(await answer.arrayBuffer())));

/** What the mailbox calls a mail before it is read: its file stands for the subject, which the mail itself says. */
const mailSource = (file: string, door: DoorId): Source => ({
  door,
  id: file,
  name: door === 'open-item' ? null : file,
  receivedAt: '2026-11-27T09:01:00Z',
  addresses: [],
  read: () => bytesOf(file),
});

/** A client that hands out headers, and neither body nor attachments. */
async function partOf(file: string) {
  const text = new TextDecoder().decode(await bytesOf(file));
  return {
    headers: text.slice(0, text.search(/\r?\n\r?\n/)),
    subject: null,
    from: null,
    html: null,
    text: null,
    attachments: [],
    hasUnreadAttachments: true,
    hasUnreadBody: true,
  };
}

const filesOf = (names: readonly string[]): Promise<File[]> =>
  Promise.all(names.map(async (name) => new File([(await bytesOf(name)) as Uint8Array<ArrayBuffer>], name)));
