import { type Mention, PREDICATE } from './mentions.ts';

// Words that people in the groups use for things, in the languages that they write.
const JOINING =
  /\b(?:join|joining|attend|connect|dial in|(?:meeting|room|call|conference|bridge|vc|video|zoom|jitsi)[- ](?:link|url|room|call|chat|conference|here|at|via)|webinar|hangout|huddle|hop on|teilnehmen|beitreten|einwahl|videokonferenz|online unter|rejoindre|participer|se connecter|visio(?:conférence)?|unirse|participar|entrar|partecipare|collegamento|deelnemen|vergaderlink|link do spotkania)(?![\p{L}\p{N}])|únete|dołącz|присоединиться|подключиться|ссылка на (?:встречу|созвон|звонок)|加入|参加|入会|会议(?:链接|地址|室)|会議|참여|회의 링크/iu;
// These can mean the meeting as well as the way into it, so they only count directly before the link.
const JOINING_AT_END =
  /\b(?:meeting|meet|meet (?:on|at|in)|call|room|conference|videoconference|bridge|vc|video|where|location|venue|link|url|reunión|reunião|raum|lien|salle(?: virtuelle)?|enlace|sala)[\s:=>)\]–—-]*$/iu;
const JOINING_SOMETHING_ELSE =
  /\b(?:join|attend|connect|abonn\p{L}+)\b[^:]*\b(?:mailing|list|slack|discord|group|community|channel|forum|server|org(?:anization)?|newsletter|us on)\b/iu;
const HELP =
  /\b(?:dial[- ]in numbers?|local number|phone|telephone|options|help|support|instructions|how to|policy|code of conduct|calendar|ics|subscribe|recordings?|recorded|survey|feedback|slides|website|web ?page|homepage|about|info\w*|details|documentation|charter|privacy|download|test your|check your|time ?zone|convert\w*|call for|pages?|schedule|wiki|repo(?:sitory)?|issues?|project|notes|minutes|agenda|(?:last|past|previous) (?:\p{L}+ )?(?:call|meeting|session))\b/iu;
const REGISTERING =
  /\b(?:register|registration|sign[- ]?up|rsvp|anmeld\p{L}+|inscr[iíe]\p{L}+|iscri\p{L}+|aanmeld\p{L}+|(?:za)?rejestr\p{L}+)(?![\p{L}\p{N}])|регистрац|зарегистр|登録|申し?込み?|报名|注册|등록|신청/iu;
const REGISTERING_SOMETHING_ELSE =
  /\b(?:topics?|speak|present(?:ation)?|talks?|mailing|list|newsletter|slots?|scribe)\b/iu;
const WATCHING = /\b(?:watch (?:\p{L}+ )?live|live ?stream(?:ing)?)(?![\p{L}\p{N}])|直播|配信/iu;
const RECORDED =
  /\b(?:recordings?|recorded|videos?|playlist|previous|past|last|archives?|aufzeichnung\w*|enregistrement\w*)\b/iu;

const OUTDATED =
  /\b(?:old|older|previous(?:ly)?|former(?:ly)?|expired|archived?|past|last (?:meeting|week|month|year|time)|deprecated|obsolete|outdated|cancell?ed|do(?:es)? ?n[o'’]t (?:use|work)|no longer|not valid|invalid|back-?up|fallback|ersatz\p{L}*|ausweich\p{L}*|secours|respaldo|reserva|riserva|zapasowy|awaryjny|alternat\p{L}+|in case|if (?:\p{L}+ ){1,4}(?:fails|full|down)|spare|test your|alte[rs]?|nicht mehr|n['’]est plus|ancien\p{L}*|antiguo|viejo|ya no|antigo|vecchi[oa]|oude?|star[ay])(?![\p{L}\p{N}])|旧|古い|备用|予備|使用不可|無効|失效|停用|запасн|резервн|이전|기존|예전|стар(?:ый|ая|ое)|больше не/iu;
const CURRENT =
  /\b(?:new|current|replac(?:es|ed|ing)|instead of|updated|neue[rs]?|nouve(?:au|lle)|nuev[oa]|nov[oa]|nuov[oa]|nieuwe?|now[ya])(?![\p{L}\p{N}])|新|새|нов(?:ый|ая|ое)/iu;
// Directly before a link, these compare it with the one that counts.
const INSTEAD_OF =
  /\b(?:(?:moved|moving|changed|switched|migrated) (?:away )?from|instead of|rather than|replac(?:es|ing)|(?:an)?statt|anstelle von|au lieu de|en (?:lugar|vez) de|em vez de|invece di|in plaats van|zamiast)[\s:]*$|вместо[\s:]*$/iu;
// The next link takes its place.
const REPLACED =
  /^[\s~([–—-]*(?:(?:is|was|has been) )?(?:now )?(?:replaced|superseded) (?:by|with)\b/iu;
// An arrow to the next link.
const LEADS_ON = /^\s*(?:[-=]+>|→|⇒|➡️?)\s*$/u;
// A link of those who run the meeting; “Host: Ada” names a person.
const FOR_HOSTS =
  /(?:^|\bfor )(?:the )?(?:co-?)?(?:hosts?|panelists?|speakers?|presenters?|moderators?|organi[sz]ers?)(?: (?:only|start|join|link|url|zoom|room))*[\s:>)–—-]*$/iu;

const SET_OFF = new RegExp(`^[\\s~]*(?:[([{（【–—-]|${PREDICATE})[^\\n]{0,60}`, 'u');

const AGENDA =
  /\b(?:agendas?|tagesordnung|ordre du jour|orden del día|ordine del giorno|porządek (?:obrad|spotkania)|pauta)(?![\p{L}\p{N}])|повестка|アジェンダ|議題|议程|議程|의제|안건/iu;
const NOTES =
  /\b(?:notes|minutes|notizen|protokoll|mitschrift|verbale|notatki|protokół|compte[- ]rendu|acta|ata|notas|notulen|(?:meeting|running|shared|working|collab\p{L}*) (?:doc(?:ument)?|log|pad))(?![\p{L}\p{N}])|заметки|протокол|議事(?:録|メモ)|会议(?:纪要|记录|笔记)|회의록/iu;
const NO_AGENDA =
  /\b(?:transcripts?|recordings?|recorded|videos?|chat|gemini|release notes|ai notes|template|slides|charter|code of conduct|antitrust|privacy|polic(?:y|ies)|guid(?:e|elines?)|onboarding|roadmap|how to|sign[- ]?up|feedback|survey)\b/iu;

/** The words around a link. */
function around({ before, label, after }: Mention): string {
  return `${before} ${label} ${setOff(after)}`;
}

/** Text after a link is about it if set off, as in `(backup)` or `– old link`. */
function setOff(after: string): string {
  return SET_OFF.exec(after)?.[0] ?? '';
}

/** Whether the words call this the link to join. */
export function saysJoin(mention: Mention): boolean {
  const words = around(mention);
  const joins = JOINING.test(words) || [mention.before, words].some(endsInJoining);
  const isOther = JOINING_SOMETHING_ELSE.test(words) || HELP.test(words);
  return joins && !isOther && agendaStrength(mention) === 0;
}

function endsInJoining(words: string): boolean {
  return JOINING_AT_END.test(words);
}

/** Whether the words say that it is shown there while it takes place. */
export function saysWatch(mention: Mention): boolean {
  const words = around(mention);
  return WATCHING.test(words) && !HELP.test(words) && !saysRecorded(mention);
}

/** Whether the words ask people to register. */
export function saysRegister(mention: Mention): boolean {
  const words = `${mention.before} ${mention.label}`;
  return REGISTERING.test(words) && !REGISTERING_SOMETHING_ELSE.test(words);
}

/** Whether the words call the link old, cancelled, a backup or somebody else's, so that any other is better. */
export function saysOutdated(mention: Mention): boolean {
  const { before, after, struck } = mention;
  if (struck || INSTEAD_OF.test(before) || REPLACED.test(after) || LEADS_ON.test(after))
    return true;
  const words = around(mention);
  return FOR_HOSTS.test(before) || (OUTDATED.test(words) && !CURRENT.test(words));
}

/** Whether the words are about a past meeting, not one that will be shown. */
export function saysRecorded(mention: Mention): boolean {
  return RECORDED.test(`${mention.before} ${mention.label}`);
}

/** How clearly the words call it the agenda: 2 for an agenda, 1 for notes or minutes, 0 for neither. */
export function agendaStrength(mention: Mention): 0 | 1 | 2 {
  const words = around(mention);
  if (AGENDA.test(words)) return 2;
  return NOTES.test(words) ? 1 : 0;
}

/** Whether the words call it something without an agenda, such as a transcript. */
export function saysNoAgenda(mention: Mention): boolean {
  // Its own text is about the link itself; the words before it may be about several things.
  if (NO_AGENDA.test(mention.label)) return true;
  return NO_AGENDA.test(around(mention)) && agendaStrength(mention) === 0;
}
