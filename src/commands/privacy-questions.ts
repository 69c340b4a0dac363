const STORE = String.raw`(?:know|stor(?:e|es|ed|ing)|keep|kept|collect\w*|remember|hold|held|have|got|log(?:s|ged)?|sav(?:e|ed|ing)|record(?:ed)?)`;
const OWN_WORDS = String.raw`(?:(?:my|our) (?:messages?|data|questions?|dms?|names?|info\w*|id|personal)|what (?:i|we|people) (?:say|write|type|ask)|people(?:'s|s)? (?:messages?|data))`;

/** Ways to ask what the bot has about the asker. */
const QUESTIONS = [
  new RegExp(String.raw`\b${STORE}\b[^.?!]*\b(?:about|on|of) me\b`, 'iu'),
  new RegExp(
    String.raw`\b(?:you|bot)\b[^.?!]*\b(?:stor\w+|track\w*|spy\w*|log|logging|collect\w*|keep\w*|sav(?:e|ing)|read\w*|record\w*)\b[^.?!]*\b${OWN_WORDS}\b`,
    'iu',
  ),
  /\b(?:what|which|any) (?:kinds? of )?(?:personal |user )?(?:data|info|information) (?:do|does|did|are|is|of mine)\b[^.?!]*\b(?:you|bot|mine)\b/iu,
  /\b(?:delete|erase|remove|wipe|export|see|show)(?: me)? (?:all )?(?:(?:of )?my (?:personal )?(?:data|info\w*|account|records?)|everything (?:about me|on me|you (?:have|know|store)))\b/iu,
  /\b(?:are|do) you (?:track|spy|watch|log|record)\w*(?: on)? (?:me|us|people)\b/iu,
];

/** Whether a text asks what the bot keeps about the one who writes. */
export function asksWhatIsStored(text: string): boolean {
  return QUESTIONS.some((question) => question.test(text));
}
