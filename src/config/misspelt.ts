import { distance } from 'fastest-levenshtein';
import { squash } from '../text/similarity.ts';

// A shorter name, such as PORT, is too close to many that belong to other programs.
const MIN_LETTERS = 8;
const LETTERS_PER_EDIT = 10;

/** The variable that was meant to be this setting, such as REMINDERS_LEADS for REMINDER_LEADS. */
export function misspelt(setting: string, variables: readonly string[]): string | undefined {
  return variables.find((variable) => variable !== setting && isTypo(variable, setting));
}

/** A variable named after part of a setting's name, such as SLACK_TOKEN for SLACK_BOT_TOKEN. */
export function partlyNamed(setting: string, variables: readonly string[]): string | undefined {
  const wanted = setting.split('_');
  return variables.find((variable) => {
    const words = variable.toUpperCase().split('_');
    return words.length > 1 && words.every((word) => wanted.includes(word));
  });
}

function isTypo(variable: string, setting: string): boolean {
  const [given, wanted] = [squash(variable), squash(setting)];
  if (given === wanted || `${wanted}id` === given) return true;
  if (wanted.length < MIN_LETTERS || Math.abs(given.length - wanted.length) > 2) return false;
  const edits = Math.max(1, Math.floor(wanted.length / LETTERS_PER_EDIT));
  return distance(given, wanted) <= edits || sorted(given) === sorted(wanted);
}

/** Equal for names with swapped letters or words. */
function sorted(text: string): string {
  return [...text].sort().join('');
}
