const CJK_CANCELLED =
  '取消|取り?消し|キャンセル|中止|休会|お休み|開催なし|暂停|停开|취소(?:됨|되었습니다)?|휴회';
const CJK_DELAYED = '延期|順延|顺延|改期|推迟|推遲|延后|延後|연기(?:됨)?';

// A whole predicate: it needs nothing between itself and a name.
const PREDICATE = [
  '(?:is |are )?not (?:happening|meeting|taking place|held)',
  "(?:won['’]t|will not|does not|doesn['’]t) (?:happen|meet|take place)",
  'f[äa]e?llt (?:heute |diese woche )?aus',
  'entfällt',
  'findet (?:heute |diese woche )?nicht statt',
  'gaat niet door',
  'vervalt',
] as const;

// That there is no meeting: in these languages it is said in no other sense.
const NO_MEETING = [
  'kein (?:treffen|meeting)|keine (?:sitzung|besprechung)',
  'pas de réunion',
  'sin reunión|no (?:hay|habrá) reunión',
  'sem reunião|não (?:há|haverá) reunião',
  'nessuna riunione',
  'geen (?:vergadering|overleg)',
  '(?:встречи|созвона|собрания) не будет',
] as const;

// The words by which people call a meeting off, by language: English, German, French, Spanish, Portuguese,
// Italian, Dutch, Nordic, Slavic, Turkish, Chinese, Japanese, Korean, Hindi, Arabic, Hebrew, Vietnamese.
const CANCELLED = [
  ...PREDICATE,
  ...NO_MEETING,
  'cancell?ed',
  'cancell?ing',
  'cancelation|cancellation',
  'called off',
  'no (?:meeting|call|sync|session|standup|stand-up|office hours|community meeting|wg meeting|sig meeting)s?',
  'skip(?:ped|ping)?',
  'off (?:this week|today)',
  'abgesagt',
  'ausgefallen',
  'storniert',
  // Capitals often go without accents.
  'annul[ée]e?s?',
  'supprimée?',
  'canceled[oa]',
  'cancelad[oa]s?',
  'suspendid[oa]s?',
  'anulad[oa]s?',
  'suspensa|suspenso',
  'annullat[oa]',
  'cancellat[oa]',
  'geannuleerd|afgelast',
  'inställ[td]|avlyst|aflyst|peruttu|peruutettu',
  'odwołan[eya]|anulowan[eya]|zrušeno|zrušené',
  'отмен[её]н[оаы]?|отмена|скасовано',
  'iptal(?: edildi)?',
  CJK_CANCELLED,
  'रद्द',
  'ملغ[ىي]|إلغاء|מבוטל|בוטל|hủy|đã hủy',
] as const;

const DELAYED = [
  'postponed',
  'verschoben|vertagt',
  'aplazad[oa]|pospuest[oa]',
  'reportée?',
  'adiad[oa]',
  'rinviat[oa]',
  'uitgesteld',
  'przełożon[eya]|odłożon[eya]',
  'перен(?:е|есе)н[оа]?|перенесен[оа]?|отложен[оа]?',
  'ertelendi',
  CJK_DELAYED,
  'स्थगित',
] as const;

/** Where such a word may begin and end: never within a longer word in letters of an alphabet. */
export const WORD_START = String.raw`(?<![\p{L}\p{N}])`;
export const WORD_END = `(?!['’]?[a-zà-ÿа-я0-9])`;

/** Words that say so only where they stand apart from a name. */
export const APART_MARKERS =
  '(?:cancel|off|cxl|paused|on hold|on hiatus|annulation|absage|stornierung|cancelación|cancelamento)(?![\\p{L}\\p{N}])';

/** A pattern of one such word. */
export const MARKERS = `(?:${[...CANCELLED, ...DELAYED].join('|')})${WORD_END}`;
export const CJK_MARKERS = `(?:${CJK_CANCELLED}|${CJK_DELAYED})`;
export const PREDICATES = `(?:${PREDICATE.join('|')})${WORD_END}`;
export const DENIALS = `(?:${NO_MEETING.join('|')})`;
export const DELAYED_MARKERS = `(?:${DELAYED.join('|')})`;

/** Whether a word means that the meeting takes place at another time, which is not known yet. */
export const POSTPONED = new RegExp(`^${DELAYED_MARKERS}$`, 'iu');
