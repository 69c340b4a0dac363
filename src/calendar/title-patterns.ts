import {
  APART_MARKERS,
  CJK_MARKERS,
  DELAYED_MARKERS,
  DENIALS,
  MARKERS,
  PREDICATES,
  WORD_START,
} from './title-markers.ts';

const OPEN = String.raw`[\[(【（［〔{<«*_~!]{1,4}`;
const CLOSE = String.raw`[\])】）］〕}>»*_~!]{1,4}`;
// Neither letters nor digits of any script.
const NO_WORD = String.raw`[^\p{L}\p{N}]*`;
// Mail programs put these before a title, also several of them.
export const MAIL = String.raw`(?:(?:re|fwd?|aw|wg|tr|rv|updated?|aktualisiert|actualizado|mis à jour|更新|转发|回复)\s*[:：]\s*)*`;
// Why, or for how long: nothing that could be the name of a meeting.
const WHY =
  '(?:for|due|because|this|today|tonight|tomorrow|until|on|in|as|and|no|per|see|please|happy|enjoy|wegen|diese|heute|por|esta|hoy|hoje|pour|à cause|cette|questa|из-за|в связи|kubecon|vacation|thanksgiving|christmas|new year|cancell?ed|holidays?|[a-z]+day|[a-z]+ (?:holidays?|break|week))(?![a-z])';
// Only what is postponed is postponed to a day: “Skip to content” is a topic.
const TO_WHEN = String.raw`(?<=${DELAYED_MARKERS}\s{1,3})(?:to|till|by|auf|bis|au|al|para|a|naar|tot|na|do|на|до)(?!\p{L})`;
const REASON = String.raw`(?:[\s,;|/–—-]+(?:${WHY}|${TO_WHEN}|\d|[^ -~\p{L}])[^\])】）}*:]{0,60})?`;
// The rest of a title that ends with such a word.
const END = String.raw`(?:${REASON}|\s?[(（[][^)）\]]{1,60}[)）\]])${NO_WORD}$`;
const SEPARATOR = String.raw`(?:\s*[:：|/!>•·…–—]+\s*|\s+-+\s*|-+\s+)`;
const EVENT = String.raw`(?:\s+(?:event(?: with note)?|meeting|call|reunião|reunión|réunion))?`;
// Chinese, Japanese and Korean say which one right before the word, and what this is right after it.
const WHICH = String.raw`(?:(?:(?:本|今|次|这|這)[次周週日天回月期][のは]?|明[天日]|因[^\])】）}]{1,12}?|이번 ?주|오늘|已|会议|會議|例会|定例会?|모임|회의|\d{1,2}[月월]\s?\d{1,2}[日号일]?(?:へ|に|로|으로)?)\s?){0,3}`;
const NOTICE = '(?:通知|のお知らせ|안내|一次|です|します|[にと]なりました|합니다)?';
const marker = `${WORD_START}${WHICH}(?<marker>${MARKERS})${NOTICE}${EVENT}`;
const COPULA =
  '(?:is|are|has been|was|wird|wurde|ist|est|a été|está|fue|foi|è(?: stat[oa])?|wordt|jest)';
// Enough in brackets or before a colon, where nothing else could be meant.
const apart = `${WORD_START}(?:${COPULA}\\s+)?${WHICH}(?<marker>${MARKERS}|${APART_MARKERS})${NOTICE}${EVENT}`;
// Some write both languages, the reason or the day first: “Fällt aus | cancelled”, “US holiday - no meeting”.
// With more commas it is a list, as in “(new, paid, cancelled)”.
const FIRST = String.raw`(?:[^\])】）}|/,]{1,30}(?:[|/,;:・、]|\s[-–—])\s*|[\d/.-]{1,10}\s+)?`;
const REST = String.raw`(?:(?:\s*[,;:|/–—]|\s+-|[至到])[^\])】）}]{0,60}|${REASON})`;

const IN_BRACKETS = pattern(`${OPEN}\\s*${FIRST}${apart}${REST}\\s*[.!]?\\s*${CLOSE}`);
const LEADING = pattern(`^${MAIL}${NO_WORD}${marker}${REASON}${SEPARATOR}(?=.)`);
const BEFORE_COLON = pattern(`^${MAIL}${NO_WORD}${apart}\\s*[:：]\\s*(?=.)`);
const AFTER_CROSS = pattern(`^\\s*[❌🚫⛔✖]${NO_WORD}${marker}\\s+(?=.)`);
const TRAILING = pattern(`(?:\\s+[-–—]+|\\s*[|/•·…–—]+)\\s*${marker}${END}`);
const WHOLE = pattern(`^${MAIL}${NO_WORD}${marker}${END}`);
const SENTENCE = pattern(`\\s+${COPULA}\\s+(?:now\\s+)?${marker}${END}`);
const PREDICATE = pattern(`\\s+(?<marker>${PREDICATES})${END}`);
const NOUN =
  '(?:meeting|sync|call|standup|stand-up|weekly|biweekly|office hours|session|community|triage|reunión|reunião|réunion)';
const AFTER_NOUN = pattern(`(?<=\\b${NOUN})(?:\\s*[:：]\\s*|\\s+)${marker}${END}`);
const AFTER_CJK_NOUN = pattern(
  `(?<=[会會]|会议|會議|ミーティング|모임|회의|미팅)\\s?[はが이은는]?\\s?(?<marker>${CJK_MARKERS})${NOTICE}${NO_WORD}$`,
);
// “Reunión de WG Serving cancelada”: the name is in the middle. What it is about could be cancelled too.
const NOUN_FIRST =
  '(?:réunion|reunión|encuentro|reunião|encontro|riunione|incontro|\\p{L}*treffen|\\p{L}*sitzung|\\p{L}*besprechung|vergadering|overleg|spotkanie|встреча|созвон|собрание|совещание)';
const ABOUT = '(?:sur|sobre|su|sui|sulle|über|over|o|о|об|про)';
const AROUND_NAME = pattern(
  `^(?!.*\\s${ABOUT}\\s)(?<name>[^:：?]{0,40}?${WORD_START}${NOUN_FIRST}(?!\\p{L})[^:：?]{0,60}?)(?:\\s|\\s?[:：]\\s?)${marker}(?<!s)${END}`,
);
const DENIAL = pattern(`^[^:：?]{0,40}?${WORD_START}(?<marker>${DENIALS})(?!\\p{L})[^:：?]{0,60}$`);
const NO_SUCH = pattern(
  `^${NO_WORD}(?<marker>no)\\s+(?:[\\p{L}\\p{N}-]+\\s+){0,5}${NOUN}s?(?:\\s+(?:this|today|tomorrow|tonight|on|until|next|in|due|for)\\b.*)?${NO_WORD}$`,
);
// Shouted, it needs no separator. A title that shouts everything says nothing by it.
const SHOUTED =
  /^[^\p{L}\p{N}]*(?<marker>CANCELL?ED|POSTPONED|SKIPPED|ABGESAGT|ANNULÉE?|CANCELAD[OA])\s+(?=.*\p{Ll})|[\s:](?<end>CANCELL?ED|POSTPONED|SKIPPED|ABGESAGT|ANNULÉE?|CANCELAD[OA])(?<=\p{Ll}.*)(?:\s+(?:due|for|because|until|this)\s.{1,60})?[^\p{L}\p{N}]*$/u;
const COLON =
  /[:：]\s*(?<marker>Cancell?ed|Postponed|Skipped|Abgesagt|Annulée?|Cancelad[oa])[^\p{L}\p{N}]*$/u;
// A topic that ends with such a word is a topic.
export const TOPIC =
  /^[^\p{L}\p{N}]*(?:(?:how|what|why|when|where|which|who|handling|dealing|design|discuss|about|if|review|rfc|kep|wie|warum|was|wann|wenn|comment|pourquoi|quand|cómo|por qué|cuándo|como|por que|come|perché|quando|hoe|waarom|wanneer|jak|dlaczego|kiedy|как|почему|когда)(?![\p{L}\p{N}])|如何|怎么|怎样|为什么|关于|なぜ|어떻게|왜(?!\p{L}))/iu;

// What is left is the reason: “CANCELLED - no quorum”.
export const NO_NAME = /^(?:no quorum|no agenda|no topics|due to|because|until)(?![a-z])/iu;
// Without a separator only a name that other events have can tell “Cancelled WG Serving” from “Cancelled subscriptions”.
export const BEFORE_NAME = pattern(
  `^${MAIL}${NO_WORD}(?<marker>cancell?ation of|${MARKERS}|no|skip(?:ping)?)\\s+(?<name>.+?)(?:\\s+(?:this week|today|tomorrow|tonight|on\\s.*))?${NO_WORD}$`,
);
export const AFTER_NAME = pattern(`^${MAIL}(?<name>.+?)\\s+${marker}${REASON}${NO_WORD}$`);

// All of them hold a word like these, which hardly any title has, and all together take 50 ms to compile.
export const MAY_SAY_SO = pattern(
  `${MARKERS}|${APART_MARKERS}|${CJK_MARKERS}|${PREDICATES}|${DENIALS}|skip|cancell?ation of|${WORD_START}no\\s`,
);

/**
 * Ways to call a meeting off, tried in this order; `marker` or `end` is the word that says so, and `name` what
 * remains of the title, if that is not simply the rest.
 */
export const WAYS = [IN_BRACKETS, LEADING, BEFORE_COLON, AFTER_CROSS, TRAILING, WHOLE, NO_SUCH];
/** Those in which a topic may end as well. */
export const WAYS_UNLESS_TOPIC = [
  SHOUTED,
  COLON,
  SENTENCE,
  PREDICATE,
  DENIAL,
  AFTER_NOUN,
  AFTER_CJK_NOUN,
  AROUND_NAME,
];

function pattern(source: string): RegExp {
  return new RegExp(source, 'iu');
}
