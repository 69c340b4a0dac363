import { describe, expect, it } from 'vitest';
import { documentLinkIn, joinLinkIn, linksIn } from '../../src/calendar/links.ts';

describe('joinLinkIn', () => {
  it.each([
    ['https://zoom.us/j/92615874244?pwd=VGhxZlJjRTNRWTZIS0dQV2MrZUJ5dz09'],
    ['https://us02web.zoom.us/j/1'],
    ['https://meet.google.com/abc-defg-hij'],
    ['https://teams.microsoft.com/l/meetup-join/19%3ameeting'],
  ])('takes %s', (link) => {
    expect(joinLinkIn([`Join: ${link}.`])).toBe(link);
  });

  it.each([
    ['http://zoom.us/j/1'],
    ['https://zoom.us.evil.example/j/1'],
    ['https://evilzoom.us/j/1'],
    ['https://zoom.us@evil.example/j/1'],
    ['https://zoom.us:8443/j/1'],
    ['javascript:alert(1)'],
    ['Room 5'],
    [''],
  ])('does not take %j', (text) => {
    expect(joinLinkIn([text])).toBeUndefined();
  });

  it('takes the link to join and not the dial-in help beside it', () => {
    const invitation =
      'Find your local number: https://zoom.us/u/abc\nJoin: https://zoom.us/j/1?pwd=x';
    expect(joinLinkIn([invitation])).toBe('https://zoom.us/j/1?pwd=x');
  });

  it('prefers the earlier place', () => {
    expect(joinLinkIn(['', 'https://zoom.us/j/1', 'https://zoom.us/j/2'])).toBe(
      'https://zoom.us/j/1',
    );
  });

  it('drops a link that no button of Slack can hold', () => {
    expect(joinLinkIn([`https://zoom.us/j/${'1'.repeat(3000)}`])).toBeUndefined();
  });
});

describe('documentLinkIn', () => {
  it('undoes the redirect of Google', () => {
    const doc = 'https://docs.google.com/document/d/abc/edit?usp=sharing';
    const wrapped = `https://www.google.com/url?q=${encodeURIComponent(doc)}&sa=D&source=calendar`;
    expect(documentLinkIn([wrapped])).toBe(doc);
  });

  it('does not follow a redirect to another host', () => {
    expect(documentLinkIn(['https://www.google.com/url?q=https://evil.example/d'])).toBeUndefined();
  });
});

describe('linksIn', () => {
  it('ends a link where the sentence ends', () => {
    expect(
      linksIn('See https://a.example/x, (https://b.example/y) and <https://c.example>.'),
    ).toEqual(['https://a.example/x', 'https://b.example/y', 'https://c.example']);
  });
});
