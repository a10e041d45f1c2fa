import { documented, guessed, reported, type Profile } from './profile';
import { DRAG_PAGE, issue, NO_ITEM_PAGE, OVERVIEW_PAGE, PINNING_PAGE, SETS_PAGE } from './sources';

export const web: Profile = {
  id: 'web',
  label: 'Outlook on the web',
  hostName: 'OutlookWebApp',
  platform: 'OfficeOnline',
  hostVersion: '20261113003.10',
  accountType: 'office365',
  requirementSets: documented({ Mailbox: '1.16', NestedAppAuth: '1.1' }, SETS_PAGE),
  lacksBesides: documented([], SETS_PAGE),
  // The manifest's no-item context brings multi-select, and with it a pane that pins itself.
  pinning: documented('by-itself', `${PINNING_PAGE}, multi-select`),
  opensWithoutMail: documented(false, NO_ITEM_PAGE),
  drags: documented('office-event', DRAG_PAGE),
  clipboardApi: reported(false, issue(1991, 3480)),
  selectionEvents: guessed('with-item-changed', 'the page on multi-select says nothing of ItemChanged'),
  nullItemFirst: guessed(false, 'reported of classic Windows only'),
  switches: {
    // Contradicted by office-js#6558, where a dialog comes and the pane then works.
    ndr: documented('does-not-activate', `${OVERVIEW_PAGE}; ${issue(6764, 974)}`),
    // Contradicted by office-js#6833 for mailboxes of outlook.live.com.
    itemChanged: documented('fires', PINNING_PAGE),
    staleCalls: guessed('old', 'no source says what a call answers for after a missed event'),
  },
};
