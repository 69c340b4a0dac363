import { isTypoOf, unitMinutes } from './wish-units.ts';

function list(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u).filter((word) => word !== ''));
}

/** Words around a wish that say nothing about which meetings it is for. */
const FILLERS = list(`
  a an the this that these those my our me em some ea any every each all both only just also too again already now
  always actually notice once twice max maximum messaging texting sending mailing subscription subscriptions
  everything anything whatever nothing else please pls plz plox thanks thank thx ty cheers kindly hi hey hello there
  yo ok okay k yes yeah yep yup sure so well oh hmm um hm and or then plus with at in on by around approximately
  approx roughly circa maybe perhaps least most exactly minimum between bot remind reminds reminding reminded
  remember ping pings pinging pinged dm dms dming notify notifies notification notifications notified notifying
  alert alerts alerted nudge nudges nudged messaged message messages msg tell let know buzz wake poke warn warning
  send sends give set setup schedule add create make get getting receive want need like subscribe sign opt up turn
  enable activate unmute resume switch change keep use try it them direct personal time times start heads headsup
  kickoff before beforehand b4 bfr bf ahead advance prior earlier early sooner until till left away from out next
  upcoming coming following fine good great perfect nice cool today todays tonight tomorrow tomorrows week weeks day
  days
`);

/** What people call a meeting without naming it. */
const MEETING_NOUNS = list(`
  meeting meetings mtg mtgs meetup call calls sync syncs session sessions event events workstream workstreams stream
  streams ws series occurrence occurrences catchup standup one ones stuff thing things reminder reminders
`);

/** Words of statements and questions: a text that still has one is not a meeting's name. */
const SENTENCE_WORDS = list(`
  i im ive id ill you youre youve your u we were they he she its theyre is are was be been being am will wont would
  can could should may might must do does did done has have had having to if when while because since after later
  late ago into past starts started starting begins began begin took takes taken lasted lasts ran runs running run
  long wait see meet back left not dont no never got love loved liked saw said brb joining break lunch agenda slot
  talk book snooze move moving came went go going cancelled canceled moved lets lol
`);

const INTRODUCERS = list('for about of on before regarding re concerning b4 to');
const TYPED_OFTEN = [
  'before',
  'remind',
  'reminder',
  'reminders',
  'minutes',
  'please',
  'turn',
  'notify',
];

/** Whether a word says nothing about which meetings are meant. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word) || TYPED_OFTEN.some((often) => isTypoOf(word, often));
}

export function isMeetingNoun(word: string): boolean {
  return MEETING_NOUNS.has(word) || (word.length > 5 && isTypoOf(word, 'meetings'));
}

export function isSentenceWord(word: string): boolean {
  return SENTENCE_WORDS.has(word);
}

/** Words of a refusal, in addition to fillers and words of sentences. */
const REFUSING = list(`
  off stop stopped stopping cancel unsubscribe unsub mute disable deactivate nevermind mind quit enough none nope
  nah more longer rather get rid pause delete remove clear drop end kill silence forget anymore alone leave shut
  doesnt arent isnt needed wanted bother bothering bug spam spamming stp nvm cease undo interested thats many
  disturb annoying annoyed useless stupid damn done fed tired sick
`);

const REFUSING_OFTEN_MISTYPED = ['stop', 'mute', 'cancel', 'unsubscribe', 'disable', 'deactivate'];

export function isNegation(word: string): boolean {
  return /^(?:no|not|dont|never)$/u.test(word);
}

export function isRefusingWord(word: string): boolean {
  return REFUSING.has(word) || refusalMeant(word) !== undefined;
}

/** The refusal word that was mistyped. Other forms of it don't count: “canceled” is a statement. */
export function refusalMeant(typed: string): string | undefined {
  const single = typed.replace(/(.)\1$/u, '$1');
  return REFUSING_OFTEN_MISTYPED.find(
    (word) => single === word || (!typed.startsWith(word) && isTypoOf(typed, word)),
  );
}

/** Whether the name of a meeting is likely to follow, as in “before …”. */
export function introducesName(word: string): boolean {
  return INTRODUCERS.has(word);
}

/** Whether a word can distinguish one meeting from another. */
export function tellsApart(word: string): boolean {
  return !(
    /^\d+$/u.test(word) ||
    isFiller(word) ||
    isMeetingNoun(word) ||
    isSentenceWord(word) ||
    introducesName(word) ||
    isRefusingWord(word) ||
    unitMinutes(word) !== undefined
  );
}
