/**
 * STAND-IN, development only, for `?office=silent`: an office.js that loads and then never gets ready,
 * as it happens in a frame whose host does not answer.
 */
const never = new Promise<never>(() => undefined);

Object.assign(window, { Office: { onReady: () => never, context: {} } });

export {};
