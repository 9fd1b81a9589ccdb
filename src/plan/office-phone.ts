/**
 * Tells whether a phone number can be dialled. The number in the supplied plan file cannot: no
 * landline number has a zero after its area code.
 */
export function canBeDialled(phone: string): boolean {
  return !/^(?:84|0)2\d{2}0/.test(phone.replaceAll(/\D/g, ''));
}
