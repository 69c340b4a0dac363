import { describe, expect, it } from 'vitest';
import { chooseLinks } from '../../../src/calendar/links/choose.ts';
import { mentionsIn } from '../../../src/calendar/links/mentions.ts';
import { descriptionRuns } from '../../../src/google/description.ts';
import { CASES, type Case } from './invitations.ts';
import { PROGRAMS } from './programs.ts';
import { WORDING } from './wording.ts';

function chosen({
  title = '',
  at = '',
  text = '',
  conference = [],
  attachments = [],
  joinHosts = [],
}: Case) {
  const { join, agenda, place } = chooseLinks({
    title,
    place: at,
    mentions: mentionsIn(descriptionRuns(text)),
    conference,
    attachments: attachments.map(({ url, title = '', mimeType = '' }) => ({
      url,
      title,
      mimeType,
    })),
    joinHosts,
  });
  return { join: join?.url, kind: join?.kind, agenda, place };
}

describe.each(Object.entries({ ...CASES, ...PROGRAMS, ...WORDING }))('%s', (_, cases) => {
  it.each(
    cases.map(
      (one) => [one.text ?? one.at ?? one.conference?.[0] ?? one.title ?? '', one] as const,
    ),
  )('%s', (__, one) => {
    const { join, agenda, place } = one;
    const kind = join === undefined ? undefined : (one.kind ?? 'room');
    expect(chosen(one)).toEqual({ join, kind, agenda, place });
  });
});
