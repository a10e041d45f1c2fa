/**
 * manifest.xml against Microsoft's schema of VersionOverrides 1.1. The schema is not ours to hand on: MANIFEST_XSD names
 * the folder with `MailAppVersionOverridesV1_1.xsd` and `OfficeAppBasicTypesV1_0.xsd`. manifest.test.ts needs neither.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { root } from './checks';

const folder = process.env.MANIFEST_XSD ?? '';
const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');
const inner = /<VersionOverrides xmlns="[^"]*1\.1"[^]*?<\/VersionOverrides>/.exec(manifest)?.[0] ?? '';
const withNamespaces = inner.replace(
  '<VersionOverrides',
  '<VersionOverrides xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
);

const OVERRIDE =
  '<xs:sequence><xs:element name="Override" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:attribute name="Locale" use="required"/><xs:attribute name="Value" use="required"/></xs:complexType></xs:element></xs:sequence>';

/** An excerpt of the basic types that knows no `Override` is given it, as [MS-OWEMXML] 2.2.5 has it. */
const withOverride = (schema: string) =>
  schema.includes('"Override"')
    ? schema
    : schema.replace(/(<xs:complexType name="(?:U|S|Lg)">)(<xs:attribute)/g, `$1${OVERRIDE}$2`);

async function faultsOf(xml: string): Promise<string[]> {
  const read = (name: string) => ({ fileName: name, contents: readFileSync(join(folder, name), 'utf8') });
  const types = read('OfficeAppBasicTypesV1_0.xsd');
  const { errors } = await validateXML({
    xml: { fileName: 'manifest.xml', contents: xml },
    schema: [read('MailAppVersionOverridesV1_1.xsd')],
    preload: [{ ...types, contents: withOverride(types.contents) }],
  });
  return errors.map(({ message }) => message);
}

if (folder === '') {
  console.log('Not run: MANIFEST_XSD names no folder with the schema of the manifest.');
  test.skip('the schema of VersionOverrides 1.1 accepts the manifest (MANIFEST_XSD is not set)', () =>
    undefined);
} else {
  test('the schema of VersionOverrides 1.1 accepts the manifest', async () => {
    expect(await faultsOf(withNamespaces)).toEqual([]);
  });

  test.each([
    ['a misspelt switch', 'SupportsPinning', 'SupportPinning'],
    ['an override without its language', /<bt:Override Locale="tr-TR"/, '<bt:Override'],
    ['a button without an icon', /<Icon>[^]*?<\/Icon>/, ''],
  ])('and refuses %s', async (_what, from, to) => {
    const broken = withNamespaces.replaceAll(from instanceof RegExp ? new RegExp(from, 'g') : from, to);
    expect(broken).not.toBe(withNamespaces);
    expect(await faultsOf(broken)).not.toEqual([]);
  });
}
