import type { Args } from '../../../i18n.ts';

/** Names a role with its unit: "Cán bộ đầu mối: Xã Glar". Plain text. */
export function roleWords(
  by: { t(key: string, args?: Args): string },
  role: string,
  unit: string | null | undefined,
): string {
  const name = by.t(`role-${role}`);
  return unit ? by.t('account-role', { role: name, unit }) : name;
}

/**
 * Names a role with its unit, for a line that has a colon: "Cán bộ đầu mối Xã Glar". Plain text.
 */
export function roleInUnit(
  by: { t(key: string, args?: Args): string },
  role: string,
  unit: string | null | undefined,
): string {
  const name = by.t(`role-${role}`);
  return unit ? by.t('role-in-unit', { role: name, unit }) : name;
}
