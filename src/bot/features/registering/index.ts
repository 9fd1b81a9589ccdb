import { listUnitsAs } from '../../../people/roles.ts';
import type { BotContext } from '../../core/context.ts';
import { onPress } from '../../core/press.ts';
import { beginForm } from '../drafts.ts';
import type { Feature } from '../feature.ts';
import { mend, registerFor } from '../unit-presses.ts';
import { registrationForm } from './form.ts';
import { mendExemplar } from './mend.ts';

/**
 * The feature of /dangky: registering an exemplar (Plan 101, IV.1), and changing a returned one.
 */
export const registeringFeature: Feature = {
  commands: [
    {
      name: 'dangky',
      right: 'handIn',
      words: { vi: ['đăng ký', 'đăng kí', 'đăng ký điển hình', 'đăng kí điển hình'], en: ['register'] },
      run: (ctx) => register(ctx),
    },
  ],
  forms: [registrationForm],
  presses(table) {
    onPress(table, mend, { right: 'handIn', about: 'exemplar' }, mendExemplar);
    onPress(table, registerFor, { right: 'handIn', about: 'unit' }, register);
  },
};

/** Begins a registration; only people with several units are asked for the unit. */
async function register(ctx: BotContext, unitId: number | null = null): Promise<void> {
  const mine = listUnitsAs(ctx.person, 'liaison');
  const unit = mine.find((one) => one.id === unitId) ?? (mine.length === 1 ? mine[0] : undefined);
  if (unit) {
    await beginForm(ctx, registrationForm, {
      subject: { unitId: unit.id },
      answers: { unit: String(unit.id) },
    });
  } else {
    await beginForm(ctx, registrationForm, { subject: {} });
  }
}
