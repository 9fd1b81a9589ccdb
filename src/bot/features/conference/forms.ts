import { z } from 'zod';
import { closeDraft } from '../../../drafts/draft.ts';
import { parseWholeNumber } from '../../../drafts/parse/parse-whole-number.ts';
import { DomainError } from '../../../errors.ts';
import { exemplarById } from '../../../exemplars/exemplar.ts';
import {
  chooseDelegate,
  type DecidedNomination,
  dropDelegate,
} from '../../../nominations/decide-nomination.ts';
import { findDelegateNumber, setDelegateNumber } from '../../../nominations/delegate-number.ts';
import { findNominable } from '../../../nominations/find-nominable.ts';
import { nominateForUnit } from '../../../nominations/nominate-for-unit.ts';
import { findNomination } from '../../../nominations/nomination.ts';
import type { NominationNews } from '../../../nominations/tell-unit-of-nomination.ts';
import { hasAccess } from '../../../people/rights.ts';
import { normalise } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import { findUnit } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import { planOf } from '../../core/house.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Form, Question, Scene } from '../../forms/form.ts';
import { lineAnswer } from '../../forms/kinds/text.ts';
import { answered, answerOf } from '../../forms/position.ts';
import { groundsAnswer, groundsLength } from '../grounds-answer.ts';
import { reasonLength, reasonQuestion } from '../reason-question.ts';
import { unitTold } from '../unit-told.ts';
import { conferencePresses as presses } from './presses.ts';
import { listButton } from './screens.ts';

const decisionSubject = z.object({ nominationId: z.int(), seen: z.int(), code: z.string() });
type DecisionScene = Scene<z.infer<typeof decisionSubject>>;

const decides = (s: Pick<Scene, 'person'>) => hasAccess(s.person, 'decideConference');

/** Creates the form of a decision with its reason: to leave one out, or why one was chosen. */
function decisionForm(of: 'drop' | 'explain'): Form<z.infer<typeof decisionSubject>> {
  const reason = reasonQuestion('delegate', (s: DecisionScene) =>
    s.html(`conference-${of}-reason`, { code: s.subject.code, ...reasonLength }),
  );
  return {
    key: `conference-${of}`,
    subject: decisionSubject,
    questions: [reason],
    savable: false,
    allowed: decides,
    title: (s) => s.t(`conference-${of}-title`, { code: s.subject.code }),
    async finish(s) {
      const { nominationId: id, seen } = s.subject;
      const decision = { id, seen, reason: answered(s, reason), draftId: s.draft.id };
      const by = { ...actorOf(s), at: s.now };
      try {
        const done =
          of === 'drop'
            ? await dropDelegate(s.house.db, decision, by)
            : await chooseDelegate(s.house.db, decision, by);
        return { end: await decidedReply(s, done, of === 'drop' ? 'drop' : 'choose') };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        // Another officer decided, or the unit changed it, while the reason was being written.
        await closeDraft(s.house.db.pool, s.draft.id, 'discarded', s.now);
        return {
          end: {
            text: sayRefusal(s, error),
            buttons: [[{ text: s.t('conference-open'), callback_data: presses.open.data(id) }]],
          },
        };
      }
    },
  };
}

/** The form that leaves a nominated exemplar out, with a reason. */
export const dropDelegateForm = decisionForm('drop');
/** The form that adds why an exemplar was chosen. */
export const explainChoiceForm = decisionForm('explain');

/** Writes the message after a decision, with the way on. */
export async function decidedReply(
  by: Pick<Scene, 't' | 'html' | 'house' | 'locale'>,
  { nomination, deliveries }: DecidedNomination,
  action: Exclude<NominationNews, 'nominate'>,
) {
  await by.house.deliverSoon(deliveries);
  const plan = planOf(by.house, nomination);
  const seen = nomination.changes.at(-1)?.id ?? 0;
  const { id, exemplar, unitId } = nomination;
  return {
    text: by.html(`conference-${action}-done`, {
      ...{ code: exemplar.code, name: shorten(exemplar.name, 100) },
      told: await unitTold(by, unitId),
    }),
    buttons: [
      [{ text: by.t('review-next'), callback_data: presses.next.data(id) }],
      ...(action === 'choose' && nomination.reason === null
        ? [[{ text: by.t('conference-explain'), callback_data: presses.explain.data(id, seen) }]]
        : []),
      [{ text: by.t('conference-open'), callback_data: presses.open.data(id) }],
      [listButton(by, plan)],
    ],
  };
}

const planSubject = z.object({ planId: z.int() });
type PlanScene = Scene<z.infer<typeof planSubject>>;

/** Which exemplar: by its code or a part of its name. The answer is its id. */
const exemplarQuestion: Question<number, z.infer<typeof planSubject>> = {
  key: 'exemplar',
  ask: (s) => s.html('conference-nominate-which'),
  label: (s) => s.t('conference-nominate-label'),
  answer: lineAnswer({
    value: z.int(),
    read: async (text, s) => {
      const found = await findNominable(s.house.db.prisma, {
        planId: s.subject.planId,
        typed: text,
        unitIds: await unitsOfOffice(s),
      });
      const [only, ...more] = found;
      const typed = shorten(normalise(text), 60);
      if (!only) return { ok: false, say: s.html('conference-nominate-none', { typed }) };
      if (more.length > 0) {
        const names = found.map(({ code, name }) => `${code} ${shorten(name, 60)}`).join('; ');
        return { ok: false, say: s.html('conference-nominate-several', { names }) };
      }
      if (only.nominated)
        return {
          ok: false,
          say: s.html('conference-nominate-there', { code: only.code, unit: only.unit.name }),
        };
      return { ok: true, value: only.id };
    },
  }),
};

/** The units of the officer's offices; undefined: all. */
async function unitsOfOffice({ house }: Pick<PlanScene, 'house'>): Promise<number[] | undefined> {
  if (!house.officeIds) return undefined;
  const units = await house.db.prisma.unit.findMany({
    where: { officeId: { in: house.officeIds } },
    select: { id: true },
  });
  return units.map(({ id }) => id);
}

const groundsQuestion: Question<string, z.infer<typeof planSubject>> = {
  key: 'grounds',
  ask: async (s) => {
    const exemplar = await exemplarById(s.house.db.pool, Number(answerOf(s, exemplarQuestion)));
    const unit = exemplar && (await findUnit(s.house.db.prisma, exemplar.unitId));
    return s.html('conference-nominate-grounds', {
      ...{ code: exemplar?.code ?? '', name: shorten(exemplar?.name ?? '', 100), unit: unit?.name ?? '' },
      ...groundsLength,
    });
  },
  label: (s) => s.t('summary-grounds-label'),
  answer: groundsAnswer({ exemplarId: (s) => Number(answerOf(s, exemplarQuestion)), key: () => 'grounds' }),
};

/** The form by which an officer nominates an exemplar for its unit. */
export const nominateForm: Form<z.infer<typeof planSubject>> = {
  key: 'nominate',
  subject: planSubject,
  questions: [exemplarQuestion, groundsQuestion],
  savable: false,
  allowed: decides,
  planOf: ({ planId }) => planId,
  title: (s) => s.t('conference-nominate'),
  async finish(s) {
    const exemplarId = answered(s, exemplarQuestion);
    const wanted = {
      ...{ planId: s.subject.planId, exemplarId, grounds: answered(s, groundsQuestion) },
      draftId: s.draft.id,
    };
    try {
      const { nominationId, unitId, deliveries } = await nominateForUnit(s.house.db, wanted, {
        ...actorOf(s),
        at: s.now,
      });
      await s.house.deliverSoon(deliveries);
      const nomination = await findNomination(s.house.db.prisma, nominationId);
      return {
        end: {
          text: s.html('conference-nominated', {
            ...{ code: nomination?.exemplar.code ?? '', unit: nomination?.unit.name ?? '' },
            told: await unitTold(s, unitId),
          }),
          buttons: [
            [{ text: s.t('conference-open'), callback_data: presses.open.data(nominationId) }],
            [listButton(s, s.house.plan)],
          ],
        },
      };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await closeDraft(s.house.db.pool, s.draft.id, 'discarded', s.now);
      return { end: { text: sayRefusal(s, error), buttons: [[listButton(s, s.house.plan)]] } };
    }
  },
};

const most = { min: 1, max: 10_000 };

const numberQuestion: Question<number, z.infer<typeof planSubject>> = {
  key: 'delegates',
  wantsNumber: true,
  ask: async (s) => {
    const now = await findDelegateNumber(s.house.db.prisma, s.house.plan);
    return s.html('conference-number-ask', { now: now ?? 0, set: now === undefined ? 'no' : 'yes' });
  },
  label: (s) => s.t('conference-number'),
  answer: lineAnswer({
    // 0: no number.
    value: z.int().min(0),
    read: (text, s) => {
      const read = parseWholeNumber(text, most);
      return read.ok ? read : { ok: false, say: s.html('conference-number-bad', most) };
    },
    options: (s) => [
      { value: 'none', label: s.t('conference-number-none'), act: async () => ({ set: { delegates: 0 } }) },
    ],
  }),
};

/** The form by which an officer says how many delegates go. */
export const delegateNumberForm: Form<z.infer<typeof planSubject>> = {
  key: 'delegate-number',
  subject: planSubject,
  questions: [numberQuestion],
  savable: false,
  allowed: decides,
  planOf: ({ planId }) => planId,
  title: (s) => s.t('conference-number'),
  async finish(s) {
    const delegates = answered(s, numberQuestion) || null;
    await setDelegateNumber(
      s.house.db,
      { planId: s.subject.planId, delegates, draftId: s.draft.id },
      { ...actorOf(s), at: s.now },
    );
    return {
      end: {
        text: s.html('conference-number-done', {
          delegates: delegates ?? 0,
          set: delegates === null ? 'no' : 'yes',
        }),
        buttons: [[listButton(s, s.house.plan)]],
      },
    };
  },
};
