import { documented, guessed, reported, type Profile } from './profile';
import { DRAG_PAGE, issue, NO_ITEM_PAGE, OVERVIEW_PAGE, PINNING_PAGE, SETS_PAGE } from './sources';

export const mac: Profile = {
  id: 'mac',
  label: 'Outlook on Mac',
  hostName: 'Outlook',
  platform: 'Mac',
  hostVersion: '16.103.1109',
  accountType: 'office365',
  requirementSets: documented(
    { Mailbox: '1.14', NestedAppAuth: '1.1', OpenBrowserWindowApi: '1.1' },
    `${SETS_PAGE}, new UI`,
  ),
  lacksBesides: documented(['DragAndDropEvent'], DRAG_PAGE),
  pinning: documented('by-hand', `${PINNING_PAGE}, multi-select`),
  opensWithoutMail: documented(true, NO_ITEM_PAGE),
  drags: documented('eml-file', DRAG_PAGE),
  clipboardApi: guessed(true, 'WebKit allows it within a click'),
  selectionEvents: reported('always', issue(4960)),
  nullItemFirst: guessed(false, 'reported of classic Windows only'),
  switches: {
    ndr: documented('does-not-activate', `${OVERVIEW_PAGE}; ${issue(6764)}`),
    itemChanged: documented('fires', PINNING_PAGE),
    staleCalls: guessed('old', 'no source says what a call answers for after a missed event'),
  },
};
