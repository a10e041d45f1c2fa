/**
 * What somebody who helps an admin has to know, as text. It holds names and versions of programs, codes and
 * counts: no word of a mail, no address, no name of a file.
 */
import { failedCalls } from './call';
import { KNOWLEDGE_DATE, VERSION } from '../identity';
import { client, requirementSets } from './client';
import { deploymentConfig } from '../site/deployment-config';
import type { Door } from './door';
import { type Start, mailbox, office, platform } from './office';
import { pageViolations } from './page-violations';

export interface DiagnosticsAbout {
  start: Start | null;
  doors: readonly Door<never>[];
  /** Problems that were shown since the pane opened, as `code: detail`. */
  problems: readonly string[];
  now: Date;
}

/** One line a fact; English, since it is read by whoever helps. */
export function diagnosticsText({ start, doors, problems, now }: DiagnosticsAbout): string {
  const host = mailbox()?.diagnostics;
  const lines: [string, string | undefined][] = [
    ['Bounce Explainer', `${VERSION}, knowledge of ${KNOWLEDGE_DATE}`],
    ['Time (UTC)', now.toISOString()],
    ['Outlook', start?.reason ?? 'starting'],
    ['Client', client()],
    ['Host', [host?.hostName, host?.hostVersion, host?.OWAView].filter(Boolean).join(' ')],
    ['Platform', platform() ?? ''],
    ['office.js', officeVersion()],
    ['Requirement sets', requirementSets().join(', ')],
    ['Language', office()?.context?.displayLanguage ?? navigator.language],
    ['Browser', navigator.userAgent],
    ...doors.map((door): [string, string] => [`Door ${door.id}`, door.obstacle() ?? 'works']),
    ['config.json', configFaults().join(', ') || 'understood'],
    ...pageViolations().map((violation): [string, string] => ['Blocked by the page', violation]),
    ...failedCalls().map((failed): [string, string] => ['Failed call', failed]),
    ...problems.map((problem): [string, string] => ['Problem', problem]),
  ];
  return lines.map(([name, value]) => `${name}: ${value || '-'}`).join('\n') + '\n';
}

function configFaults(): string[] {
  const { faults, refusedLinks } = deploymentConfig();
  return [...faults, ...refusedLinks.map(({ link, why }) => `links.${link} (${why})`)];
}

/** office.js tells its version nowhere in its documented interface; this is where its own code keeps it. */
function officeVersion(): string {
  const { OSF } = globalThis as { OSF?: { ConstantNames?: { FileVersion?: unknown } } };
  const version = OSF?.ConstantNames?.FileVersion;
  return typeof version === 'string' ? version : office() ? 'unknown' : 'not loaded';
}
