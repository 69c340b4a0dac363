import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../src/calendar/links/address.ts';
import { chooseLinks } from '../../../src/calendar/links/choose.ts';
import { mentionsIn } from '../../../src/calendar/links/mentions.ts';
import { plain } from '../../../src/calendar/links/rich-text.ts';
import { roomAt } from '../../../src/calendar/links/rooms.ts';
import { SERVICES } from '../../../src/calendar/links/services.ts';
import { written } from '../../../src/calendar/links/written.ts';
import { descriptionRuns } from '../../../src/google/description.ts';

const encoded = (to: string) => encodeURIComponent(to);
const v2 = (to: string) =>
  encoded(to)
    .replaceAll('-', '%2D')
    .replaceAll('_', '%5F')
    .replaceAll('%2F', '_')
    .replaceAll('%', '-');

const wrapper = fc.constantFrom<(to: string) => string>(
  (to) => `https://www.google.com/url?q=${encoded(to)}&sa=D`,
  (to) => `https://google.co.jp/url?url=${encoded(to)}`,
  (to) => `https://eur02.safelinks.protection.outlook.com/?url=${encoded(to)}&data=05`,
  (to) => `https://urldefense.proofpoint.com/v2/url?u=${v2(to)}&d=x`,
  (to) => `https://urldefense.com/v3/__${to}__;!!x!y$`,
  (to) => `https://secure-web.cisco.com/1aBc/${encoded(to)}`,
  (to) => `https://meet.google.com/linkredirect?dest=${encoded(to)}`,
);

const letters = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'abcdefghkmnp2345679'), minLength: min, maxLength: max });
const room = fc
  .tuple(fc.integer({ min: 1e9, max: 1e11 - 1 }), letters(4, 30))
  .map(([id, pwd]) => `https://zoom.us/j/${id}?pwd=${pwd}.1`);

const invitation = (html: string, place = '') => ({
  title: '',
  place,
  mentions: mentionsIn(descriptionRuns(html)),
  conference: [],
  attachments: [],
  joinHosts: [],
});

describe('an address', () => {
  it('is the same through any wrappers', () => {
    fc.assert(
      fc.property(room, fc.array(wrapper, { maxLength: 3 }), (target, wrappers) => {
        const wrapped = wrappers.reduce((to, wrap) => wrap(to), target);
        expect(addressOf(wrapped)?.href).toBe(target);
      }),
    );
  });

  it('is https and without credentials, or undefined', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), (text) => {
        const url = addressOf(text);
        expect(url === undefined || (url.protocol === 'https:' && url.username === '')).toBe(true);
      }),
    );
  });

  it('on a host that poses as a service is never a room', () => {
    const hosts = SERVICES.flatMap(({ hosts: names }) => names);
    fc.assert(
      fc.property(fc.constantFrom(...hosts), letters(1, 8), room, (host, evil, path) => {
        const { pathname } = new URL(path);
        expect(roomAt(new URL(`https://${host}.${evil}.example${pathname}`), [])).toBe(
          'look-alike',
        );
      }),
    );
  });
});

describe('a room', () => {
  const between = fc.constantFrom(
    '',
    ' ',
    '\n',
    '<br>',
    '. ',
    '（',
    '）',
    '、',
    '<p>',
    '&nbsp;',
    ' | ',
  );

  it('is found in any text around it', () => {
    const words = fc.string({ unit: fc.constantFrom(...'abc XYZ.,:()é会') });
    fc.assert(
      fc.property(room, words, between, between, words, (target, before, left, right, after) => {
        const anchor = `<a href="${target}">${target}</a>`;
        const html = `${before}${left}${anchor}${right}${after}`;
        expect(chooseLinks(invitation(html)).join?.url).toBe(target);
      }),
    );
  });

  it('is found when typed, by itself or before punctuation', () => {
    const end = fc.constantFrom(
      '',
      ' x',
      '\nx',
      '.',
      ', x',
      ')',
      '）',
      '。',
      '> x',
      '"',
      '；',
      '会议',
    );
    const start = fc.constantFrom('', 'Join: ', '(', '（', '会议：', '<', '"', '参加', '\n');
    fc.assert(
      fc.property(room, start, end, (target, before, after) => {
        const { join } = chooseLinks(invitation(before + target + after));
        expect(join?.url).toBe(target);
      }),
    );
  });
});

describe('the displayed text', () => {
  it('shows each link once', () => {
    expect(written(plain('https://a.example/x <https://a.example/x> b'))).toBe(
      'https://a.example/x b',
    );
    const wrapped =
      '<a href="https://www.google.com/url?q=https://a.example/x&sa=D">https://a.example/x</a>';
    expect(written(descriptionRuns(wrapped))).toBe('https://a.example/x');
    expect(written(descriptionRuns('<a href="https://a.example/x">Notes</a>'))).toBe(
      'Notes (https://a.example/x)',
    );
  });

  it('keeps the lines of a plain text', () => {
    expect(written(descriptionRuns('Agenda:\n- DRA\n- <b>LWS</b> & more'))).toBe(
      'Agenda:\n- DRA\n- LWS & more',
    );
  });

  it('never throws and never takes long, whatever the text is', () => {
    const pieces = fc.constantFrom(
      '<a href="',
      '">',
      '</a>',
      'https://',
      '(',
      ')',
      '\ue000',
      '&#57344;x',
      '<s>',
      'a.b/',
    );
    const text = fc
      .array(fc.oneof(pieces, fc.string()), { maxLength: 60 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, (html) => {
        chooseLinks(invitation(html, html));
      }),
    );
  });
});
