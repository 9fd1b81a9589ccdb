/**
 * Signs that keyboards, Word and Excel write in many ways. An *apostrophe* stands within names of
 * the highlands (H’Neng), a *dash* within dates, phones and codes.
 */

/** Lists signs of an apostrophe: ASCII, curly, of letters (U+02BC), prime, accent alone. */
export const apostrophes = "'‘’‛ʹʻʼʽˈˊˋ′‵`´＇ꞌ";

/** Lists quotation marks, straight or curly, and accents typed alone in their place. */
export const quotes = '"\'“”„‟«»‹›‘’‚‛`´';

/** Finds every dash: hyphens (U+2010, U+2011), en dash, em dash, minus, those of East Asia. */
export const dashes = /[\p{Pd}\u2212\u2043]/gu;

/**
 * Finds invisible characters: marks of direction and width, soft hyphens, fillers (U+3164). Phones
 * and copying from Word add them.
 */
export const unseen =
  /[\u00ad\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u3164\ufeff\uffa0]/g;
