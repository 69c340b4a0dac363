import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, ellipsize } from '../../src/text/plain.ts';

describe('cleanLine', () => {
  it('keeps words, emoji and right-to-left letters', () => {
    expect(cleanLine('  a\tb\n c ')).toBe('a b c');
    expect(cleanLine('👩‍💻 מפגש שבועי')).toBe('👩‍💻 מפגש שבועי');
    expect(cleanLine('می‌خواهم')).toBe('می‌خواهم');
  });

  it('removes control characters, direction overrides and zero-width characters', () => {
    expect(cleanLine('a\u0000\u202Eb\u2066c\u200Bd\uFEFF\u00AD')).toBe('a bcd');
    expect(cleanLine('\u202E\u2069')).toBe('');
  });

  it('never leaves a control character or a line break, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanLine(text)).not.toMatch(/\p{Cc}|[\u2028-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe('cleanText', () => {
  it('keeps line breaks and at most one empty line', () => {
    expect(cleanText('a\r\nb\n\n\n\nc ')).toBe('a\nb\n\nc');
  });
});

describe('ellipsize', () => {
  it('leaves what fits and cuts what does not', () => {
    expect(ellipsize('meeting', 7)).toBe('meeting');
    expect(ellipsize('meetings', 7)).toBe('meetin…');
  });

  it('never cuts within a character', () => {
    expect(ellipsize('ab👩‍💻cd', 6)).toBe('ab…');
  });

  it('stays within the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        expect(ellipsize(text, max).length).toBeLessThanOrEqual(max);
        expect(ellipsize(text, max).isWellFormed()).toBe(text.isWellFormed());
      }),
    );
  });
});
