import { unwrapped } from './wrappers.ts';

// Slack's limit for the URL of a button: https://docs.slack.dev/reference/block-kit/block-elements/button-element
const MAX_URL_LENGTH = 3000;

/** A host name and a path without a scheme, as in `zoom.us/j/1`. */
const BARE = /^(?:[a-z0-9-]+\.)+[a-z]{2,}\//iu;

/**
 * The https address that an address in an event leads to, with wrappers removed. Undefined for what no
 * button should open: another scheme, credentials, a host that isn't a name, an address that is too long.
 */
export function addressOf(written: string): URL | undefined {
  const text = written.trim().replaceAll('&amp;', '&');
  const url = URL.parse(BARE.test(text) ? `https://${text}` : text);
  const target = url ? unwrapped(url) : undefined;
  return target && secure(target);
}

/** The address as text, in its shortest equivalent form. */
export function addressText(url: URL): string {
  const isOnlyHost = url.pathname === '/' && url.search === '' && url.hash === '';
  return isOnlyHost ? url.origin : url.href;
}

function secure(url: URL): URL | undefined {
  const isPlain = url.protocol === 'http:' && url.port === '';
  if (url.protocol !== 'https:' && !isPlain) return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  if (!/\.[a-z][a-z0-9-]*$/iu.test(url.hostname)) return undefined;
  const secured = isPlain ? URL.parse(url.href.replace(/^http:/u, 'https:')) : url;
  return secured && secured.href.length <= MAX_URL_LENGTH ? secured : undefined;
}

/** Whether a host is one of these names or a subdomain of one. */
export function isOn(url: URL, hosts: readonly string[]): boolean {
  return hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
}
