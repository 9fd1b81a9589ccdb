import type { InlineKeyboardButton } from 'grammy/types';
import { type NewsItem, officerNews } from '../../../deliveries/officer-news.ts';
import { findFiling } from '../../../duties/filing.ts';
import { documentName } from '../../../duties/say.ts';
import { exemplarById } from '../../../exemplars/exemplar.ts';
import { helpRequestById } from '../../../help-requests/help-request.ts';
import type { Locale } from '../../../i18n.ts';
import { readOfficeRoles } from '../../../people/office-roles.ts';
import { shorten } from '../../../text/shorten.ts';
import { type House, planOf } from '../../core/house.ts';
import { createWords } from '../../core/words.ts';
import type { Reply } from '../../forms/form.ts';
import { helpPresses } from '../help-requests/presses.ts';
import { documentPresses, presses } from '../reviewing/presses.ts';

/** A line of the message, its button, and the words that distinguish the button from others. */
interface SaidNews {
  text: string;
  label: string;
  which: string;
  data: string;
}

/**
 * Tells an officer of new submissions and documents, each with the button that opens it in
 * `/duyet`. Items that were decided or replaced in the meantime are left out; undefined when
 * nothing is left, or the person is no longer an officer.
 */
export async function renderOfficerNews(
  house: House,
  personId: number,
  payload: unknown,
  locale: Locale,
): Promise<Reply | undefined> {
  const { items } = officerNews.parse(payload);
  if (!(await readOfficeRoles(house.db, personId, house.clock.now())).includes('officer')) return undefined;
  // The same exemplar may have been returned and submitted again before the message was sent.
  const once = new Map(items.map((item) => [JSON.stringify(item), item]));
  const said: SaidNews[] = [];
  for (const item of once.values()) {
    const line = await sayItem(house, item, locale);
    if (line) said.push(line);
  }
  if (said.length === 0) return undefined;
  const alone = said.length === 1;
  const buttons: InlineKeyboardButton[][] = said.map(({ label, which, data }) => [
    { text: alone ? label : shorten(`${label} ${which}`, 60), callback_data: data },
  ]);
  return {
    text: said.map(({ text }) => (alone ? text : `– ${text}`)).join('\n'),
    buttons,
    keepsMenu: true,
  };
}

async function sayItem(house: House, item: NewsItem, locale: Locale): Promise<SaidNews | undefined> {
  const { db, plan } = house;
  const words = createWords(plan, locale);
  if ('exemplarId' in item) {
    const exemplar = await exemplarById(db.pool, item.exemplarId);
    if (exemplar?.status !== 'submitted') return undefined;
    const { id, code, name, unitName } = exemplar;
    return {
      text: words.html('news-sent-again', { unit: unitName, code, name: shorten(name, 200) }),
      label: words.t('notice-open'),
      which: code,
      data: presses.see.data(id, ''),
    };
  }
  if ('helpRequestId' in item) return sayHelpNews(house, item.helpRequestId, words);
  const filing = await findFiling(db.prisma, item.filingId);
  if (filing?.status !== 'submitted' || filing.version < filing.versions) return undefined;
  const args = {
    unit: filing.unitName,
    duty: documentName(planOf(house, filing), locale, filing, 'inside'),
    files: filing.files.length,
  };
  return {
    text: words.html(filing.version > 1 ? 'news-filed-again' : 'news-filed', args),
    label: words.t('document-see'),
    which: `${filing.unitName}: ${documentName(planOf(house, filing), locale, filing)}`,
    data: documentPresses.see.data(filing.id, ''),
  };
}

async function sayHelpNews(
  { db }: House,
  id: number,
  words: ReturnType<typeof createWords>,
): Promise<SaidNews | undefined> {
  const request = await helpRequestById(db.prisma, id);
  if (request?.state !== 'open') return undefined;
  const { unitName, exemplar, text } = request;
  return {
    text: words.html('news-help', {
      unit: unitName,
      exemplar: exemplar?.code ?? 'none',
      text: shorten(text, 200),
    }),
    label: words.t('aid-open'),
    which: exemplar?.code ?? unitName,
    data: helpPresses.open.data(id),
  };
}
