import type { PlayName } from '../../page/wire.ts';
import { type Act, nameStep } from './step.ts';
import { year2021 } from './years/2021.ts';
import { year2022 } from './years/2022.ts';
import { year2023 } from './years/2023.ts';
import { year2024 } from './years/2024.ts';
import { year2025 } from './years/2025.ts';
import { year2026 } from './years/2026.ts';

/** Every moment of the first year, and of all five with the beginning of the next plan. */
export const scripts: Record<PlayName, Act[]> = {
  firstYear: year2021,
  fiveYears: [...year2021, ...year2022, ...year2023, ...year2024, ...year2025, ...year2026],
};

/** Lists the unique names of a script's steps. */
export function listStepNames(acts: Act[]): string[] {
  return acts.flatMap((act) => act.steps.map((step) => nameStep(act, step)));
}
