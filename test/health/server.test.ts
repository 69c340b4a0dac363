import { afterEach, describe, expect, it } from 'vitest';
import { SetupError } from '../../src/errors.ts';
import { type HealthServer, type Page, plain, serveHealth } from '../../src/health/server.ts';
import { memoryLogger, silent } from '../support/build.ts';

const servers: HealthServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function serving(page: () => Promise<Page>, logger = silent) {
  const server = await serveHealth(0, new Map([['/page', page]]), logger);
  servers.push(server);
  return (path: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${server.port}${path}`, { method });
}

describe('the health server', () => {
  it('serves its pages, and says what there is in place of another one', async () => {
    const ask = await serving(async () => plain(503, 'ill'));
    const page = await ask('/page?now');
    expect({ status: page.status, text: await page.text() }).toEqual({
      status: 503,
      text: 'ill\n',
    });
    expect(await (await ask('/page', 'HEAD')).text()).toBe('');
    expect((await ask('/page', 'POST')).status).toBe(405);
    const other = await ask('/other');
    expect(other.status).toBe(404);
    expect(await other.text()).toContain('/page');
  });

  it('makes a page once for all who ask at the same time', async () => {
    let made = 0;
    const gate = Promise.withResolvers<void>();
    const ask = await serving(async () => {
      made += 1;
      await gate.promise;
      return plain(200, 'ok');
    });
    const asked = Array.from({ length: 50 }, () => ask('/page'));
    await expect.poll(() => made).toBe(1);
    gate.resolve();
    expect((await Promise.all(asked)).every(({ status }) => status === 200)).toBe(true);
    expect(made).toBeLessThan(50);
    expect((await ask('/page')).status).toBe(200);
  });

  it('survives a page that fails, and logs why', async () => {
    const { logger, lines } = memoryLogger();
    const ask = await serving(() => Promise.reject(new Error('broken inside')), logger);
    const page = await ask('/page');
    expect(page.status).toBe(500);
    expect(await page.text()).toBe('internal error\n');
    expect(lines).toMatchObject([{ msg: 'health endpoint failed' }]);
  });

  it('says that its port is taken', async () => {
    await serving(async () => plain(200, 'ok'));
    const port = servers[0]?.port ?? 0;
    const second = serveHealth(port, new Map(), silent);
    await expect(second).rejects.toBeInstanceOf(SetupError);
    await expect(second).rejects.toThrow(
      `HEALTH_PORT: cannot listen on ${port}; another program listens there already`,
    );
  });
});
