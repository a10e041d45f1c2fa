import { documented, guessed, type Profile } from './profile';
import { DRAG_PAGE, MOBILE_PAGE, NO_ITEM_PAGE, OVERVIEW_PAGE, PINNING_PAGE, SETS_PAGE } from './sources';

export const ios: Profile = {
  id: 'ios',
  label: 'Outlook on iOS',
  hostName: 'OutlookIOS',
  platform: 'iOS',
  hostVersion: '5.2545.0',
  accountType: 'office365',
  requirementSets: documented({ Mailbox: '1.5', NestedAppAuth: '1.1' }, `${SETS_PAGE}; ${MOBILE_PAGE}`),
  lacksBesides: documented(['DragAndDropEvent'], DRAG_PAGE),
  pinning: documented('never', PINNING_PAGE),
  opensWithoutMail: documented(false, `${NO_ITEM_PAGE}: needs Mailbox 1.13`),
  drags: documented('nothing', DRAG_PAGE),
  clipboardApi: guessed(true, 'the pane is a page of its own, in no frame'),
  selectionEvents: documented('never', 'needs Mailbox 1.13'),
  nullItemFirst: guessed(false, 'the pane never outlives its mail'),
  switches: {
    ndr: documented('does-not-activate', OVERVIEW_PAGE),
    itemChanged: documented('not', `${PINNING_PAGE}: no pinning`),
    staleCalls: guessed('old', 'the pane never outlives its mail'),
  },
};
