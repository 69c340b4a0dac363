const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const UNIT = String.raw`(?:minutes?|mins?|hours?|hrs?|h|days?|weeks?|fortnights?|months?|years?)\b`;

/** Ways to write a number or a time, in the order in which they are converted to digits and units. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:as well as|followed by)\b/g, 'and'],
  [/(\d+) (?:and )?1\/2(?!\d)/g, '$1.5'],
  [/(\d+) (?:and )?1\/4(?!\d)/g, '$1.25'],
  [/(\d+) (?:and )?3\/4(?!\d)/g, '$1.75'],
  [/(?<![\d/])1\/2(?![\d/])(?: of)?(?: an?)?/g, '0.5'],
  [/(?<![\d/])1\/4(?![\d/])(?: of)?(?: an?)?/g, '0.25'],
  [/(?<![\d/])3\/4(?![\d/])(?: of)?(?: an?)?/g, '0.75'],
  [new RegExp(String.raw`\b(\d+),(5|25|75) ?(?=${UNIT})`, 'g'), '$1.$2 '],
  [/(?<![\d.])\.(?=\d)/g, '0.'],
  [/\b3 quarters (?:of )?an hour\b/g, '45 minutes'],
  [/\b(?:an? |1 )?quarter(?: of)?(?: an?)?[ -]hour\b/g, '15 minutes'],
  [new RegExp(String.raw`\b(\d+) (${UNIT}) (?:and|[&+]) an? half\b`, 'g'), '$1.5 $2'],
  [
    new RegExp(String.raw`(?<!\d ?)\b(?:(?:an?|one) )?(${UNIT}) (?:and|[&+]) an? half\b`, 'g'),
    '1.5 $1',
  ],
  [new RegExp(String.raw`\b(?:an?|one|1) (?:and|[&+]) an? half (?=${UNIT})`, 'g'), '1.5 '],
  [/\b(\d+) (?:and|[&+]) an? half\b/g, '$1.5'],
  [new RegExp(String.raw`\b(?:an? )?half(?: an?)?[ -](?=${UNIT})`, 'g'), '0.5 '],
  [new RegExp(String.raw`\b(?:an? )?couple (?:of )?(?=${UNIT})`, 'g'), '2 '],
  [new RegExp(String.raw`\b(?:an?|one)[ -](?=(?:single |whole |full )?${UNIT})`, 'g'), '1 '],
  [/(?<=\d )(?:whole|full|more|extra|single|good) /g, ''],
  [
    /\b(?<!\d )(?:the )?(hour|day|week|fortnight) (?=before|ahead|prior|earlier|in advance)/g,
    '1 $1 ',
  ],
  [/\b(\d{1,2}):([0-5]\d) ?(?:h|hrs?|hours?)\b/g, '$1 h $2 m'],
  [/\bt ?- ?(?=\d)/g, ''],
  [
    /\b\d+ (?=(?:reminders?|pings?|dms?|messages?|alerts?|notifications?|times|meetings|calls|events|syncs|sessions)\b)/g,
    '',
  ],
];

/** A plain wish with its numbers as digits and its times as `1.5 hours`, however they were written. */
export function withDigits(plain: string): string {
  return SPELLINGS.reduce(
    (text, [spelling, digits]) => text.replace(spelling, digits),
    numerals(plain),
  );
}

/** “forty-five” → “45”. A lone “one” stays: it is more often a noun (“the DRA one”). */
function numerals(plain: string): string {
  const tens = new RegExp(
    String.raw`\b(${TENS.join('|')})(?:[ -](${SMALL.slice(1, 10).join('|')}))?\b`,
    'g',
  );
  const small = new RegExp(
    String.raw`\b(${SMALL.filter((word) => word !== 'one').join('|')})\b`,
    'g',
  );
  return plain
    .replace(tens, (_, ten: string, one?: string) =>
      String((TENS.indexOf(ten) + 2) * 10 + (one === undefined ? 0 : SMALL.indexOf(one))),
    )
    .replace(small, (word) => String(SMALL.indexOf(word)));
}
