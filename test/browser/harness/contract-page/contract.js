/* global Office, performance, window */
// The smallest add-in: tells when it is ready, and turns a callback call into a promise of plain data.
window.readyAfter =
  typeof Office === 'undefined' ? null : Office.onReady().then(() => Math.round(performance.now()));

window.call = (owner, name, ...args) =>
  new Promise((resolve) => {
    owner[name](...args, ({ status, value, error }) => {
      resolve({ status, value, error: error && { code: error.code, name: error.name } });
    });
  });
