import { recordFiling } from '../../duties/file.ts';
import { dutyName } from '../../duties/say.ts';
import { current, dutyStandings } from '../../duties/standing.ts';
import { DomainError } from '../../errors.ts';
import { unitsAs } from '../../people/roles.ts';
import { formatDate } from '../../plan/calendar.ts';
import { inTransaction } from '../../store/database.ts';
import { unitById } from '../../units/units.ts';
import { commandButtons } from '../command-buttons.ts';
import type { BotContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import type { Form, Option, Scene } from '../forms/form.ts';
import { onPress } from '../press.ts';
import { beginForm } from './drafts.ts';
import { fileDuty } from './unit-presses.ts';

/** /nopvanban: a unit hands in a document for a duty (Plan 101, IV.3, V.1). */
export const filingFeature: Feature = {
  commands: [
    {
      name: 'nopvanban',
      roles: ['liaison'],
      words: {
        vi: ['nộp văn bản', 'nộp kế hoạch', 'nộp báo cáo', 'nộp báo cáo năm', 'báo cáo năm'],
        en: ['hand in'],
      },
      run: file,
    },
  ],
  forms: [filingForm()],
  presses(composer) {
    onPress(composer, fileDuty, async (ctx, unitId, duty, year) => {
      // A nudge about several units: the unit is asked for, the document is known.
      const mine = unitsAs(ctx.person, 'liaison');
      if (unitId === 0 ? mine.length === 0 : !mine.some((u) => u.id === unitId))
        throw new DomainError('not-allowed');
      if (unitId === 0) return beginForm(ctx, 'filing', { subject: { duty: `${duty}.${year}` } });
      await beginForm(ctx, 'filing', {
        subject: { unitId, duty: `${duty}.${year}` },
        answers: { unit: String(unitId), duty: `${duty}.${year}` },
      });
    });
  },
};

async function file(ctx: BotContext): Promise<void> {
  const [unit, ...more] = unitsAs(ctx.person, 'liaison');
  if (unit && more.length === 0) {
    await beginForm(ctx, 'filing', { subject: { unitId: unit.id }, answers: { unit: String(unit.id) } });
  } else {
    await beginForm(ctx, 'filing');
  }
}

function filingForm(): Form {
  return {
    key: 'filing',
    questions: [
      {
        key: 'unit',
        ask: (s) => s.html('register-unit'),
        label: (s) => s.t('register-unit-label'),
        when: (s) => s.draft.subject.unitId === undefined,
        answer: {
          kind: 'choice',
          options: (s) => unitsAs(s.person, 'liaison').map((u) => ({ value: String(u.id), label: u.name })),
        },
        saved: (_value, s) => ({ duty: s.draft.subject.duty }),
      },
      {
        key: 'duty',
        ask: (s) => s.html('filing-duty'),
        label: (s) => s.t('filing-duty-label'),
        answer: { kind: 'choice', options: dutyOptions },
        show: (value, s) => chosenDuty(s, String(value)),
      },
      {
        key: 'files',
        ask: (s) => s.html('filing-files', { duty: chosenDuty(s, String(s.answers.duty)) }),
        label: (s) => s.t('register-files-label'),
        answer: { kind: 'files', min: 1, max: 10 },
        show: (value, s) => s.t('register-files-shown', { n: Number(value) || 0 }),
      },
    ],
    allowed: (s) => {
      const mine = unitsAs(s.person, 'liaison').map((u) => u.id);
      return s.answers.unit === undefined ? mine.length > 0 : mine.includes(Number(s.answers.unit));
    },
    title: (s) => s.t('filing-title'),
    finish: handIn,
  };
}

/** Duties that a document fulfils, with how they stand; those already handed in may be handed in anew. */
async function dutyOptions(s: Scene): Promise<Option[]> {
  const { db, plan } = s.house;
  const standings = await dutyStandings({ db, plan, now: s.now }, { unitIds: [Number(s.answers.unit)] });
  return current(standings, plan, s.now).flatMap((one) => {
    const duty = plan.duties.find((d) => d.code === one.duty);
    if (!duty || duty.fulfilledBy === 'registration') return [];
    const name = dutyName(plan, s.locale, one);
    const until = one.due ? ` (${formatDate(one.due.lastDay)})` : '';
    return [{ value: `${one.duty}.${one.year}`, label: `${one.doneAt ? '✓ ' : ''}${name}${until}` }];
  });
}

function chosenDuty(s: Scene, value: string): string {
  const [duty = '', year = '0'] = value.split('.');
  return dutyName(s.house.plan, s.locale, { duty, year: Number(year) });
}

async function handIn(s: Scene): ReturnType<Form['finish']> {
  const { db, plan } = s.house;
  const [duty = '', year = '0'] = String(s.answers.duty).split('.');
  const unitId = Number(s.answers.unit);
  const filed = await inTransaction(db.pool, (client) =>
    recordFiling(client, plan, {
      unitId,
      duty,
      year: Number(year),
      personId: s.person?.id ?? 0,
      channel: s.turn.channel,
      draftId: s.draft.id,
      at: s.now,
    }),
  );
  const unit = await unitById(db.pool, unitId);
  const args = { duty: chosenDuty(s, String(s.answers.duty)), unit: unit?.name ?? '', files: filed.files };
  const lines = [s.html('filing-done', args)];
  if (filed.late) lines.push(s.html('filing-late'));
  if (filed.replaces) lines.push(s.html('filing-replaces'));
  return { end: { text: lines.join('\n'), buttons: commandButtons(s, ['hannop']) } };
}
