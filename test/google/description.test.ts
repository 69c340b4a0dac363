import { describe, expect, it } from 'vitest';
import { descriptionReader } from '../../src/google/description.ts';

function descriptionText(html: string): string {
  return descriptionReader()(html).text;
}

describe('the text of a description', () => {
  it('converts HTML to plain text', () => {
    const html = '<b>Agenda:</b><br><ul><li>DRA</li></ul><p>R&amp;D &lt;3</p>';
    expect(descriptionText(html)).toBe('Agenda:\n\n* DRA\n\nR&D <3');
  });

  it('writes links out', () => {
    expect(descriptionText('<a href="https://docs.google.com/d/1">Notes</a>')).toBe(
      'Notes (https://docs.google.com/d/1)',
    );
  });

  it('keeps addresses in angle brackets, which aren’t tags', () => {
    expect(descriptionText('Ask <user@example.com> or see <https://a.example/x>, 1 < 2')).toBe(
      'Ask <user@example.com> or see <https://a.example/x>, 1 < 2',
    );
  });

  it('drops scripts and styles', () => {
    expect(descriptionText('a<script>alert(1)</script><style>b{}</style>c')).toBe('ac');
  });

  it('survives a text of any length and depth', () => {
    expect(descriptionText('<div>'.repeat(50_000)).length).toBeLessThan(30_000);
  });
});
