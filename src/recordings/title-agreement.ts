import type { TitleNames } from './title-names.ts';

/**
 * How well a video's title agrees with a meeting's, apart from the date. `same`: it names this meeting.
 * `close`: it names it, and says more or less. `perhaps`: it names no meeting at all. `no`: another one.
 */
export type Agreement = 'same' | 'close' | 'perhaps' | 'no';

export interface AgreementFacts {
  readonly regular: boolean;
  /** No other meeting could have the video's date. */
  readonly alone: boolean;
  /** The video was recorded during this very meeting. */
  readonly momentous: boolean;
}

// Titles with these words are of talks and trailers, whatever the meeting on the day was about.
const NO_MEETING = new Set(
  'kubecon cloudnativecon keynote talk webinar trailer teaser interview panel tutorial workshop intro introduction maintainer summit shorts podcast rehearsal'.split(
    ' ',
  ),
);

/** Compares the names in two titles. */
export function agreement(
  video: TitleNames,
  meeting: TitleNames,
  { regular, alone, momentous }: AgreementFacts,
): Agreement {
  const missing = meeting.words.difference(video.words);
  const extra = video.words.difference(meeting.words);
  // Another group's video, unless this meeting is held together with that group.
  if (video.other && !video.own && !meeting.other) return 'no';
  if ([...extra].some((word) => NO_MEETING.has(word))) return 'no';
  if (video.words.size === 0) return nameless(video, meeting, { regular, momentous });
  if (extra.size === 0 && missing.size === 0) return 'same';
  if (extra.size === 0) return missing.size < meeting.words.size && alone ? 'close' : 'perhaps';
  if (missing.size > 0) return 'no';
  return saysMore(video, meeting, extra, alone);
}

/** A title without a name is the regular meeting's. */
function nameless(
  video: TitleNames,
  meeting: TitleNames,
  { regular, momentous }: Pick<AgreementFacts, 'regular' | 'momentous'>,
): Agreement {
  if (regular || momentous) return 'same';
  // “Weekly” is not what a single meeting is called.
  return video.cadence && !meeting.cadence ? 'no' : 'perhaps';
}

/** After the meeting's name, a title may say what it was about. */
function saysMore(
  video: TitleNames,
  meeting: TitleNames,
  extra: ReadonlySet<string>,
  alone: boolean,
): Agreement {
  const aboutAnother = [...extra].some((word) => word.startsWith('#'));
  const isNamed = meeting.words.size > 0 ? !video.cadence || meeting.cadence : video.cadence;
  if (!isNamed || !video.own) return 'no';
  return alone && !aboutAnother ? 'close' : 'perhaps';
}
