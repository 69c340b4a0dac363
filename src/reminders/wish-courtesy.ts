const WANTING = '(?:like|love|want|need|prefer|wish|wanna|appreciate|(?<=rather )have)';
const FITTING =
  '(?:fine|good|great|ok|okay|enough|perfect|perfectly|nice|best|better|plenty|awesome|lovely|ideal|sufficient|appreciated|well)';
const STARTING =
  '(?:starts?|begins?|is starting|is about to start|kicks? off|happens?|meets?|takes? place)';

/** Polite phrases and reasons around a request. */
const COURTESIES = [
  /\bthank you\b(?! (?:so much )?for)/g,
  new RegExp(
    String.raw`\bi(?:d| would| will)? ?(?:(?:only|just|really|also|still|rather) ?)?${WANTING}(?: to)?(?: (?:be|get|have|receive|see|set|ask for))?\b`,
    'g',
  ),
  /\b(?:can|could|may|might) i (?:please )?(?:get|have|be|ask for|request|receive)\b/g,
  /\b(?:if )?(?:can|could|would|will|cant|couldnt|wont) (?:you|u|ya|someone|somebody)\b(?: (?:please|pls|kindly|mind|be so kind))*/g,
  /\b(?:would it be possible|be able) to\b|\bi was wondering\b|\bi wonder\b|\bdo (?=remind)/g,
  /\b(?:change|set|switch|make|move|update|put|turn) (?:it|them|this|that|mine|(?:my|the) reminders?)\b/g,
  /\b(?:subscribe|sign|opt|add)(?: me)?(?: up| in)? to\b|\bback on\b/g,
  /\b(?:it|that) would be (?:great|nice|good|awesome|lovely|cool) if (?:you (?:could|would|can)\b)?/g,
  /\blets (?:do|say|try|go with|make it|have)\b|\bill (?:take|have|go with)\b|\b(?:how|what) about(?: you)?\b/g,
  /\b(?:no|not) (?:later|more|less|earlier|sooner) than\b/g,
  /\b(?:dont|do not|never) (?:forget|let me (?:forget|miss))(?: to| about)?\b/g,
  /\b(?:i )?(?:dont|do not) want to (?:miss|forget|be late (?:for|to))\b/g,
  new RegExp(
    String.raw`\b(?:is|sounds|seems|works|(?:would|will|should|ll) (?:be|work|do|suit)) (?:me )?${FITTING}\b`,
    'g',
  ),
  /\b(?:works|suits me|will do|should do|for me|if possible|if you can|as well(?! as)|or so|in time|nothing else|from now|in general)\b/g,
  /(?<=\bwhen\b.*)\bleft\b/g,
  /\bwhen (?:there (?:are|is)|theres|its|it is|we have)\b/g,
  /\b(?:prior|due|until|till|to go)(?: to)?\b/g,
  /\bbefore (?:i|we) (?:(?:have|need) to |must |should )?(?:join|meet|start|begin|go|attend|leave)\b/g,
  /\b(?:to|can) (?:join|attend|prepare|get ready|be (?:there|ready|on time))\b/g,
  new RegExp(String.raw`\bbefore (?:it|we|they|things|that|this) ${STARTING}\b`, 'g'),
  new RegExp(String.raw`(?<=\bbefore\b[^|.,;]*)\b${STARTING}\b`, 'g'),
  /,? ?\b(?:so|because|cos|cuz|coz|since|as|otherwise|or else|in case)(?: that)? (?:i|im|ill|id|we|my)\b[^.]*$/g,
];

/** A request without its polite phrases and reasons. */
export function withoutCourtesy(plain: string): string {
  return COURTESIES.reduce((text, courtesy) => text.replace(courtesy, ' '), plain)
    .replace(/ {2,}/g, ' ')
    .trim();
}
