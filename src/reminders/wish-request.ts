import { withoutCourtesy } from './wish-courtesy.ts';
import { isSentenceWord } from './wish-words.ts';

const VERB = '(?:remind|ping|notify|nudge|alert|dm|message|msg|tell|warn|poke|buzz|wake)';
const OPENING =
  '^(?:(?:hey|hi|hello|yo|ok|okay|so|well|hm+|um|uh|oh|and|but|also|please|pls|bot|there|sorry|thanks|cool|wait|btw|just wondering|quick question|i wonder|i was wondering),? +)*';
const STOPPING =
  '(?:stop|cancel|unsubscribe|mute|disable|remove|delete|turn|switch|quit|pause|opt|not|never|end|leave|get rid)';

/** Requests phrased as questions. */
const REQUESTS = [
  new RegExp(
    String.raw`${OPENING}(?:if )?(?:can|could|would|will|cant|couldnt|wont) (?:you|u|ya|someone|somebody) (?:(?:please|pls|kindly|maybe|also|just|like|possibly) )*(?:mind |be so kind (?:and|to) |be able to )?(?:${VERB}(?:ing|ding)?|reminding|send|set|give|add|make|schedule|let me know (?!if|how|when|what|which|who)|${STOPPING})\b(?! me (?:know )?(?:if|how|when|what|which|who|why|whether)\b)`,
  ),
  new RegExp(
    String.raw`${OPENING}(?:if )?(?:can|could|may|might) i (?:(?:please|pls|also|just) )*(?:get|have|be|ask|request|receive|${STOPPING})\b`,
  ),
  new RegExp(String.raw`${OPENING}(?:how|what) about (?:you )?(?:${VERB}|reminding|${STOPPING})\b`),
  new RegExp(String.raw`${OPENING}would it be possible to\b`),
  new RegExp(String.raw`${OPENING}(?:do|mind) (?:${VERB}|reminding) me\b`),
];

const QUESTION = new RegExp(
  String.raw`${OPENING}(?:if )?(?:what|when|where|which|who|whom|whose|why|how|is|are|am|was|were|do(?! not| it| \d)|does|did|has|have|had|will|shall|should|can|could|would|may|might|any(?= reminder)|anyone|whats|whens|whos|hows|isnt|arent|doesnt|didnt|hasnt|wont|cant|couldnt|wouldnt|shouldnt|dont (?:you|i|we|they))\b`,
);
const REPORTED =
  /\b(?:tell|let) me (?:know )?(?:if|how|when|what|which|who|why|whether)\b|\bremind me (?:how|what|which|who|why|where|when .* is)\b|\bwonder(?:ing)? (?:if|how|when|what|which|who|why|whether) (?!(?:you|u|i) c)/;
const PLAIN_REQUEST = new RegExp(
  String.raw`\b${VERB} me\b|\b(?:please|pls|plz)\b|^(?:stop|off|cancel)\b`,
);

const COMMAND = new RegExp(
  String.raw`^(?:(?:and|so|please|pls|then|just|ok|okay|hey|hi),? )*${VERB} me\b|\b(?:please|pls)\b`,
);

const OTHERS = String.raw`(?:everyone|everybody|anyone|anybody|someone|somebody|people|folks|others|them|him|her|us|guys|members?|attendees|participants|colleagues|channel|team|group)\b`;
const FOR_OTHERS = [
  /@\w/,
  new RegExp(
    String.raw`\b(?:${VERB}|reminding|send|sends|inform|let|for|to)(?: to)?(?: (?:all|the|each|every|our|my|of|these|those|whole))* ${OTHERS}(?! (?:meetings?|calls?|syncs?|mtgs?|sessions?)\b)`,
  ),
];

const OF_A_REMINDER = new RegExp(String.raw`\b${VERB}|\breminders?\b`);
/** “Meeting in 15 minutes”, “schedule a 30 minute meeting” */
const OF_A_MEETING =
  /\b(?:meeting|call|sync|mtg) in \||\b(?:schedule|create|book|set ?up|add|plan) (?:a|an|the)? ?(?:new )?(?:\| )?(?:meeting|call|sync|session|event)\b/;

/** Words of a reminder request, even one without a time. */
const WANTING =
  /\b(?:on|before|remind\w*|ping|notify|alert|nudge|dm|subscribe|sign me up|opt in|enable|unmute|resume)\b/;

/** Whether a text asks for a reminder, or says before what. */
export function wantsReminder(text: string): boolean {
  return WANTING.test(text);
}

/** Whether a sentence asks something, rather than for something. */
export function asks(sentence: string): boolean {
  if (REPORTED.test(sentence)) return true;
  if (REQUESTS.some((request) => request.test(sentence))) return false;
  return QUESTION.test(sentence) || (sentence.endsWith('?') && !PLAIN_REQUEST.test(sentence));
}

/** Whether the reminder is for somebody else. */
export function isForOthers(plain: string): boolean {
  return FOR_OTHERS.some((others) => others.test(plain));
}

/** Whether a text mentions something with a time, rather than asking for a reminder; times are `|`. */
export function tells(text: string): boolean {
  if (/\bthank(?:s| you)(?: so much)? for\b|^give me \|$/.test(text)) return true;
  return !OF_A_REMINDER.test(text) && OF_A_MEETING.test(text);
}

/** The request among other clauses: “I always forget, remind me 15m before”. */
export function requestAmid(plain: string): string | undefined {
  const clauses = plain.split(/[,;.!:]\s+| - /u).filter(
    (clause) =>
      !withoutCourtesy(clause)
        .split(/[^\p{L}\p{N}]+/u)
        .some(isSentenceWord),
  );
  return clauses.some((clause) => COMMAND.test(withoutCourtesy(clause)))
    ? clauses.join('. ')
    : undefined;
}
