// The words by which people call a meeting off, by language: English, German, French, Spanish, Portuguese,
// Italian, Dutch, Nordic, Slavic, Turkish, Chinese, Japanese, Korean, Hindi, Arabic, Hebrew, Vietnamese.
const CANCELLED = [
  'cancell?ed',
  'cancell?ing',
  'cancelation|cancellation',
  'called off',
  '(?:is |are )?not (?:happening|meeting|taking place|held)',
  "(?:won['’]t|will not|does not|doesn['’]t) (?:happen|meet|take place)",
  'no (?:meeting|call|sync|session|standup|stand-up|office hours|community meeting|wg meeting|sig meeting)s?',
  'skip(?:ped|ping)?',
  'off (?:this week|today)',
  'abgesagt',
  'f[äa]e?llt (?:heute |diese woche )?aus',
  'entfällt',
  'ausgefallen',
  'storniert',
  'kein (?:treffen|meeting)|keine (?:sitzung|besprechung)',
  'annulée?s?',
  'supprimée?',
  'pas de réunion',
  'canceled[oa]',
  'cancelad[oa]s?',
  'suspendid[oa]s?',
  'anulad[oa]s?',
  'sin reunión|no hay reunión',
  'suspensa|suspenso',
  'sem reunião|não haverá reunião',
  'annullat[oa]',
  'cancellat[oa]',
  'geannuleerd',
  'gaat niet door',
  'vervalt',
  'inställ[td]|avlyst|aflyst|peruttu|peruutettu',
  'odwołan[eya]|anulowan[eya]|zrušeno|zrušené',
  'отмен[её]н[оаы]?|отмена|скасовано',
  'iptal(?: edildi)?',
  '(?:已|会议|會議)?取消',
  '取り?消し|キャンセル|中止|休会|お休み|開催なし|暂停|停开',
  '취소(?:됨|되었습니다)?|휴회',
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
  '延期|順延|顺延|改期',
  '연기(?:됨)?',
  'स्थगित',
] as const;

/** Words that say so only where they stand apart from a name. */
export const APART =
  '(?<![\\p{L}\\p{N}])(?:cancel|off|cxl|paused|on hold|on hiatus|annulation|absage|stornierung|cancelación|cancelamento)(?![\\p{L}\\p{N}])';

/** A pattern of one such word; it neither begins nor ends within a longer word in letters of an alphabet. */
export const MARKERS = String.raw`(?<![\p{L}\p{N}])(?:${[...CANCELLED, ...DELAYED].join('|')})(?!['’]?[a-zà-ÿа-я0-9])`;

/** Whether a word means that the meeting takes place at another time, which is not known yet. */
export const POSTPONED = new RegExp(`^(?:${DELAYED.join('|')})$`, 'iu');
