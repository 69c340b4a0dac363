import { refusalMeant } from './wish-words.ts';

const ABOUT_REMINDERS = String.raw`(?:remind\w*|reminders?|ping\w*|notif\w*|dms?|dming|messag\w*|alert\w*|nudg\w*|bother\w*|disturb|bug|need\w*|want\w*|any ?more)`;

/** Verbs that refuse only as a command, or with reminders as their object. */
const AMBIGUOUS = 'pause|delete|remove|clear|drop|end|kill|suspend|silence|erase|wipe|revoke';

/** Where a command starts: at the beginning, after punctuation, or after a greeting. */
const GREETED =
  '(?:(?:hi|hey|hello|ok|okay|oh|please|pls|and|but|so|then|now|actually|well|just|sorry)[,.]? )*';

/** What sounds like a refusal but isn't one. */
const NO_REFUSALS = [
  /\b(?:dont|do not|never|wont) (?:ever )?(?:forget|let me (?:forget|miss|be late)|miss)\b/g,
  /\b(?:dont|do not) (?:want|wanna|like) to (?:miss|forget|be late)\b/g,
  /\bno (?:problem|worries|rush|later than|less than|more than|earlier than|sooner than)\b/g,
  /\b(?:not only|without fail|no matter)\b|\boh no\b(?! more)/g,
  /\bnot (?:later|less|more|earlier) than\b/g,
  /\b(?:kick(?:s|ing)?|sign(?:ing)?|hand(?:ing)?|heads?|show|time|days?)[ -]off\b/g,
  /\bnot \d[\d.]* ?[a-z]* but\b/g,
  /, not \d[\d.]* ?[a-z]*/g,
  /^no, (?=(?:make (?:it|that) |just |rather )?(?:\d|an? |half |one |two |five |ten |fifteen |twenty |thirty ))/g,
];

/** A wish for reminders to continue, in the words of a refusal. */
const KEEPS_ON =
  /\b(?:dont|do not|never|not) (?:you )?(?:ever )?(?:stop|cancel|turn|switch|mute|unsubscribe|remove|delete|disable|quit|end|pause)\b/;

const REFUSALS = [
  /(?<![\w-])(?:off|sto?p(?:ped|ping)?)(?![\w-])/,
  /(?<![\w-])(?:turn|switch|shut) of\b|^of$/,
  /\b(?:cancel|unsubscribe|unsub|unfollow|mute|disable|deactivate|discontinue|cease|halt|quit)\b/,
  /\bnever ?mind\b|\bnvm\b|\bnah\b|\bnope\b|\bopt(?:ing)?[ -](?:me )?out\b|\bi(?:m| want) out\b/,
  /\b(?:none|never|no|dont|do not)[.!]*$|\bnot interested\b|\bthats enough\b|\btoo many\b|\bleave out\b/,
  /\b(?:done|fed up) with\b|\b(?:tired|sick) of\b/,
  /\b(?:leave me alone|shut up|go away|get lost|get rid of|no thanks?|no thank you|take me off)\b/,
  /\bforget (?:about )?(?:it|that|this|me|(?:my|the|all|these) reminders?)\b|\bscratch that\b/,
  new RegExp(String.raw`(?:^|[,.;:!-] ?)${GREETED}(?:enough|quiet|undo|${AMBIGUOUS})\b`),
  new RegExp(
    String.raw`\b(?:${AMBIGUOUS}) (?:me|my|all|every|the|these|those|them|it|this|any|reminders?)\b`,
  ),
  new RegExp(
    String.raw`\b(?:dont|do not|doesnt|not|never|neednt|wont|without|cant)\b.*\b${ABOUT_REMINDERS}\b`,
  ),
  new RegExp(String.raw`\b${ABOUT_REMINDERS}\b.* (?:arent|are not|isnt|is not|not|no longer)\b`),
  /\bno (?:more|longer|need)\b|\brather not\b|\bnot any ?more\b/,
  new RegExp(String.raw`^${GREETED}(?:no|nope|nah|none|never|nothing)\b`),
  /\b(?:no|zero|without)(?: \S+){0,4} (?:reminders?|dms|notifications?|pings|messages|alerts)\b/,
];

/** Whether a plain text says that reminders are not wanted. */
export function refuses(plain: string): boolean {
  const text = withoutHarmless(spelledRight(plain));
  return !KEEPS_ON.test(text) && REFUSALS.some((refusal) => refusal.test(text));
}

/** Whether a text contains a “not” that might reverse its meaning. */
export function isNegated(plain: string): boolean {
  return /\b(?:not|dont|never|no|nor|without|except)\b/.test(withoutHarmless(plain));
}

function withoutHarmless(plain: string): string {
  return NO_REFUSALS.reduce((rest, harmless) => rest.replace(harmless, ' '), plain).trim();
}

function spelledRight(plain: string): string {
  return plain.replace(/[a-z]{4,}/g, (typed) => refusalMeant(typed) ?? typed);
}
