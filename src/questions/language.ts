import { stemmer } from 'stemmer';
import { words } from '../text/similarity.ts';

function list(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u).filter((word) => word !== ''));
}

/** Words that carry no meaning here. */
const SILENT = list(`
  a an the this that these those there here it its is are am was were be been being do does did done doing
  have has had having will would shall can could may might must ought let lets i me my mine we us our ours you your
  yours he she they them their of to in on at by for from with into onto as and or but if then than so
  not no yes yeah any else even anyone anybody someone somebody everyone everybody all some each every other another
  just only also too very really actually please pls plz kindly hi hello hey hiya yo folks guys team y
  thanks thank thx ty cheers sorry ok okay um hmm well anyway again ever yet already
  s t m d re ve ll isn aren don doesn didn couldn can wouldn won
  what which when where who whom whose why how many got sec bit up out until till while between never few following asap handy during anywhere somewhere ago teh hte adn waht wehn am pm r u ur im
`);

/** Words that may help to find an answer, but needn't appear in it. */
const LIGHT = list(`
  link links url doc docs document documents page site list info information details detail name names
  find finding found show give gimme get getting tell know need want like look looking see send share drop
  point help ask question something anything thing things new currently quick quickly way wondering
  work works working group wg serving kubernetes k8s workgroup community exist exists existing turn gives file
  time day date times exactly right great good long go going use using make join
  lost cant hear read access possible able should currently wondering remember one ones
  keep keeps kept put post posted exactly question questions belong held steps step plan about days set takes take took
  open opened shared public official main overview different various statement policy room number part whole full
  latest recent newest current own via whenever everything format receive
`);

/** Words that occur in many questions, whatever they are about. */
const WEAK = list(`
  workstream workstreams stream streams today tonight tomorrow week weeks now january february march april
  may june july august september october november december
`);

/** Words in questions whose answers are in people's heads and notes, never in what is published. */
const BEYOND = list(`
  why decide decided decision decisions discuss discussed discussion discussions said say says talked spoke
  presented presenting presenter speaker attended attend attendance attendees voted vote agreed concluded outcome
  outcomes conclusion opinion think thinks thought best better recommend recommendation compare versus vs summarize
  summary wrote author written explain explanation mean means
  approve review merge fix much difference differences
`);

/** Words in group names; if something else is asked for, they only say whose. */
const OWN = list('wg group working serving kubernetes k8s workgroup community');

/** Abbreviations that people type, and the words they stand for. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['mtg', 'meeting'],
  ['mtgs', 'meetings'],
  ['nxt', 'next'],
  ['mgmt', 'management'],
  ['cal', 'calendar'],
  ['ical', 'calendar'],
  ['ics', 'calendar'],
  ['gcal', 'calendar'],
  ['yt', 'youtube'],
  ['vid', 'video'],
  ['vids', 'videos'],
  ['rec', 'recording'],
  ['recs', 'recordings'],
  ['gdoc', 'doc'],
  ['ws', 'workstream'],
  ['ml', 'mailing'],
  ['pw', 'password'],
  ['pwd', 'password'],
  ['pr', 'pull'],
  ['prs', 'pull'],
  ['gh', 'github'],
  ['whens', 'when'],
  ['wheres', 'where'],
  ['whos', 'who'],
  ['whats', 'what'],
  ['hows', 'how'],
  ['todays', 'today'],
  ['tmrw', 'tomorrow'],
  ['tmr', 'tomorrow'],
  ['call', 'meeting'],
  ['calls', 'meetings'],
  ['sync', 'meeting'],
  ['syncs', 'meetings'],
  ['session', 'meeting'],
  ['sessions', 'meetings'],
  ['standup', 'meeting'],
  ['meetup', 'meeting'],
  ['jan', 'january'],
  ['feb', 'february'],
  ['apr', 'april'],
  ['jun', 'june'],
  ['jul', 'july'],
  ['aug', 'august'],
  ['sep', 'september'],
  ['sept', 'september'],
  ['oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
  ['canceled', 'cancelled'],
  ['cancelation', 'cancelled'],
  ['organiser', 'organizer'],
  ['organisers', 'organizers'],
  ['organise', 'organize'],
  ['organising', 'organizing'],
]);

/** `other group`: a SIG's name, which asks about that SIG's things unless the SIG is the answer. */
export type Weight = 'silent' | 'light' | 'weak' | 'content' | 'other group' | 'beyond';

/** How much a word says about what was asked for. */
export function weightOf(word: string): Weight {
  if (SILENT.has(word)) return BEYOND.has(word) ? 'beyond' : 'silent';
  if (BEYOND.has(word)) return 'beyond';
  if (/^sig\p{L}{2,}/u.test(word) && word !== 'sigs') return 'other group';
  if (WEAK.has(word)) return 'weak';
  return LIGHT.has(word) ? 'light' : 'content';
}

/** Whether a word only says whose thing was asked for. */
export function isOwnName(word: string): boolean {
  return OWN.has(word);
}

/** The words of a text, abbreviations expanded; `sig` and the name after it become one word. */
export function wordsOf(text: string): string[] {
  const spaced = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const found = words(spaced).map((word) => SHORT_FORMS.get(word) ?? word);
  return found.flatMap((word, index) => {
    if (word === 'schedule' && isNoun(found[index - 1], found[index + 1])) return ['timetable'];
    if (beginsSigName(found, index)) return [`sig${found[index + 1]}`];
    return beginsSigName(found, index - 1) ? [] : [word];
  });
}

/** As in “sig node”; in “which sig sponsors this” no name follows. */
function beginsSigName(found: readonly string[], index: number): boolean {
  const asksWhich = ['which', 'what'].includes(found[index - 1] ?? '');
  return found[index] === 'sig' && isName(found[index + 1]) && !asksWhich;
}

function isName(word: string | undefined): boolean {
  return word !== undefined && weightOf(word) === 'content';
}

/** “the schedule”, “meeting schedule”, “schedule of meetings”: a list, not something to do. */
function isNoun(before: string | undefined, after: string | undefined): boolean {
  const NOUN_AFTER = ['the', 'your', 'our', 'its', 'meeting', 'meetings', 'group', 'regular', 'wg'];
  return NOUN_AFTER.includes(before ?? '') || after === 'of' || after === 'for';
}

/** What a word has in common with its other forms: `recording`, `recorded` → `record`. */
export function stem(word: string): string {
  return stemmer(word);
}
