import { proofpointTarget } from './proofpoint.ts';

// Several programs may wrap a link one after another; more than this is a loop.
const MAX_DEPTH = 5;

interface Wrapper {
  readonly host: RegExp;
  readonly path?: RegExp;
  /** The parameters that may contain the target. */
  readonly parameters: readonly string[];
}

const WRAPPERS: readonly Wrapper[] = [
  // Google has one on each country's domain: google.com, google.co.in, google.de.
  {
    host: /^(?:www\.)?google(?:\.com?)?\.[a-z]{2,3}$/u,
    path: /^\/url$/u,
    parameters: ['q', 'url'],
  },
  { host: /^meet\.google\.com$/u, path: /^\/linkredirect$/u, parameters: ['dest'] },
  {
    host: /\.safelinks\.protection\.(?:outlook\.com|office365\.us|outlook\.cn)$/u,
    parameters: ['url'],
  },
  { host: /^statics\.teams\.cdn\.office\.net$/u, path: /safelinks/u, parameters: ['url'] },
  { host: /^linkprotect\.cudasvc\.com$/u, parameters: ['a'] },
  { host: /^(?:clicktime\.symantec\.com|protect2\.fireeye\.com)$/u, parameters: ['u'] },
  { host: /^slack-redir\.net$/u, parameters: ['url'] },
  { host: /^(?:www\.)?linkedin\.com$/u, path: /^\/redir\/redirect$/u, parameters: ['url'] },
  { host: /^l\.facebook\.com$/u, parameters: ['u'] },
];

/**
 * Where a link leads once the wrappers of mail programs and search engines are removed; undefined if
 * that is no page.
 */
export function unwrapped(url: URL): URL | undefined {
  let current = url;
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const target = targetOf(current);
    if (target === undefined) return current;
    const next = /^https?:\/\//iu.test(target) ? URL.parse(target) : null;
    if (!next) return undefined;
    current = next;
  }
  return current;
}

function targetOf(url: URL): string | undefined {
  return proofpointTarget(url) ?? ciscoTarget(url) ?? parameterTarget(url);
}

function parameterTarget(url: URL): string | undefined {
  const wrapper = WRAPPERS.find(
    ({ host, path }) => host.test(url.hostname) && (path?.test(url.pathname) ?? true),
  );
  return wrapper?.parameters
    .map((name) => url.searchParams.get(name))
    .find((value) => value !== null)
    ?.trim();
}

/** Cisco keeps the target in the path: `secure-web.cisco.com/<signature>/https%3A%2F%2F…`. */
function ciscoTarget(url: URL): string | undefined {
  if (url.hostname !== 'secure-web.cisco.com') return undefined;
  const [, encoded] = /\/(https?%3a%2f%2f[^/]+)$/iu.exec(url.pathname) ?? [];
  return encoded === undefined ? undefined : decoded(encoded);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
