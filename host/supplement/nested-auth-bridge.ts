/**
 * STAND-IN, development only, for `window.nestedAppAuthBridge`: the way on which newer builds of office.js
 * hand a pane's requests for tokens to Outlook ("nested app authentication"). Written from what
 * @azure/msal-browser 5.30.0 sends and accepts (its folder `src/naa`). It knows one account, the mailbox
 * owner's, gives tokens that the local Graph takes, and refuses as Outlook does: see `?graph=`.
 * It comes after office.js, and only in profiles that have NestedAppAuth.
 */
import { readDevHost } from './parts/internals';
import { NestedAuthBridge } from './parts/nested-auth';

const devHost = readDevHost();
const mode = devHost?.graph;

if (mode && mode !== 'none' && !('nestedAppAuthBridge' in window)) {
  Object.assign(window, { nestedAppAuthBridge: new NestedAuthBridge(mode) });
}
