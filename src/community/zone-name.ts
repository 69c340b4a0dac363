import { IANAZone } from 'luxon';

/** The IANA zone that a spelling stands for. */
export interface ZoneReading {
  readonly zone: string;
  /** Why another zone may be meant. */
  readonly doubt?: string;
}

interface Spelling {
  readonly words: RegExp;
  readonly zone: string;
  /** Of a name that is the same offset all year, to the letter. */
  readonly fixed?: string;
  readonly doubt?: string;
}

const PACIFIC = 'America/Los_Angeles';
const MOUNTAIN = 'America/Denver';
const CENTRAL = 'America/Chicago';
const EASTERN = 'America/New_York';
const BERLIN = 'Europe/Berlin';

// What group pages write. CST and BST are missing: each names two zones that are hours apart.
const SPELLINGS: readonly Spelling[] = [
  { words: /\bPST\b/iu, zone: PACIFIC, fixed: 'UTC-8' },
  { words: /\bPDT\b/iu, zone: PACIFIC, fixed: 'UTC-7' },
  { words: /\b(?:PT|Pacific(?: Time)?)\b/iu, zone: PACIFIC },
  { words: /\bMST\b/iu, zone: MOUNTAIN, fixed: 'UTC-7' },
  { words: /\b(?:MT|Mountain(?: Time)?)\b/iu, zone: MOUNTAIN },
  { words: /\b(?:CT|(?<!European )Central Time)\b/iu, zone: CENTRAL },
  { words: /\bEST\b/iu, zone: EASTERN, fixed: 'UTC-5' },
  { words: /\bEDT\b/iu, zone: EASTERN, fixed: 'UTC-4' },
  { words: /\b(?:ET|Eastern(?: Time)?)\b/iu, zone: EASTERN },
  { words: /\b(?:UTC|GMT)\b(?![+\-−]\d)/iu, zone: 'UTC' },
  { words: /\bCET\b/iu, zone: BERLIN, fixed: 'UTC+1' },
  { words: /\bCEST\b/iu, zone: BERLIN, fixed: 'UTC+2' },
  { words: /\bCentral European(?: Time)?\b/iu, zone: BERLIN },
  { words: /\bJST\b/iu, zone: 'Asia/Tokyo' },
  {
    words: /\bIST\b/iu,
    zone: 'Asia/Kolkata',
    doubt: 'IST can be the time of India, Israel or Ireland',
  },
];

/** The zone of a spelling such as `PT (Pacific Time)` or `Poland`; undefined for one that can't be told. */
export function zoneName(written: string): ZoneReading | undefined {
  const text = written.trim();
  const named = SPELLINGS.filter(({ words }) => words.test(text));
  const zones = new Set(named.map(({ zone }) => zone));
  const [first] = named;
  if (first !== undefined) return zones.size === 1 ? reading(named, first.zone) : undefined;
  return shifted(text) ?? ianaZone(text);
}

function reading(named: readonly Spelling[], zone: string): ZoneReading {
  const doubt = named.map(doubtOf).find((one) => one !== undefined);
  return doubt === undefined ? { zone } : { zone, doubt };
}

function doubtOf({ words, fixed, doubt }: Spelling): string | undefined {
  if (fixed === undefined) return doubt;
  const name = words.source.replaceAll('\\b', '');
  return `${name} is ${fixed} all year, to the letter`;
}

/** `UTC+8` is Etc/GMT-8: the sign of those names is the other way round. */
function shifted(text: string): ZoneReading | undefined {
  const [, sign, hours] = /^(?:UTC|GMT)([+\-−])0?(\d{1,2})(?::00)?$/iu.exec(text) ?? [];
  if (sign === undefined || hours === undefined) return undefined;
  const zone = `Etc/GMT${sign === '+' ? '-' : '+'}${hours}`;
  return IANAZone.isValidZone(zone) ? { zone } : undefined;
}

/** A zone's own name, or one that leads to it, such as Poland. Abbreviations are left to the list above. */
function ianaZone(text: string): ZoneReading | undefined {
  if (!/^[A-Z][a-z]{3}|\//iu.test(text) || !IANAZone.isValidZone(text)) return undefined;
  return { zone: new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone };
}
