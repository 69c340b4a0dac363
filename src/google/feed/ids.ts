const GOOGLE = '@google.com';
const BASE32_HEX = '0123456789abcdefghijklmnopqrstuv';

/**
 * The ID of an event in Google's API, from its UID in the feed. Google's own UIDs contain it; an event
 * that was imported from elsewhere has an underscore and its UID in base32hex, in lower case.
 */
export function eventIdOf(uid: string): string {
  if (uid.endsWith(GOOGLE)) return uid.slice(0, -GOOGLE.length);
  return `_${base32Hex(Buffer.from(uid))}`;
}

function base32Hex(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const fives = bits.match(/.{1,5}/gu) ?? [];
  return fives.map((five) => BASE32_HEX[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}
