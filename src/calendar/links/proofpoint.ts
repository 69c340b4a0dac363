// Proofpoint's URL Defense has had three ways to write a target.
// https://help.proofpoint.com/Threat_Insight_Dashboard/API_Documentation/URL_Decoder_API
const HOST = /^urldefense(?:\.proofpoint)?\.(?:com|us)$/u;
const VERSION_3 = /\/v3\/__(?<target>.+)__;(?<replaced>[\w-]*)!/u;

// In version 3, `**` and one of these letters give the number of replaced characters, starting at two.
const RUN_LENGTHS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The target of a link rewritten by Proofpoint; undefined for any other link. */
export function proofpointTarget(url: URL): string | undefined {
  if (!HOST.test(url.hostname)) return undefined;
  if (url.pathname.startsWith('/v3/')) return version3(url.href);
  const target = url.searchParams.get('u') ?? undefined;
  return url.pathname.startsWith('/v2/') ? target && version2(target) : target;
}

/** Version 2 writes `_` for `/` and `-3A` for `%3A`. */
function version2(target: string): string | undefined {
  try {
    return decodeURIComponent(target.replaceAll('_', '/').replaceAll('-', '%'));
  } catch {
    return undefined;
  }
}

/** Version 3 keeps the target readable; `*` marks a character that follows the target, in base64. */
function version3(href: string): string | undefined {
  const { target, replaced = '' } = VERSION_3.exec(href)?.groups ?? {};
  if (target === undefined) return undefined;
  const kept = [...Buffer.from(replaced, 'base64url').toString('utf8')];
  const restored = target.replaceAll(/\*(?:\*(?<run>[\w-]))?/gu, (token, run?: string) => {
    const count = run === undefined ? 1 : RUN_LENGTHS.indexOf(run) + 2;
    return kept.length < count ? token : kept.splice(0, count).join('');
  });
  // Some mail programs collapse the two slashes after the scheme into one.
  return restored.replace(/^(https?:\/)(?=[^/])/iu, '$1/');
}
