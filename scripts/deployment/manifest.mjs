/** The manifest that lies beside the pane, and what it names. */

export async function checkManifest(site) {
  const file = await site.get('manifest.xml');
  if (!file) return;
  const addresses = [...file.text.matchAll(/"(https:\/\/[^"]+)"/g)]
    .map(([, address]) => address.replaceAll('&amp;', '&'))
    .filter((address) => /\.(html|png)$/.test(address));
  const foreign = addresses.filter((address) => !address.startsWith(`${site.address}/`));
  if (foreign.length > 0)
    site.fault(
      `manifest.xml names another address: ${foreign[0]}`,
      `Pack it for this one: npm run package -- --address ${site.address}`,
    );
  const own = addresses.filter((address) => !foreign.includes(address));
  for (const path of new Set(own.map((address) => address.slice(site.address.length + 1)))) {
    const found = await site.get(path);
    if (found && path.endsWith('.png') && found.headers.get('cross-origin-resource-policy') === 'same-origin')
      site.fault(
        `${path} is for its own site only`,
        'Take Cross-Origin-Resource-Policy out: Outlook shows the icon.',
      );
  }
}
