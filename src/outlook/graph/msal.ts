/** The part of MSAL that the pane uses: a file of its own, loaded when the admin asks for it. */
export { createNestablePublicClientApplication, PublicClientApplication } from '@azure/msal-browser';
