import { documented, guessed, reported, type Profile } from './profile';
import { DRAG_PAGE, issue, NO_ITEM_PAGE, OVERVIEW_PAGE, PINNING_PAGE, SETS_PAGE } from './sources';

export const classicWindows: Profile = {
  id: 'classic-windows',
  label: 'Classic Outlook on Windows',
  hostName: 'Outlook',
  platform: 'PC',
  hostVersion: '16.0.19426.20118',
  accountType: 'office365',
  requirementSets: documented(
    { Mailbox: '1.16', NestedAppAuth: '1.1', OpenBrowserWindowApi: '1.1' },
    SETS_PAGE,
  ),
  lacksBesides: documented(['DragAndDropEvent'], DRAG_PAGE),
  pinning: documented('by-hand', `${PINNING_PAGE}, multi-select`),
  opensWithoutMail: documented(true, NO_ITEM_PAGE),
  drags: documented('msg-file', DRAG_PAGE),
  clipboardApi: reported(true, issue(1991)),
  selectionEvents: guessed('with-item-changed', 'as on the web'),
  nullItemFirst: reported(true, issue(1402)),
  switches: {
    ndr: documented('does-not-activate', `${OVERVIEW_PAGE}; ${issue(6764)}`),
    itemChanged: documented('fires', PINNING_PAGE),
    // Contradicted by office-js#6806: after a switch of mail, calls fail with 9020 or stay silent.
    staleCalls: guessed('old', 'no source says what a call answers for after a missed event'),
  },
};
