import { withoutLibraryEnding } from './library-ending.ts';
import { isInCapitals, mendedText } from './mended-case.ts';

/** What the title of a vote is made from. */
export interface VoteTexts {
  readonly text: string;
  readonly shortTitle: string | null;
  readonly symbol: string | null;
}

const longest = 140;

/**
 * The title of a vote for lists, of at most 140 letters: that which a library gave the text, the few words under which the source lists it, or the
 * text itself where it is short; with its case mended. Null where the text only records what was said when the vote was called.
 */
export function voteTitle({ text, shortTitle, symbol }: VoteTexts): string | null {
  const whole = mendedText(text);
  const titled = withoutLibraryEnding(whole.replace(agendaItem, ''));
  if (titled !== whole && !agendaItem.test(whole)) return cut(titled);
  const short = shortTitle === null ? null : withoutLibraryEnding(mendedText(shortTitle)).replace(/ ?-- ?/g, ' – ');
  if (short !== null && !isCutOff(short, whole) && (isInWords(shortTitle) || !isTitle(text, whole))) return cut(short);
  if (isSpoken.test(whole)) return null;
  if (whole === '' || whole === symbol) return null;
  return cut(whole.replace(/[\s,;:]+$/, ''));
}

/** The title that was read out when a vote was called, where the text records only that; null where it names several or none. */
export function calledTitle({ text }: Pick<VoteTexts, 'text'>): string | null {
  const titles = new Set(Array.from(mendedText(text).matchAll(/\bentitled,? “([^”]+)”/g), ([, title]) => title));
  const [only] = titles;
  return titles.size === 1 && only !== undefined ? cut(only) : null;
}

/** `A/72/251 99r - `, by which a table of contents names an item of the agenda. */
const agendaItem = /^A\/\d+\/\d+ \w+ - /;

const isSpoken = /^(?:The (?:Acting )?President\b|(?:I|We) (?:shall|will) )/;

const isInWords = (shortTitle: string | null) => shortTitle !== null && !isInCapitals(shortTitle);

/** Sources cut long titles after so many letters. */
const cutAfter = 55;

const isCutOff = (short: string, whole: string) =>
  short.length >= cutAfter && short.length < whole.length && whole.startsWith(short);

/** What a resolution does rather than what it is about. */
const operative =
  /^(?:(?:Again|Also|Deeply|Further|Strongly|Urgently) )?(?:Adopts?|Affirms?|Appeals?|Approves?|Asks?|Authori[sz]es?|Calls?|Commends?|Condemns?|Considers?|Decides?|Declares?|Demands?|Denounces?|Deplores?|Determines?|Emphasi[sz]es?|Encourages?|Endorses?|Establishe?s?|Expresses|Holds?|Invites?|Notes?|Proclaims?|Reaffirms?|Recalls?|Recogni[sz]es?|Recommends?|Regrets?|Reiterates?|Rejects?|Requests?|Stresses|Supports?|Takes?|Urges?|Welcomes?)\b/;

/** Whether the text itself is a title: not in capitals, not long, and no sentence of what is to be done. */
const isTitle = (text: string, whole: string) =>
  !isInCapitals(text) &&
  whole.length <= longest &&
  !operative.test(whole) &&
  !isSpoken.test(whole) &&
  !agendaItem.test(whole);

/** At most so many letters, to the end of a word. */
function cut(title: string): string {
  if (title.length <= longest) return title;
  const short = title.slice(0, longest - 1);
  return `${short.slice(0, Math.max(short.lastIndexOf(' '), longest / 2)).replace(/[\s,;:(–-]+$/, '')}…`;
}
