import type { InlineKeyboardButton } from 'grammy/types';
import type { Args } from '../../../i18n.ts';
import type { Recipient } from '../../../nudges/recipients.ts';
import type { RoundResult } from '../../../nudges/round-result.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { phoneList } from '../../../reports/phone-list.ts';
import { shorten } from '../../../text/shorten.ts';
import { codeInPlan } from '../../core/named-plan.ts';
import { buildPageRow, pageOf, sayRange } from '../../core/pages.ts';
import { makeReport } from '../report-presses.ts';

/** One line of the list to phone: a person whom no message reaches, or a unit without people. */
export interface ToPhone {
  unit: string;
  /** Left out: the unit has no liaison. */
  person?: { name: string | null; phone: string | null; why: RoundResult['unreached'][number]['status'] };
}

interface Words {
  t(key: string, args?: Args): string;
  html(key: string, args?: Args): string;
}

/** Maximum number of lines of a page: what fits on a phone's screen. */
const phoneLinesPerPage = 15;

/**
 * Shows one page of the list to phone. Buttons turn pages and, with `fileOf`, send that plan's
 * workbook of all people to phone. A page beyond the last is the last one. Without lines there is
 * neither text nor buttons.
 */
export function phonePage(
  by: Words,
  list: ToPhone[],
  wanted: number,
  buttons: { turn: (page: number) => string; fileOf: LoadedPlan | undefined },
): { lines: string[]; buttons: InlineKeyboardButton[][] } {
  if (list.length === 0) return { lines: [], buttons: [] };
  const page = pageOf(list, wanted, phoneLinesPerPage);
  const { items: shown } = page;
  return {
    lines: [
      by.html('nudging-unconnected', { n: list.length }),
      ...(page.pages > 1 ? [by.html('nudging-phone-part', { range: sayRange(by, page) })] : []),
      ...shown.map((one) => phoneLine(by, one)),
    ],
    buttons: [
      ...buildPageRow(by, page, buttons.turn, 'form-page-after'),
      ...(buttons.fileOf ? [[fileButton(by, buttons.fileOf)]] : []),
    ],
  };
}

function fileButton({ t }: Words, plan: LoadedPlan): InlineKeyboardButton {
  const code = codeInPlan({ house: { plan } }, phoneList.code);
  return { text: t('nudging-phone-file'), callback_data: makeReport.data(code, '0', null) };
}

/** Lists the people of a preview whom no message would reach. */
export function toPhoneBefore(unconnected: Recipient[]): ToPhone[] {
  return unconnected.map(({ unit, personId, name, phone, known }) =>
    personId === null ? { unit } : { unit, person: { name, phone, why: known ? 'blocked' : 'unconnected' } },
  );
}

/** Lists the people whom a round did not reach, then the units without people. */
export function toPhoneAfter({ unreached, unitsWithoutPeople }: RoundResult): ToPhone[] {
  return [
    ...unreached.map(({ units, name, phone, status }) => ({
      unit: units.join(', '),
      person: { name, phone, why: status },
    })),
    ...unitsWithoutPeople.map(({ unit }) => ({ unit })),
  ];
}

const whyKeys = {
  blocked: 'nudging-why-blocked',
  unconnected: 'nudging-why-unconnected',
  failed: 'nudging-why-failed',
};

function phoneLine(by: Words, { unit, person }: ToPhone): string {
  if (!person) return by.html('nudging-unit-nobody', { unit: shorten(unit, 120) });
  return by.html('nudging-unit-phone', {
    unit: shorten(unit, 120),
    name: shorten(person.name ?? '–', 60),
    phone: person.phone ?? '–',
    why: by.t(whyKeys[person.why]),
  });
}
