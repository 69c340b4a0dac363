const UNIT = String.raw`(?:m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)\b`;
const LENGTH = String.raw`\d[\d.]*(?:[ -]?${UNIT})?`;
const ZONE = String.raw`(?: (?:pt|pst|pdt|et|est|edt|ct|utc|gmt|bst|cet|cest|ist|jst|brt)\b)?`;

/** What is no longer wanted: “10 minutes instead of 15”, “not 15 but 10”, “change 15m to 30m”. */
const CORRECTED = [
  new RegExp(String.raw`\b(?:instead of|rather than) (?:the |just )?${LENGTH}`, 'g'),
  new RegExp(String.raw`\bnot ${LENGTH}(?: before)?,? but\b`, 'g'),
  new RegExp(`, not ${LENGTH}`, 'g'),
  new RegExp(
    String.raw`\b(?:change|switch|move|from)(?: (?:it|them|my|the|reminders?|from))* ${LENGTH}(?: reminders?)? (?:in)?to\b`,
    'g',
  ),
];

const MOMENTS = [
  /\b\d{4}-\d{1,2}-\d{1,2}\b/g,
  /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\bon \d{1,2}[/.]\d{1,2}\b/g,
  new RegExp(
    String.raw`\b(?:at |by )?\d{1,2}(?::[0-5]\d)? ?(?:am|pm|a\.m\.?|p\.m\.?|oclock)(?!\w)${ZONE}`,
    'g',
  ),
  new RegExp(String.raw`\b(?:at |by )?\d{1,2}:[0-5]\d\b${ZONE}`, 'g'),
  new RegExp(
    String.raw`\b(?:at|by|on|until|since) (?:the )?\d{1,2}(?![\d:/]|\.\d| ?-?[ ]?${UNIT}| ?-?[ ]?[a-z]*min)`,
    'g',
  ),
  /\b(?:the )?\d{1,2}(?:st|nd|rd|th)\b/g,
  /\b(?:on )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}\b/g,
  /\bon (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?\b/g,
  /\b(?:at |the |in the |on the |this )?(?:noon|midnight|morning|evening|night|afternoon|eod|asap)(?: of)?\b/g,
  /\b(?:an? )?(?:few|several|some|little while|while|bit|moment)(?= |$)(?: (?:minutes?|mins?|hours?|days?|weeks?|time))?/g,
  /\b(?:today|tonight|tomorrow|tmrw|tmr|soon|shortly|later|(?:next|this) (?:week|month)|(?:right|just) before|at (?:the )?start)\b/g,
];

/** Without the times that are no longer wanted. */
export function withoutCorrected(text: string): string {
  return CORRECTED.reduce((rest, old) => rest.replace(old, ' '), text);
}

/** Without points in time: “at 9:30”, “on 12/2”, “tomorrow”, “soon”. */
export function withoutMoments(text: string): string {
  return MOMENTS.reduce((rest, moment) => rest.replace(moment, ' '), text);
}
