const TIMEOUT_MS = 10_000;

/** The HTTP status of a page, whose body is not read; undefined if no answer came. */
export async function linkStatus(url: string): Promise<number | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}
