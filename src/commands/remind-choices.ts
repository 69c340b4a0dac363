import type { types } from '@slack/bolt';
import { z } from 'zod';
import { actions, button, context as grey, message, section } from '../messages/blocks.ts';
import { buttonValue, jsonText } from '../messages/button-value.ts';
import type { Block, Message } from '../messages/message.ts';
import { bold, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { describeLeadTimes } from '../reminders/lead-time-words.ts';
import type { LeadTimes } from '../reminders/lead-times.ts';
import { ellipsize } from '../text/plain.ts';
import { words } from '../text/similarity.ts';
import type { CommandContext } from './command.ts';
import { titlesAhead } from './reminded-meetings.ts';

/** Action ids of the buttons below begin with this. */
export const CHOOSE_REMINDER_ACTION = 'choose-reminder';

const OFFERED_LEAD_TIMES = [10, 60, 1440];
const MAX_TITLES = 3;
// Button and value have limits; a cut title still finds its meeting.
const MAX_TITLE_LENGTH = 200;
const MAX_LABEL_LENGTH = 40;

const choice = z.object({
  /** Whose choice it is. */
  for: z.string(),
  /** Minutes. */
  leadTimes: z.array(z.int().positive()).min(1),
  /** Absent: every meeting. */
  title: z.string().optional(),
});

/** The value of a button that was pressed. */
export const reminderChoice = jsonText.pipe(choice);

type Choice = z.infer<typeof choice>;

/** Asks how long before, for those who did not say. */
export function howLongBefore({ asker }: CommandContext): Block[] {
  const buttons = actions(
    OFFERED_LEAD_TIMES.map((minutes) =>
      choose(describeLeadTimes([minutes]), `${minutes}`, {
        for: asker.userId,
        leadTimes: [minutes],
      }),
    ),
  );
  return [section(md`How long before each meeting?`), ...buttons];
}

/** Asks which meeting is meant by a name that nothing is known by; `nth` tells several such questions apart. */
export function whichMeeting(
  name: string,
  nth: number,
  leadTimes: LeadTimes,
  context: CommandContext,
): Message {
  const mine = { for: context.asker.userId, leadTimes: [...leadTimes] };
  const titles = likeliest(name, titlesAhead(context));
  const suffix = (index: number) => `${nth}-${index}`;
  const sentence = question(name, leadTimes);
  return message(sentence, [
    section(sentence),
    actions([
      ...titles.map((title, index) =>
        choose(title, suffix(index), { ...mine, title: ellipsize(title, MAX_TITLE_LENGTH) }),
      ),
      choose('Every meeting', suffix(titles.length), mine),
      choose(`Wait for “${ellipsize(name, MAX_LABEL_LENGTH)}”`, suffix(titles.length + 1), {
        ...mine,
        title: name,
      }),
    ]),
    grey(md`Nothing is set until you choose.`),
  ]);
}

function question(name: string, leadTimes: LeadTimes): Mrkdwn {
  return md`I don't know which meeting ${bold(name)} is. Of which one shall I remind you, ${describeLeadTimes(leadTimes)}?`;
}

function choose(label: string, suffix: string, value: Choice): types.Button {
  return button(label, `${CHOOSE_REMINDER_ACTION}-${suffix}`, buttonValue(value));
}

/** Titles with a word of the name first, else those that come soonest. */
function likeliest(name: string, titles: readonly string[]): string[] {
  const wanted = new Set(words(name));
  const shared = (title: string) => words(title).filter((word) => wanted.has(word)).length;
  return titles.toSorted((a, b) => shared(b) - shared(a)).slice(0, MAX_TITLES);
}
