/**
 * The Outlook clients that the stand-in can play. A profile gives labels and gaps, not behaviour:
 * the same browser runs the pane, whatever the client is called.
 *
 * Requirement sets per client: Microsoft's "Requirement sets supported by Exchange servers and Outlook
 * clients", read November 2026.
 */
export interface Profile {
  id: ProfileId;
  label: string;
  /** `Office.context.mailbox.diagnostics.hostName` */
  hostName: string;
  /** `Office.context.platform` */
  platform: string;
  hostVersion: string;
  /** Versions as texts: 1.10 as a number would read as 1.1. */
  requirementSets: Readonly<Record<string, string>>;
  /** Calls, properties and events that this client has not, though this office.js has them. */
  lacks: readonly string[];
  /** False: the pane closes when another mail is chosen, and opens anew. */
  pins: boolean;
  /** Does the client tell the add-in what is dragged from the message list? */
  tellsDrags: boolean;
}

export type ProfileId = 'web' | 'new-windows' | 'classic-windows' | 'mac' | 'ios';

const newest = { Mailbox: '1.16', NestedAppAuth: '1.1' };

const all: readonly Profile[] = [
  {
    id: 'web',
    label: 'Outlook on the web',
    hostName: 'OutlookWebApp',
    platform: 'OfficeOnline',
    hostVersion: '20261113003.10',
    requirementSets: newest,
    lacks: [],
    pins: true,
    tellsDrags: true,
  },
  {
    id: 'new-windows',
    label: 'New Outlook on Windows',
    hostName: 'newOutlookWindows',
    platform: 'OfficeOnline',
    hostVersion: '20261113003.10',
    requirementSets: newest,
    lacks: [],
    pins: true,
    tellsDrags: true,
  },
  {
    id: 'classic-windows',
    label: 'Classic Outlook on Windows',
    hostName: 'Outlook',
    platform: 'PC',
    hostVersion: '16.0.19426.20118',
    requirementSets: { ...newest, OpenBrowserWindowApi: '1.1' },
    lacks: ['DragAndDropEvent'],
    pins: true,
    tellsDrags: false,
  },
  {
    id: 'mac',
    label: 'Outlook on Mac',
    hostName: 'Outlook',
    platform: 'Mac',
    hostVersion: '16.103.1109',
    requirementSets: { Mailbox: '1.14', NestedAppAuth: '1.1', OpenBrowserWindowApi: '1.1' },
    lacks: ['DragAndDropEvent'],
    pins: true,
    tellsDrags: false,
  },
  {
    id: 'ios',
    label: 'Outlook on iOS',
    hostName: 'OutlookIOS',
    platform: 'iOS',
    hostVersion: '5.2545.0',
    requirementSets: { Mailbox: '1.5', NestedAppAuth: '1.1' },
    lacks: [
      'getAllInternetHeadersAsync',
      'getAttachmentContentAsync',
      'getAsFileAsync',
      'displayNewMessageForm',
      'displayNewMessageFormAsync',
      'officeTheme',
      'DragAndDropEvent',
    ],
    pins: false,
    tellsDrags: false,
  },
];

/** Every profile, the default one first. */
export const profiles: readonly Profile[] = all;

/** The profile of this id; Outlook on the web for an unknown one. */
export function profileOf(id: string | null): Profile {
  const [standard] = all;
  const found = all.find((profile) => profile.id === id) ?? standard;
  if (!found) throw new Error('There is no client profile.');
  return found;
}
