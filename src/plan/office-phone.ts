/**
 * Tells whether a phone number can be dialled. The number in the plan file that comes with the
 * program cannot: no landline number goes on with a zero behind its area code.
 */
export function canBeDialled(phone: string): boolean {
  return !/^(?:84|0)2\d{2}0/.test(phone.replaceAll(/\D/g, ''));
}
