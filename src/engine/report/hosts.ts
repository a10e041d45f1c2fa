/** Names of hosts in what a report says. */

/** `dns; mail.example.com (192.0.2.1)` → `mail.example.com` */
export function hostOf(field: string | null): string | null {
  if (field === null) return null;
  const value =
    field
      .replace(/^\s*[a-z0-9-]{1,20}\s*;\s*/i, '')
      .trim()
      .split(/\s/)[0] ?? '';
  // No name of a host is longer (RFC 1035, 2.3.4).
  return value === '' ? null : value.slice(0, 255);
}

/** `host mx.example.com[192.0.2.1] said`, `Remote host mx.example.com` */
export function hostIn(text: string): string | null {
  const match =
    /\b(?:host:?|server|talking to|conversation with|connect to|lost connection with)\s{1,3}<?([a-z0-9](?:[a-z0-9-]{0,62}\.){1,8}[a-z]{2,24})\b/i.exec(
      text.slice(0, 2000),
    );
  return match?.[1]?.toLowerCase() ?? null;
}
