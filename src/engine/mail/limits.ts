/** What the engine reads at most, and why. Beyond a limit it reads less and says so; it never refuses a mail. */

/**
 * Bytes read of one mail. A report's own parts come before the returned mail, and the largest report
 * text seen is below 200 kB: what follows 8 MiB is somebody's attachment.
 */
export const MAX_BYTES = 8 * 1024 * 1024;

/** Bytes of an Outlook file: its reader needs some twenty times as many, and Exchange carries mails of 35 MB. */
export const MAX_MSG_BYTES = 40 * 1024 * 1024;

/** MIME parts inside one another. Real bounces need five (a forward of a forward of a report). */
export const MAX_NESTING = 40;

/** Fields of one header block. Real mails have below two hundred. */
export const MAX_FIELDS = 2000;

/** Mails opened inside mails: a report attached to a forward attached to a help-desk ticket is three. */
export const MAX_ATTACHED_DEPTH = 4;

/** Attached mails opened in one mail; somebody may forward a day's worth of bounces. */
export const MAX_ATTACHED = 25;

/** Characters of readable text searched for answers of servers. */
export const MAX_TEXT = 256 * 1024;

/**
 * Characters of a mail's texts that are looked at where its header block shows nothing of a bounce. A report
 * says so in its first lines, a forward below a note: no note is longer than this.
 */
export const MAX_PREVIEW = 16 * 1024;

/** Characters of a part, before it is decoded, in which it says what it is: blanks and the name of a field. */
export const MAX_BEGINNING = 400;

/** Recipients of one report, and of all reports in one mail: more than any names, and more than anybody reads. */
export const MAX_RECIPIENTS = 2000;

/** Records of one text: as many as MAX_TEXT has room for. More than MAX_RECIPIENTS are counted, so that it can be said. */
export const MAX_RECORDS = 20_000;

/** Characters of one header field: room for the addresses of MAX_RECIPIENTS in X-Failed-Recipients. */
export const MAX_FIELD = 64 * 1024;
