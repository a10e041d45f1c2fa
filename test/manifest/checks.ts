/**
 * What must hold of manifest.xml, beyond what a schema can say. Each check gives sentences about
 * what is wrong; none means all is well. The limits are those of Microsoft's manifest reference:
 * https://learn.microsoft.com/javascript/api/manifest
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { all, child, named, parseXml, type Element } from './xml';

export const root = join(__dirname, '../..');
const nested = 'VersionOverrides';

const OFFICE_APP =
  'Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl Hosts Requirements FormSettings Permissions Rule VersionOverrides';
const OVERRIDES = 'Requirements Hosts Resources VersionOverrides';
const SHOW_TASKPANE = 'SourceLocation SupportsPinning SupportsNoItemContext SupportsMultiSelect';

/** Page of the manifest → what the build makes it from. */
const PAGES: Record<string, string> = {
  '/taskpane.html': 'src/panel/taskpane.html',
  '/support.html': 'SUPPORT.md',
};

/** The languages of the pane beside English. */
const LOCALES = 'tr-TR de-DE fr-FR es-ES ar-SA';
const NAME = 'Bounce Explainer';

export function problemsOf(xml: string): string[] {
  let app: Element;
  try {
    app = parseXml(xml);
  } catch (problem) {
    return [`not XML: ${(problem as Error).message}`];
  }
  const versions = named(app, nested);
  return [
    ...identity(app),
    ...shape(app, versions),
    ...versions.flatMap(resources),
    ...agreement(versions),
    ...languages(app),
    ...support(app),
    ...lengths(app),
    ...addresses(app),
    ...pictures(app, versions),
  ];
}

const problemIf = (wrong: boolean, sentence: string): string[] => (wrong ? [sentence] : []);
const names = (element: Element | undefined) =>
  element?.children.map((one) => one.name).join(' ') ?? 'nothing';

function identity(app: Element): string[] {
  const text = (name: string) => child(app, name)?.text ?? '';
  const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string })
    .version;
  const rule = child(app, 'Rule')?.attributes ?? {};
  return [
    ...problemIf(app.attributes['xsi:type'] !== 'MailApp', 'the root is not a MailApp'),
    ...problemIf(!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text('Id')), 'Id is not a GUID'),
    ...problemIf(!/^\d{1,5}(\.\d{1,5}){3}$/.test(text('Version')), 'Version has not four parts'),
    ...problemIf(text('Version') !== `${version}.0`, `Version is not that of package.json, ${version}.0`),
    ...problemIf(text('DefaultLocale') !== 'en-US', 'DefaultLocale is not en-US'),
    ...problemIf(text('Permissions') !== 'ReadItem', 'Permissions asks for other than ReadItem'),
    ...problemIf(
      rule['xsi:type'] !== 'ItemIs' || rule['ItemType'] !== 'Message' || rule['FormType'] !== 'Read',
      'Rule is not: a message being read',
    ),
  ];
}

function shape(app: Element, versions: Element[]): string[] {
  const [first, second] = versions;
  const space = 'http://schemas.microsoft.com/office/mailappversionoverrides';
  const is = (one: Element | undefined, namespace: string, type: string) =>
    one?.attributes['xmlns'] === namespace && one.attributes['xsi:type'] === type;
  const forms = (one: Element | undefined) => child(child(child(one, 'Hosts'), 'Host'), 'DesktopFormFactor');
  const panes = named(app, 'Action').filter((one) => one.attributes['xsi:type'] === 'ShowTaskpane');
  const sets = [app, ...versions].map((one) => {
    const requirements = child(one, 'Requirements')?.children[0];
    return `${requirements?.children[0]?.attributes['Name']} ${requirements?.attributes['DefaultMinVersion']}`;
  });
  return [
    ...problemIf(names(app) !== OFFICE_APP, `OfficeApp holds ${names(app)}`),
    ...problemIf(versions.length !== 2, `${versions.length} VersionOverrides instead of 2`),
    ...problemIf(!is(first, space, 'VersionOverridesV1_0'), 'the outer VersionOverrides is not 1.0'),
    ...problemIf(
      !is(second, `${space}/1.1`, 'VersionOverridesV1_1'),
      'the inner VersionOverrides is not 1.1',
    ),
    ...problemIf(names(first) !== OVERRIDES, `VersionOverrides 1.0 holds ${names(first)}`),
    ...problemIf(`${names(second)} ${nested}` !== OVERRIDES, `VersionOverrides 1.1 holds ${names(second)}`),
    // A higher set would hide the button in Outlook LTSC 2021, on phones and with Exchange Server.
    ...problemIf(
      sets.join() !== 'Mailbox 1.3,Mailbox 1.3,Mailbox 1.5',
      `requirement sets are ${sets.join()}`,
    ),
    ...problemIf(
      names(forms(first)) !== 'ExtensionPoint',
      'DesktopFormFactor 1.0 holds what 1.0 does not know',
    ),
    ...problemIf(
      names(forms(second)) !== 'SupportsSharedFolders ExtensionPoint',
      `DesktopFormFactor 1.1 holds ${names(forms(second))}`,
    ),
    ...problemIf(panes.length !== 3, `${panes.length} buttons open the pane, not 3`),
    ...panes.flatMap((pane) =>
      problemIf(
        !inOrder(pane, SHOW_TASKPANE),
        `ShowTaskpane holds ${names(pane)}, against the order of the schema`,
      ),
    ),
    ...problemIf(!names(panes[1]).includes('SupportsPinning'), 'the desktop pane cannot be pinned'),
    ...problemIf(names(panes[0]) !== 'SourceLocation', 'ShowTaskpane 1.0 holds what 1.0 does not know'),
    ...problemIf(
      names(panes[2]) !== 'SourceLocation',
      'ShowTaskpane on a phone holds what phones do not know',
    ),
    ...versions.flatMap((one) => {
      const ids = all(one, nested).flatMap((element) =>
        /^(Control|Group)$/.test(element.name) ? [element.attributes['id']] : [],
      );
      return problemIf(new Set(ids).size !== ids.length, `an id stands twice: ${ids.join(' ')}`);
    }),
  ];
}

/** True if the children stand in that order, each at most once, with none that is not named. */
function inOrder(element: Element, order: string): boolean {
  const places = element.children.map((one) => order.split(' ').indexOf(one.name));
  return places.every((place, index) => place > (index === 0 ? -1 : (places[index - 1] ?? -1)));
}

const KIND: Record<string, string> = {
  'bt:Image': 'bt:Images',
  SourceLocation: 'bt:Urls',
  Label: 'bt:ShortStrings',
  Title: 'bt:ShortStrings',
  Description: 'bt:LongStrings',
};

function resources(overrides: Element): string[] {
  const shelf = child(overrides, 'Resources')?.children ?? [];
  const offered = shelf.flatMap((kind) => kind.children.map((one) => `${kind.name} ${one.attributes['id']}`));
  const asked = all(overrides, nested).flatMap((element) =>
    'resid' in element.attributes ? [`${KIND[element.name]} ${element.attributes['resid']}`] : [],
  );
  return [
    ...problemIf(new Set(offered).size !== offered.length, 'a resource id stands twice'),
    ...asked.filter((one) => !offered.includes(one)).map((one) => `no resource for resid ${one}`),
    ...offered.filter((one) => !asked.includes(one)).map((one) => `resource ${one} is never used`),
    ...offered.filter((one) => (one.split(' ')[1] ?? '').length > 32).map((one) => `resid ${one} is over 32`),
  ];
}

/** 1.1 repeats what 1.0 says, so nothing but this keeps the two from drifting apart. */
function agreement(versions: Element[]): string[] {
  const said = new Map<string, string>();
  return versions.flatMap((overrides) =>
    all(overrides, nested).flatMap((one) => {
      const { id, DefaultValue: text } = one.attributes;
      if (id === undefined || text === undefined) return [];
      const value = [text, ...overridesOf(one).map(({ Value }) => Value)].join(' / ');
      const before = said.get(id) ?? value;
      said.set(id, before);
      return problemIf(before !== value, `resource ${id} says two things: ${before} / ${value}`);
    }),
  );
}

const overridesOf = (text: Element) =>
  text.children.filter(({ name }) => /^(bt:)?Override$/.test(name)).map(({ attributes }) => attributes);

/** Every text but the product's name is there in each language, once, and translated. */
function languages(app: Element): string[] {
  const texts = all(app).filter(({ name, attributes: { DefaultValue: text = '' } }) => {
    const isText = /^(DisplayName|Description|bt:String)$/.test(name) && text !== '';
    return isText && text !== NAME;
  });
  return texts.flatMap((one) => {
    const text = one.attributes['DefaultValue'] ?? '';
    const there = overridesOf(one);
    return [
      ...problemIf(
        there.map(({ Locale }) => Locale).join(' ') !== LOCALES,
        `"${text.slice(0, 30)}" is not there in ${LOCALES}`,
      ),
      ...there
        .filter(({ Value }) => Value === text)
        .map(({ Locale }) => `"${text.slice(0, 30)}" is English in ${Locale}`),
    ];
  });
}

/** The store wants a page that helps: not the pane, and no page of a repository. */
function support(app: Element): string[] {
  const address = child(app, 'SupportUrl')?.attributes['DefaultValue'] ?? '';
  return problemIf(!address.endsWith('/support.html'), `SupportUrl is not the support page: ${address}`);
}

function lengths(app: Element): string[] {
  const limit = (one: Element, parent: string): number => {
    if (parent === 'bt:ShortStrings' || one.name === 'DisplayName') return 125;
    if (parent === 'bt:LongStrings' || one.name === 'Description') return 250;
    return 2048;
  };
  const values = all(app).flatMap((parent) =>
    parent.children.flatMap((one) => {
      const value = one.attributes['DefaultValue'];
      const texts = [value, ...overridesOf(one).map(({ Value }) => Value)];
      return texts.flatMap((text) =>
        text === undefined ? [] : [{ value: text, limit: limit(one, parent.name) }],
      );
    }),
  );
  values.push({ value: child(app, 'ProviderName')?.text ?? '', limit: 125 });
  return values.flatMap(({ value, limit: most }) => [
    ...problemIf(value.trim() === '', 'a text is empty'),
    ...problemIf(value.length > most, `longer than ${most}: ${value.slice(0, 40)}…`),
  ]);
}

function addresses(app: Element): string[] {
  const urls = all(app).flatMap((one) => [
    ...Object.entries(one.attributes).flatMap(([key, value]) => (key.startsWith('xmlns') ? [] : [value])),
    one.text,
  ]);
  const found = urls.filter((one) => one.includes('://'));
  const origins = new Set(found.map((one) => new URL(one).origin));
  const pages = found.map((one) => new URL(one).pathname).filter((path) => !path.endsWith('.png'));
  return [
    ...found.filter((one) => !one.startsWith('https://')).map((one) => `not https: ${one}`),
    ...problemIf(origins.size !== 1, `more than one origin: ${[...origins].join(' ')}`),
    ...pages
      .filter((path) => !existsSync(join(root, PAGES[path] ?? 'no such page')))
      .map((path) => `the build makes no page ${path}`),
  ];
}

function pictures(app: Element, versions: Element[]): string[] {
  const wanted = [
    { url: child(app, 'IconUrl')?.attributes['DefaultValue'], size: 64 },
    { url: child(app, 'HighResolutionIconUrl')?.attributes['DefaultValue'], size: 128 },
  ];
  const problems: string[] = [];
  for (const overrides of versions) {
    const images =
      child(overrides, 'Resources')?.children.find((one) => one.name === 'bt:Images')?.children ?? [];
    for (const icon of named(overrides, 'Icon', nested)) {
      const phone = icon.attributes['xsi:type'] === 'bt:MobileIconList';
      const has = icon.children
        .map(({ attributes: a }) => (phone ? `${a['size']}x${a['scale']}` : a['size']))
        .join();
      const needs = phone ? '25x1,25x2,25x3,32x1,32x2,32x3,48x1,48x2,48x3' : '16,32,80';
      problems.push(...problemIf(has !== needs, `an icon comes in ${has} instead of ${needs}`));
      for (const { attributes: a } of icon.children) {
        const url = images.find((one) => one.attributes['id'] === a['resid'])?.attributes['DefaultValue'];
        wanted.push({ url, size: Number(a['size']) * Number(a['scale'] ?? 1) });
      }
    }
  }
  const phones = named(app, 'MobileFormFactor').length;
  problems.push(...problemIf(phones !== 1, `${phones} MobileFormFactor instead of 1`));
  return [...problems, ...wanted.flatMap(({ url, size }) => pictureProblem(url, size))];
}

function pictureProblem(url: string | undefined, size: number): string[] {
  const path = url?.includes('://') ? new URL(url).pathname : 'nothing';
  const file = join(root, path);
  if (!path.startsWith('/assets/') || !existsSync(file)) return [`no picture at ${path}`];
  const bytes = readFileSync(file);
  // A PNG is: 8 bytes of signature, 8 of chunk head, then width and height.
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return [`${path} is not a PNG`];
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return problemIf(
    width !== size || height !== size,
    `${path} is ${width} x ${height}, not ${size} x ${size}`,
  );
}
