/** Names up to `most`, and says how many more there are: `A, B và 3 đơn vị khác`. */
export function listNames(names: string[], most: number, more: string): string {
  const named = names.slice(0, most).join(', ');
  return names.length > most ? `${named} và ${names.length - most} ${more}` : named;
}
