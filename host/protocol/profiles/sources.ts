/** Pages of Microsoft that several profiles lean on, read in November 2026. */
export const SETS_PAGE = 'learn.microsoft.com: Outlook API requirement sets, clients and servers';
export const PINNING_PAGE = 'learn.microsoft.com: Implement a pinnable task pane in Outlook';
export const NO_ITEM_PAGE =
  'learn.microsoft.com: Activate without the Reading Pane enabled or a message selected';
export const DRAG_PAGE = 'learn.microsoft.com: Drag and drop messages and attachments into the task pane';
export const MOBILE_PAGE = 'learn.microsoft.com: Outlook APIs supported on mobile devices';
export const OVERVIEW_PAGE = 'learn.microsoft.com: Outlook add-ins overview, IPM.Report.*';
export const NAA_PAGE = 'learn.microsoft.com: Nested app authentication requirement sets';

/** An issue of OfficeDev/office-js. */
export const issue = (...numbers: number[]): string =>
  numbers.map((number) => `office-js#${String(number)}`).join(', ');
