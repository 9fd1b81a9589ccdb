/** Formats a size as people read it: `15 KB`, `2,4 MB` (with the locale's decimal mark). */
export function formatFileSize(bytes: number, locale: string): string {
  const kilo = bytes / 1024;
  if (kilo < 1000) return `${Math.max(1, Math.round(kilo))} KB`;
  return `${(kilo / 1024).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`;
}
