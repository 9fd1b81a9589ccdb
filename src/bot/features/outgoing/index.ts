import type { InlineKeyboardButton } from 'grammy/types';
import { z } from 'zod';
import type { Outgoing } from '../../../deliveries/deliver.ts';
import { officerNewsKind } from '../../../deliveries/officer-news.ts';
import { findReportDuty, findSummaryKind } from '../../../duties/kinds/index.ts';
import { dueMovedKind } from '../../../duties/move-due.ts';
import { exemplarById } from '../../../exemplars/exemplar.ts';
import { keyLabel } from '../../../exemplars/facts/say.ts';
import { formatHtml, type Locale, t } from '../../../i18n.ts';
import type { NudgeButton } from '../../../nudges/buttons.ts';
import type { NudgeMessage } from '../../../nudges/message.ts';
import { morningLineKind } from '../../../nudges/morning-line.ts';
import { sayNudge, sayNudgeButton } from '../../../nudges/say.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { planEndedKind } from '../../../plan-endings/tell-of-end.ts';
import { standingReportKind, standingReportPayload } from '../../../reports/standing/plan-standing.ts';
import { isUnitNews } from '../../../unit-changes/tell-people.ts';
import { runNamed } from '../../core/command-buttons.ts';
import { type House, planOf } from '../../core/house.ts';
import { houseOf } from '../../core/office-house.ts';
import { stillSees } from '../../core/still-sees.ts';
import type { Reply } from '../../forms/form.ts';
import { openReport } from '../annual-report/presses.ts';
import { awardNotice, findAwardNews } from '../awards/notices.ts';
import { isNominationNotice, nominationNotice } from '../conference/notice.ts';
import { openExemplar } from '../exemplars/exemplar-presses.ts';
import { askToFoster } from '../fostering/ask-to-foster.ts';
import { helpNotice, isHelpNotice } from '../help-requests/notice.ts';
import { dueMovedNotice } from '../moving-dues/notice.ts';
import { nudgePlans } from '../nudging/plans.ts';
import { acknowledgeNudge, snoozeNudge } from '../nudging/presses.ts';
import { openSummary } from '../period-summary/presses.ts';
import { planEndedNotice } from '../plans/ended-notice.ts';
import { standingReportNotice } from '../standing-reports/notice.ts';
import { fileDuty, mend, registerFor, registerIn } from '../unit-presses.ts';
import { unitNotice } from '../units/notices.ts';
import { filingNotice, isFilingNotice } from './filing-notices.ts';
import { renderMorningLine } from './morning-line.ts';
import { renderOfficerNews } from './officer-news.ts';
import { personNotices } from './person-notices.ts';

/** `changeId`: the line of the history with the reason; notices of the first release have none. */
const aboutExemplar = z.object({ exemplarId: z.number(), changeId: z.number().optional() });

/** Puts an unrequested message into words; undefined when there is nothing left to say. */
export async function renderOutgoing(
  house: House,
  outgoing: Outgoing<NudgeMessage>,
  personId: number,
  locale: Locale,
): Promise<Reply | undefined> {
  if (outgoing.kind === 'nudge') {
    const { message, deliveryId } = outgoing;
    const plans = nudgePlans(house);
    return {
      text: sayNudge(plans, locale, message),
      buttons: message.buttons.map((button) => [
        {
          text: sayNudgeButton(plans, locale, button, message),
          callback_data: pressOf(house, button, deliveryId),
        },
      ]),
    };
  }
  const { name, payload } = outgoing;
  if (name === officerNewsKind) return renderOfficerNews(house, personId, payload, locale);
  if (name === morningLineKind)
    return renderMorningLine(await houseOf(house, personId), personId, payload, locale);
  if (isFilingNotice(name)) return filingNotice(house, { name, payload }, locale, personId);
  if (isHelpNotice(name)) return helpNotice(house, { name, payload }, locale, personId);
  if (isNominationNotice(name)) return nominationNotice(house, { name, payload }, locale, personId);
  if (name === dueMovedKind) return dueMovedNotice(house, payload, locale, personId);
  if (name === standingReportKind) return standingReportNotice(house, payload, locale, personId);
  if (name === planEndedKind) return planEndedNotice(house, payload, locale, personId);
  if (isUnitNews(name)) return unitNotice(house, { name, payload }, locale, personId);
  const news = findAwardNews(name);
  if (news) return awardNotice(house, { news, payload }, locale, personId);
  const notice = personNotices[name];
  if (notice) return notice(house, payload, locale);
  return exemplarNotice(house, outgoing, locale, personId);
}

/** Lists the plans for whose hours a message waits; none: it is sent at any hour. */
export function listHoursToKeep(house: House, outgoing: Outgoing<NudgeMessage>): LoadedPlan[] {
  if (outgoing.kind === 'nudge') return outgoing.message.planIds.map((planId) => planOf(house, { planId }));
  if (outgoing.name === standingReportKind) {
    const { planId = house.plan.id } = standingReportPayload.parse(outgoing.payload);
    return [planOf(house, { planId })];
  }
  return isUnitNews(outgoing.name) ? [house.plan] : [];
}

function pressOf(house: House, button: NudgeButton, deliveryId: number): string {
  switch (button.action) {
    case 'register':
      // Where one plan is open it need not be named.
      return house.plans.open().length > 1
        ? registerIn.data(button.unitId ?? null, button.planId, '-')
        : registerFor.data(button.unitId ?? null);
    case 'file':
      return pressToFile(house, button).data(button.unitId ?? null, button, button.occurrence);
    case 'foster':
      return runNamed.data('boiduong');
    case 'dues':
      return runNamed.data('hannop');
    case 'snooze':
      return snoozeNudge.data(deliveryId);
    case 'acknowledge':
      return acknowledgeNudge.data(deliveryId);
  }
}

/** Finds the button that fulfils a duty: some documents the bot writes together with the unit. */
function pressToFile({ plans }: House, { planId, duty }: { planId: number; duty: string }) {
  const plan = plans.find(planId);
  if (plan && findReportDuty(plan)?.code === duty) return openReport;
  return plan && findSummaryKind(plan, duty) ? openSummary : fileDuty;
}

/**
 * An officer decided: the liaison is told at once, with a button to the line that must be changed.
 */
async function exemplarNotice(
  house: House,
  notice: Extract<Outgoing<NudgeMessage>, { kind: 'notice' }>,
  locale: Locale,
  personId: number,
): Promise<Reply | undefined> {
  const { exemplarId, changeId } = aboutExemplar.parse(notice.payload);
  const exemplar = await exemplarById(house.db.pool, exemplarId);
  if (!exemplar) return undefined;
  if (!(await stillSees(house, personId, exemplar.unitId))) return undefined;
  const args = {
    code: exemplar.code,
    name: exemplar.name,
    reason: exemplar.decisionReason ?? (await reasonOf(house, changeId)),
    office: house.plan.bodies.office[locale],
    fields: exemplar.returnedFields.map((key) => t(locale, keyLabel(key, exemplar.subject))).join(', '),
  };
  const button = (key: string, data: string): InlineKeyboardButton[] => [
    { text: t(locale, key), callback_data: data },
  ];
  // Decided again in the meantime, or changed already: an outdated notice would only confuse.
  const expected = {
    'exemplar-approve': 'approved',
    'exemplar-return': 'returned',
    'exemplar-reject': 'rejected',
    'exemplar-reopen': 'submitted',
  };
  if (expected[notice.name as keyof typeof expected] !== exemplar.status) return undefined;
  const asks = exemplar.status === 'approved' ? await askToFoster(house, exemplar, locale) : undefined;
  return {
    text: [formatHtml(locale, `notice-${notice.name}`, args), ...(asks ? [asks.text] : [])].join('\n'),
    buttons: [
      ...(asks?.buttons ?? []),
      exemplar.status === 'returned'
        ? button('notice-mend-now', mend.data(exemplar.id))
        : button('notice-open', openExemplar.data(exemplar.id)),
    ],
  };
}

/** The reason in the history: an exemplar that is in review again has none of its own. */
async function reasonOf(house: House, changeId: number | undefined): Promise<string> {
  if (changeId === undefined) return '';
  const change = await house.db.prisma.exemplarChange.findUnique({ where: { id: changeId } });
  return change?.reason ?? '';
}
