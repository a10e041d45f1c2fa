/**
 * The numbers and names by which office.js and its host call things. They are those of the Outlook
 * web build in @microsoft/office-js 1.1.110, measured against it; test/browser/office-contract.test.ts
 * holds them to it.
 */

/** Calls by `MethodData.DispatchId`. */
export const Call = {
  userIdentityToken: 2,
  loadCustomProperties: 3,
  saveCustomProperties: 4,
  ewsRequest: 5,
  displayNewAppointmentForm: 7,
  displayMessageForm: 8,
  displayAppointmentForm: 9,
  displayReply: 10,
  displayReplyAll: 11,
  callbackToken: 12,
  displayReplyWithAttachments: 30,
  displayReplyAllWithAttachments: 31,
  notificationAdd: 33,
  notificationGetAll: 34,
  notificationReplace: 35,
  notificationRemove: 36,
  body: 37,
  displayNewMessageForm: 44,
  attachmentContent: 150,
  internetHeaders: 168,
  displayNewMessageFormAsync: 178,
  displayMessageFormAsync: 179,
  displayReplyFormAsync: 183,
  displayReplyAllFormAsync: 184,
  saveRoamingSettings: 404,
  /** Ours, not Microsoft's: the supplement asks for it, since this office.js does not know the call. */
  asFile: 'DevHost.getAsFileAsync',
} as const;

/** A dispatch id, or the name of a call of our own. */
export type CallId = number | string;

/** Calls that all Office hosts share travel under another message name. */
export const SharedCall = { commandDone: 94, accessToken: 98 } as const;

/** Events by their name on the wire. */
export const WireEvent = {
  itemChanged: 'olkItemSelectedChanged',
  themeChanged: 'officeThemeChanged',
  /** Known to newer builds only; the supplement registers it here. */
  dragAndDrop: 'olkDragAndDropEvent',
  selectedItemsChanged: 'olkSelectedItemsChanged',
  /** Ours: lets the supplement's `officeTheme` follow without an add-in's handler. */
  devHostTheme: 'DevHost.officeTheme',
  /** Ours: the supplement makes HTML drag events of it, in the page of the pane. */
  devHostDrag: 'DevHost.htmlDrag',
} as const;

/** What office.js tells its host about the pane, and takes from it. */
export const Notice = {
  tabIn: 11,
  tabOut: 13,
  tabOutBackwards: 14,
  escape: 15,
} as const;

/** Kind of item in the initial data. */
export const ItemType = { message: 1, none: 6 } as const;

/** Permission of the add-in; the numbers do not ascend. */
export const Permission = { readItem: 1, readWriteMailbox: 2, readWriteItem: 3 } as const;

/** Error codes that we answer with; office.js has its own name and text for most. */
export const ErrorCode = {
  hostError: 5000,
  internalError: 5001,
  unknownEventType: 5007,
  attachmentNotFound: 9003,
  tokensNotSupported: 9018,
  genericResponse: 9020,
  duplicateNotificationKey: 9023,
  unknownNotificationKey: 9024,
  accessTokenNotSupported: 13006,
} as const;
