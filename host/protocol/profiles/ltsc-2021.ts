import { classicWindows } from './classic-windows';
import { documented, guessed, type Profile } from './profile';
import { NAA_PAGE, NO_ITEM_PAGE, PINNING_PAGE, SETS_PAGE } from './sources';

/** Volume-licensed Outlook on Windows: classic Outlook as it was in 2021. */
export const ltsc2021: Profile = {
  ...classicWindows,
  id: 'ltsc-2021',
  label: 'Outlook LTSC 2021',
  hostVersion: '16.0.14332.20763',
  requirementSets: documented({ Mailbox: '1.9', OpenBrowserWindowApi: '1.1' }, `${SETS_PAGE}; ${NAA_PAGE}`),
  pinning: documented('never', `${PINNING_PAGE}: Microsoft 365 subscribers only`),
  opensWithoutMail: documented(false, `${NO_ITEM_PAGE}: needs Mailbox 1.13`),
  clipboardApi: guessed(true, 'as in classic Outlook of today'),
  selectionEvents: documented('never', 'needs Mailbox 1.13'),
  switches: {
    ...classicWindows.switches,
    itemChanged: documented('not', `${PINNING_PAGE}: no pinning`),
  },
};
