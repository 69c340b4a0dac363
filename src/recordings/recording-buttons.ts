import type { types } from '@slack/bolt';
import { z } from 'zod';
import { button } from '../messages/blocks.ts';
import { buttonValue, jsonText } from '../messages/button-value.ts';
import type { Tickable } from './recording.ts';

/** Action IDs of the buttons below begin with this; their values are requests. */
export const RECORDING_ACTION = 'recording-';

const meeting = z.string().min(1).max(1100);

/** What an organizer wants who presses a button: nothing in it is trusted but for what it looks up. */
export const recordingRequest = jsonText.pipe(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('tick'),
      meeting,
      step: z.enum(['uploaded', 'in the playlist', 'linked', 'marked']),
      done: z.boolean(),
    }),
    z.object({ kind: z.literal('kit'), meeting }),
    z.object({ kind: z.literal('said'), meeting, video: z.string().regex(/^[\w-]{5,20}$/u) }),
  ]),
);

export type RecordingRequest = z.infer<typeof recordingRequest>;

const TICK_LABELS: Readonly<Record<Tickable, string>> = {
  uploaded: 'Uploaded',
  'in the playlist': 'In the playlist',
  linked: 'Linked in the notes',
  marked: 'Marked in Zoom',
};

export function tickButton(meetingId: string, step: Tickable): types.Button {
  return requestButton(TICK_LABELS[step], { kind: 'tick', meeting: meetingId, step, done: true });
}

export function undoButton(meetingId: string, step: Tickable): types.Button {
  return requestButton('Undo', { kind: 'tick', meeting: meetingId, step, done: false });
}

export function kitButton(meetingId: string): types.Button {
  const kit = requestButton('Upload kit', { kind: 'kit', meeting: meetingId });
  return { ...kit, style: 'primary' };
}

/** `label` tells the meetings apart when a video may be of several. */
export function saidButton(label: string, meetingId: string, videoId: string): types.Button {
  return requestButton(label, { kind: 'said', meeting: meetingId, video: videoId });
}

function requestButton(label: string, request: RecordingRequest): types.Button {
  const { kind, meeting: id } = request;
  const what = kind === 'tick' ? request.step : kind === 'said' ? request.video : '';
  // An action ID may occur once in a block.
  const actionId = `${RECORDING_ACTION}${kind}-${what.replaceAll(' ', '-')}-${id}`.slice(0, 255);
  return button(label, actionId, buttonValue(request));
}
