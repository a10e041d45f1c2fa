import { documented, guessed, type Profile } from './profile';
import { DRAG_PAGE, issue, NO_ITEM_PAGE, OVERVIEW_PAGE, PINNING_PAGE, SETS_PAGE } from './sources';

/** The web client of an Exchange Server in the company's own house. */
export const onPremises: Profile = {
  id: 'on-premises',
  label: 'Exchange Server, Outlook on the web',
  hostName: 'OutlookWebApp',
  platform: 'OfficeOnline',
  hostVersion: '15.2.1748.10',
  accountType: 'enterprise',
  requirementSets: documented({ Mailbox: '1.5' }, SETS_PAGE),
  // The event is part of 1.5 on paper, but came with Exchange Online in October 2025.
  lacksBesides: guessed(['DragAndDropEvent'], `${DRAG_PAGE} does not name Exchange Server; ${issue(6069)}`),
  pinning: documented('never', `${PINNING_PAGE}: Microsoft 365 subscribers only`),
  opensWithoutMail: documented(false, `${NO_ITEM_PAGE}: needs Mailbox 1.13`),
  drags: guessed('nothing', `${DRAG_PAGE} does not name Exchange Server`),
  clipboardApi: guessed(false, 'a frame of another origin, as on the web'),
  selectionEvents: documented('never', 'needs Mailbox 1.13'),
  nullItemFirst: guessed(false, 'reported of classic Windows only'),
  switches: {
    ndr: documented('does-not-activate', OVERVIEW_PAGE),
    itemChanged: documented('not', `${PINNING_PAGE}: no pinning`),
    staleCalls: guessed('old', 'the pane never outlives its mail'),
  },
};
