/** Addresses that nobody reads: service accounts that a directory sync brings along. */
import { addresses } from '../../knowledge/generated';

/** @param address `noreply@example.com`, `noreply+tag@example.com` */
export function isUnmanned(address: string): boolean {
  const local =
    address
      .slice(0, Math.max(0, address.lastIndexOf('@')))
      .toLowerCase()
      .split('+')[0] ?? '';
  return addresses.unmanned.some((entry) =>
    entry.endsWith('*') ? local.startsWith(entry.slice(0, -1)) : local === entry,
  );
}
