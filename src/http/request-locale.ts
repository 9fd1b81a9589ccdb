import type { FastifyRequest } from 'fastify';
import { defaultLocale, type Locale, locales } from '../i18n.ts';

/**
 * Returns the first language that the browser asks for and the program has; Vietnamese otherwise.
 */
export function localeOf(request: FastifyRequest): Locale {
  const wanted = request.headers['accept-language']?.split(',') ?? [];
  for (const part of wanted) {
    const language = part.trim().slice(0, 2).toLowerCase();
    const found = locales.find((locale) => locale === language);
    if (found) return found;
  }
  return defaultLocale;
}
