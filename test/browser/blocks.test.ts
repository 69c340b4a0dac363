import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act } from '../../sandbox/playground/browser/act.ts';
import { buildPage } from '../../sandbox/playground/browser/page.ts';
import { servePlayground } from '../../sandbox/playground/browser/server.ts';
import type { PlaygroundState } from '../../sandbox/playground/browser/state.ts';
import { BROWSER_FLAGS, chromiumPath } from '../../sandbox/playground/visit.ts';
import { checkBlocks, VIEW_BLOCKS } from '../../sandbox/slack/block-kit.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const options = [option('one'), option('two')];
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const PIXEL = 'https://pixel.invalid/pixel.png';

function blocksOf(value: unknown) {
  const checked = checkBlocks(value, VIEW_BLOCKS);
  if (!checked.ok) throw new Error(checked.errors.join('\n'));
  return checked.blocks;
}

const NOW = 1_796_000_000_000;
const DATE = {
  type: 'date',
  timestamp: NOW / 1000 + 7200,
  format: ' {time}, {ago}',
  fallback: 'x',
} as const;

const home = blocksOf([
  { type: 'header', text: plain('A *header*') },
  { type: 'section', fields: [mrkdwn('*Left* field'), mrkdwn('~Right~ field')] },
  { type: 'divider' },
  {
    type: 'section',
    text: mrkdwn('With a menu'),
    accessory: { type: 'static_select', action_id: 'menu', placeholder: plain('Pick'), options },
  },
  { type: 'context', elements: [{ type: 'image', image_url: PIXEL, alt_text: 'a pixel' }] },
  { type: 'image', image_url: PIXEL, alt_text: 'a picture' },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'rich words', style: { bold: true } },
          DATE,
          { ...DATE, timezone: 'America/Los_Angeles', url: 'https://a.example/' },
        ],
      },
    ],
  },
  { type: 'actions', elements: [{ type: 'radio_buttons', action_id: 'radio', options }] },
]);

const form = blocksOf([
  { type: 'input', label: plain('Name'), element: { type: 'plain_text_input', action_id: 'name' } },
  {
    type: 'input',
    label: plain('Kind'),
    element: { type: 'static_select', action_id: 'kind', options },
  },
]);

const state: PlaygroundState = {
  now: NOW,
  retired: false,
  groupZone: 'America/Los_Angeles',
  channel: { id: 'C1', name: 'wg-serving' },
  organizersChannel: { id: 'C2', name: 'organizers', members: [] },
  shortcuts: [],
  botId: 'U0BOT',
  actors: [
    { role: 'member', id: 'U1', name: 'member', zone: 'Asia/Kolkata', city: 'Pune', direct: 'D1' },
  ],
  messages: [],
  homes: { U1: home },
  modals: {},
  coming: [],
  calendar: [],
  calendarReadAt: undefined,
  playlist: { title: 'WG Serving', isPrivate: false, nextTitle: '', videos: [] },
  notes: { text: '', isPrivate: false },
  faults: [],
  traffic: [],
  notices: [],
  completions: [],
};

describe.skipIf(chromiumPath === undefined)('Block Kit in the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: BROWSER_FLAGS });
  });
  afterAll(() => browser.close());

  it('is rendered in all its kinds, and its controls reach the app', async () => {
    const acts: Act[] = [];
    let shown = state;
    const session = {
      state: async () => shown,
      act: async (act: Act) => void acts.push(act),
      close: async () => {},
    };
    const server = await servePlayground(() => session, await buildPage(), 4700);
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Home tab' }).click();
    await page.getByRole('heading', { name: 'A *header*' }).waitFor();
    for (const words of ['Left', 'Right', 'With a menu', 'rich words']) {
      await page.getByText(words).first().waitFor();
    }
    await page.getByText('8:23 AM, in 2 hours').waitFor();
    const elsewhere = page.getByRole('link', { name: '6:53 PM, in 2 hours' });
    expect(await elsewhere.getAttribute('href')).toBe('https://a.example/');
    await page.getByAltText('a picture').waitFor({ state: 'attached' });
    await page.getByLabel('Pick').selectOption('two');
    await page.getByLabel('one').check();

    const labels = {
      id: 'V1',
      rootId: 'V1',
      hash: '1',
      title: 'Ask',
      close: 'Close',
      submit: 'Send it',
      callbackId: '',
      privateMetadata: '',
    };
    // Dates stay correct while the clock runs, second by second.
    shown = { ...state, now: NOW + 3_599_000, modals: { U1: { ...labels, blocks: form } } };
    server.changed();
    await page.getByText('8:23 AM, in 60 minutes').waitFor();
    await page.getByLabel('Name').fill('Ada');
    await page.getByLabel('Kind').selectOption('two');
    await page.getByRole('button', { name: 'Send it' }).click();
    const press = { do: 'press', as: 'member' };
    await expect
      .poll(() => acts)
      .toEqual([
        { do: 'open home', as: 'member' },
        { ...press, actionId: 'menu', values: ['two'] },
        { ...press, actionId: 'radio', values: ['one'] },
        { do: 'submit modal', as: 'member', entered: { name: ['Ada'], kind: ['two'] } },
      ]);
    await page.close();
    await server.close();
  });
});
