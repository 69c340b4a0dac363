// What a container's HEALTHCHECK runs. It imports nothing else of the bot, since it starts twice a minute.
// https://docs.docker.com/reference/dockerfile/#healthcheck

const PATIENCE_MS = 4_000;

const port = process.env.HEALTH_PORT?.trim() || undefined;

/** Whether the bot in this container is alive, in words. Fails when nothing responds. */
async function askWhetherAlive(at: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${at}/livez`, {
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const words = (await response.text()).trim();
  if (!response.ok) throw new Error(words);
  return words;
}

async function check(): Promise<number> {
  if (port === undefined) {
    process.stdout.write('HEALTH_PORT is not set, so nothing can be asked\n');
    return 0;
  }
  try {
    process.stdout.write(`${await askWhetherAlive(port)}\n`);
    return 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stdout.write(`no sign of life on port ${port}: ${reason}\n`);
    return 1;
  }
}

process.exitCode = await check();
