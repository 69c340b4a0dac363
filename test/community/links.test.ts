import { describe, expect, it } from 'vitest';
import {
  anyLink,
  calendarId,
  documentLink,
  joinLink,
  recordingsLink,
} from '../../src/community/links.ts';

describe('a link', () => {
  it('is taken as it is written', () => {
    const url = 'https://zoom.us/j/739385290?pwd=ekVmNGRjT214MGJkY1JUUUpPMVlJUT09';
    expect(joinLink(url)).toEqual({ url });
    expect(anyLink('https://go.k8s.io/sig-k8s-infra-notes').url).toBe(
      'https://go.k8s.io/sig-k8s-infra-notes',
    );
  });

  it.each([
    [
      '\u200b\u200bhttps://zoom.us/j/508079177',
      'https://zoom.us/j/508079177',
      'has invisible characters',
    ],
    [
      'https://docs.google.com/document/d/1n/edit)',
      'https://docs.google.com/document/d/1n/edit',
      'ends in ")"',
    ],
    ['https://example.org/a_(b).', 'https://example.org/a_(b)', 'ends in "."'],
  ])('%j is mended', (written, url, what) => {
    expect(anyLink(written)).toEqual({ url, doubt: { what, done: 'mended' } });
  });

  it('keeps brackets that belong to it, and becomes https without a word', () => {
    expect(anyLink('https://example.org/a_(b)')).toEqual({ url: 'https://example.org/a_(b)' });
    expect(anyLink('http://bit.ly/k8s')).toEqual({ url: 'https://bit.ly/k8s' });
  });

  it.each([
    'TBD',
    '',
    'javascript:alert(1)',
    'ftp://example.org/',
    'https://user:pw@example.org/',
    'https://localhost/',
  ])('is not %j', (written) => {
    expect(anyLink(written)).toMatchObject({ url: undefined, doubt: { done: 'left out' } });
  });
});

describe('a room', () => {
  it('is not a document or a page of the project', () => {
    expect(joinLink('https://docs.google.com/document/d/1/edit').url).toBeUndefined();
    expect(
      joinLink('https://git.k8s.io/community/committee-steering#meetings').url,
    ).toBeUndefined();
  });

  it('is kept and named if its number can’t be right', () => {
    const url = 'https://zoom.us/j/9934z1184192?pwd=L25T';
    const doubt = { what: '9934z1184192 is no Zoom meeting number', done: 'kept' };
    expect(joinLink(url)).toEqual({ url, doubt });
  });

  it('may be a personal one, or on a host that the bot does not know', () => {
    expect(joinLink('https://zoom.us/my/apimachinery').doubt).toBeUndefined();
    expect(joinLink('https://meet.example.org/room').url).toBe('https://meet.example.org/room');
  });
});

describe('a document', () => {
  it('behind the sign-in of a company is mended', () => {
    const url = 'https://docs.google.com/document/d/1hEp/edit?usp=drive_web';
    expect(
      documentLink('https://docs.google.com/a/bobsplanet.com/document/d/1hEp/edit?usp=drive_web'),
    ).toEqual({
      url,
      doubt: { what: 'goes through the sign-in of a company', done: `mended: ${url}` },
    });
  });
});

describe('recordings', () => {
  const playlist = 'https://www.youtube.com/playlist?list=PL69nYSiGNLP20iTSChQ_i2QQmTBl3M7ax';

  it.each([
    [playlist, undefined],
    [`${playlist.replace('www.', '')}&si=B_7Qkj6uUsCxmbEY`, undefined],
    [playlist.replace('playlist?', 'watch?v=iCfUx7ilh0E&'), 'opens a video of the playlist'],
  ])('%s is the playlist', (written, what) => {
    expect(recordingsLink(written)).toMatchObject({ url: playlist });
    expect(recordingsLink(written).doubt?.what).toBe(what);
  });

  it('are not a placeholder', () => {
    expect(recordingsLink('https://www.youtube.com/playlist?list=TODO').url).toBeUndefined();
  });

  it('may be elsewhere', () => {
    expect(recordingsLink('https://bit.ly/k8s-sig-testing-videos')).toEqual({
      url: 'https://bit.ly/k8s-sig-testing-videos',
    });
  });
});

describe('a calendar', () => {
  const id = 'u5822lrl4q68ic1iakuvcpe7b4@group.calendar.google.com';

  it.each([
    `https://calendar.google.com/calendar/embed?src=${encodeURIComponent(id)}`,
    `https://calendar.google.com/calendar/u/0/embed?src=${id}`,
    `https://calendar.google.com/calendar?cid=${Buffer.from(id).toString('base64')}`,
  ])('%s names it', (written) => {
    expect(calendarId(written)).toEqual({ id });
  });

  it('is not that of the whole community', () => {
    expect(calendarId('https://www.kubernetes.dev/resources/calendar/').id).toBeUndefined();
  });
});
