import { cleanLine } from '../text/plain.ts';
import { wordsOf } from './language.ts';

/** Messages that don't ask anything. */
export type SmallTalk = 'greeting' | 'thanks' | 'acknowledgement';

function list(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u).filter((word) => word !== ''));
}

const GREETINGS = list(`
  hi hello hey heya hiya howdy yo hullo hallo hola bonjour ciao namaste moin ahoy greetings gm morning afternoon evening
`);
const WITH_GREETINGS = list(`
  there all everyone everybody team folks guys friend friends bot you again good to the wg serving world nice meet buddy
  mate and a very
`);
/** How people check whether anyone is there. */
const PROBES = list('ping test testing sup wassup');
const WITH_PROBES = list('bot one two hello hi there 1 2 3');
const GREETING_PHRASE =
  /^(?:(?:hi|hey|hello) )?(?:there )?(?:how (?:are|r) (?:you|u)(?: doing)?(?: today)?|how s it going|what(?: s)? up|good day|(?:are )?you there|anyone (?:here|there|home))$/u;
const THANKS = list('thanks thank thx ty tysm cheers merci danke gracias arigato obrigado kudos');
const WITH_THANKS = list(`
  and   you u so very much a lot ton bunch many that was is it helped helpful great awesome perfect nice cool super good
  bot the for help your all works wg serving ok okay got no problem yes
`);
const ACKNOWLEDGEMENTS = list(`
  ok okay okey oki okie k kk cool great nice perfect awesome lovely wow lol haha hah sure yes yep yeah yup ya noted
  roger ack alright right good fine understood see done np bye goodbye later welcome agreed exactly hmm hm mm oh ah aha
  wonderful excellent brilliant amazing sweet neat love indeed true correct gotcha got sounds makes problem worries
  thumbs wave night interesting fantastic super best yay hooray congrats congratulations sorry oops
`);
const WITH_ACKNOWLEDGEMENTS = list(`
  it that this i you u we me so very a the is was all will do well then just for to and no my your up down bot sense
  work job one us too now again works thats its wg serving everyone folks team
`);

const KINDS = [
  ['thanks', THANKS, WITH_THANKS.union(ACKNOWLEDGEMENTS).union(GREETINGS)],
  ['greeting', GREETINGS, WITH_GREETINGS.union(ACKNOWLEDGEMENTS)],
  ['greeting', PROBES, WITH_PROBES],
  ['acknowledgement', ACKNOWLEDGEMENTS, WITH_ACKNOWLEDGEMENTS],
] as const;

// Emoji as Slack sends them, such as `:+1::skin-tone-3:`.
const EMOJI = /:[a-z0-9_+-]+:/giu;
const MAX_WORDS = 12;

/** The kind of small talk that a text is; undefined if it may ask something. */
export function readSmallTalk(text: string): SmallTalk | undefined {
  const said = wordsOf(text.replaceAll(EMOJI, ' ')).map(withoutStretch);
  if (said.length === 0) return /[^?.!]/u.test(cleanLine(text)) ? 'acknowledgement' : undefined;
  if (said.length > MAX_WORDS) return undefined;
  if (GREETING_PHRASE.test(said.join(' '))) return 'greeting';
  const [kind] =
    KINDS.find(
      ([, heads, others]) =>
        said.some((word) => heads.has(word)) &&
        said.every((word) => heads.has(word) || others.has(word)),
    ) ?? [];
  return kind;
}

/** “heyyy” → “hey”, “cooool” → “cool”. */
function withoutStretch(word: string): string {
  const known = (spelling: string) => KINDS.some(([, heads]) => heads.has(spelling));
  const spellings = [word, word.replace(/(.)\1{2,}/gu, '$1$1'), word.replace(/(.)\1+$/u, '$1')];
  return spellings.find(known) ?? word;
}
