/** Microsoft's two hosts, answered from the npm package: the pane is looked at as it is deployed. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export const OFFICE_HOST = 'https://appsforoffice.microsoft.com/';
export const AJAX_HOST = 'https://ajax.aspnetcdn.com/';

const OFFICE_FILES = join(__dirname, '../../../node_modules/@microsoft/office-js/dist');
const HOSTED = '/lib/1/hosted/';

export interface HostsAnswering {
  office: 'answers' | 'dead';
  /** `stub`: a file that defines nothing. */
  ajax: 'stub' | 'dead';
}

/** Answers for both hosts, or lets the connection fail as a blocked network does. */
export async function answerForMicrosoft(page: Page, { office, ajax }: HostsAnswering): Promise<void> {
  await page.route(`${OFFICE_HOST}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (office === 'dead' || !pathname.startsWith(HOSTED)) return route.abort('connectionfailed');
    return route.fulfill({ path: join(OFFICE_FILES, pathname.slice(HOSTED.length)) });
  });
  await page.route(`${AJAX_HOST}**`, (route) =>
    ajax === 'dead'
      ? route.abort('connectionfailed')
      : route.fulfill({ contentType: 'text/javascript', body: '/* nothing */' }),
  );
}
