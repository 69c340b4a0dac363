import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remindMeButton, remindMeValue } from '../../src/messages/remind-me-button.ts';
import { meeting } from '../support/build.ts';

describe('the Remind me button', () => {
  it('says which meeting is meant, whatever its title', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 150 });
    fc.assert(
      fc.property(text, text, (id, title) => {
        const shown = remindMeButton(meeting('2026-12-02T09:00', { id, title }));
        if (shown?.value === undefined) return;
        expect(shown.value).not.toMatch(/[<>&]/u);
        expect(remindMeValue.parse(shown.value)).toEqual({ id, title });
      }),
    );
  });

  it('cuts a long title, and is omitted if the ID alone is too long', () => {
    const long = remindMeButton(meeting('2026-12-02T09:00', { title: 'x'.repeat(9000) }));
    expect(remindMeValue.parse(long?.value).title).toHaveLength(200);
    expect(remindMeButton(meeting('2026-12-02T09:00', { id: 'é'.repeat(2000) }))).toBeUndefined();
  });

  it.each(['', 'all', '{', '{}', '[]', '{"id":""}', '{"id":1,"title":"x"}'])(
    'of another value %j is told apart',
    (value) => expect(remindMeValue.safeParse(value).success).toBe(false),
  );
});
