import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemsOf, root } from './checks';

const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');

test('manifest.xml is in order', () => {
  expect(problemsOf(manifest)).toEqual([]);
});

/** A check that cannot fail checks nothing: each fault is planted in a copy and must be named. */
const inner = manifest.indexOf('<VersionOverrides', manifest.indexOf('<VersionOverrides') + 1);
type Fault = [what: string, from: string | RegExp, to: string, named: RegExp, only1_1?: boolean];
const faults: Fault[] = [
  ['a tag left open', '</OfficeApp>', '', /not XML/],
  ['a GUID too short', 'd7ac865-', 'd7ac86-', /Id is not a GUID/],
  ['a version of three parts', '0.1.0.0', '0.1.0', /Version has not four parts/],
  ['a version of its own', '0.1.0.0', '9.9.9.9', /not that of package\.json/],
  ['another locale', 'en-US', 'de-DE', /DefaultLocale/],
  ['the whole mailbox asked for', 'ReadItem<', 'ReadWriteMailbox<', /Permissions/],
  ['a rule for composing', 'FormType="Read"', 'FormType="Edit"', /Rule/],
  ['root elements swapped', /(<ProviderName>.*)(\s+)(<DefaultLocale>.*)/, '$3$2$1', /OfficeApp holds/],
  ['no address for help', /<SupportUrl[^>]*>/, '', /OfficeApp holds/],
  ['1.1 named 1.0', 'VersionOverridesV1_1', 'VersionOverridesV1_0', /is not 1\.1/],
  [
    'no 1.1',
    /<VersionOverrides xmlns="[^"]*1\.1"[^]*?<\/VersionOverrides>/,
    '',
    /1 VersionOverrides instead of 2/,
  ],
  [
    'a requirement that hides the button',
    'DefaultMinVersion="1.5"',
    'DefaultMinVersion="1.13"',
    /requirement sets/,
  ],
  [
    'pinning before the page',
    /(<SourceLocation resid="Pane.Url" \/>)(\s+)(<SupportsPinning>true<\/SupportsPinning>)/,
    '$3$2$1',
    /ShowTaskpane holds SupportsPinning SourceLocation/,
  ],
  ['a misspelt switch', /SupportsNoItemContext>/g, 'SupportsNoItem>', /against the order of the schema/],
  ['no pinning', '<SupportsPinning>true</SupportsPinning>', '', /cannot be pinned/],
  [
    'pinning in 1.0',
    '<SourceLocation resid="Pane.Url" />',
    '<SourceLocation resid="Pane.Url" /><SupportsPinning>true</SupportsPinning>',
    /1\.0 does not know/,
  ],
  [
    'shared folders after the button',
    /(<SupportsSharedFolders>.*)([^]*?<\/ExtensionPoint>)/,
    '$2$1',
    /DesktopFormFactor 1\.1 holds/,
  ],
  ['one id on two controls', 'id="MobileReadExplain"', 'id="ReadExplain"', /an id stands twice/],
  ['a reference to nothing', 'resid="Explain.Title"', 'resid="Explain.Tite"', /no resource for resid/, true],
  [
    'a text where an address goes',
    '"Pane.Url" />',
    '"Group.Label" />',
    /no resource for resid bt:Urls/,
    true,
  ],
  [
    'a resource for nobody',
    'size="25" scale="1" resid="Icon.25"',
    'size="25" scale="1" resid="Icon.50"',
    /never used/,
  ],
  [
    'a resource twice',
    '<bt:String id="Explain.Label"',
    '<bt:String id="Explain.Title"',
    /stands twice/,
    true,
  ],
  ['a long resid', /Explain\.Description/g, 'Explain.Description.Which.Is.Too.Long', /is over 32/],
  [
    'two wordings of one text',
    'DefaultValue="Explain bounce"',
    'DefaultValue="Explain"',
    /says two things/,
    true,
  ],
  [
    'a label of 126',
    /DefaultValue="Explain bounce"/g,
    `DefaultValue="${'x'.repeat(126)}"`,
    /longer than 125/,
  ],
  [
    'a description of 251',
    /(<Description DefaultValue=)"[^"]*"/,
    `$1"${'x'.repeat(251)}"`,
    /longer than 250/,
  ],
  ['a language less', /<bt:Override Locale="tr-TR".*/, '', /is not there in tr-TR/],
  ['a language twice', /<bt:Override Locale="de-DE"/, '<bt:Override Locale="tr-TR"', /is not there in/],
  [
    'a text that is still English',
    /(Locale="fr-FR" Value=)"Expliquer le bounce"/g,
    '$1"Explain bounce"',
    /"Explain bounce" is English in fr-FR/,
  ],
  ['a translation of 126', /Value="Bounce erklären"/g, `Value="${'x'.repeat(126)}"`, /longer than 125/],
  ['two translations of one text', 'Value="Bounce erklären"', 'Value="Erklären"', /says two things/, true],
  ['the pane as its help', 'support.html', 'taskpane.html', /SupportUrl is not the support page/],
  ['an empty label', /DefaultValue="Explain bounce"/g, 'DefaultValue=" "', /a text is empty/],
  ['http', /https:\/\/localhost/g, 'http://localhost', /not https/],
  [
    'a second origin',
    'https://localhost:3001/assets/icon-64.png',
    'https://localhost:3002/assets/icon-64.png',
    /origin/,
  ],
  ['a page that nobody builds', /taskpane\.html/g, 'panel.html', /the build makes no page \/panel\.html/],
  ['an icon that nobody drew', /icon-144\.png/g, 'icon-145.png', /no picture at/],
  ['an icon of another size', /icon-80\.png/g, 'icon-75.png', /icon-75\.png is 75 x 75, not 80 x 80/],
  ['a store icon of another size', 'icon-128.png', 'icon-64.png', /is 64 x 64, not 128 x 128/],
  ['eight icons for phones', /<bt:Image size="48" scale="3"[^>]*>/, '', /instead of 25x1/],
  ['no phones', /<MobileFormFactor>[^]*<\/MobileFormFactor>/, '', /0 MobileFormFactor/],
];

test.each(faults)('names %s', (_what, from, to, sentence, only1_1 = false) => {
  const start = only1_1 ? inner : 0;
  const broken = manifest.slice(0, start) + manifest.slice(start).replace(from, to);
  expect(broken).not.toBe(manifest);
  expect(problemsOf(broken).join('\n')).toMatch(sentence);
});
