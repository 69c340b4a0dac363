/** Whether two links open the same room: the rest of an address, such as a passcode, may differ. */
export function sameRoom(a: string | undefined, b: string | undefined): boolean {
  const [one, other] = [roomIn(a), roomIn(b)];
  return one !== undefined && one === other;
}

function roomIn(link: string | undefined): string | undefined {
  const url = link === undefined ? undefined : URL.parse(link);
  if (!url) return undefined;
  // `us02web.zoom.us` and `zoom.us` open the same rooms.
  const host = url.hostname.replace(/^(?:[\w-]+\.)+(?=zoom\.us$)/u, '');
  return `${host}${url.pathname.replace(/\/+$/u, '')}`.toLowerCase();
}
