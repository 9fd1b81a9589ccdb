/** Times by the app's clock, in its time zone. */
import { language } from './texts.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}/${zone}/${name}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { timeZone: zone, ...options });
    formats.set(key, made);
  }
  return made;
}

/** Formats the time of day: 08:00. */
export function formatTime(at: Date, zone: string): string {
  return format(zone, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** Formats a day as the plan writes it: 18/8/2021. */
export function formatDay(at: Date, zone: string): string {
  const parts = format(zone, 'day', { day: 'numeric', month: 'numeric', year: 'numeric' }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return `${part('day')}/${part('month')}/${part('year')}`;
}

/** Formats the day of the week: Thứ Tư. */
export function formatWeekday(at: Date, zone: string): string {
  return format(zone, 'weekday', { weekday: 'long' }).format(at);
}

/** Formats a size: 1,2 MB. */
export function formatSize(bytes: number): string {
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 });
  if (bytes < 1000) return `${number.format(bytes)} B`;
  if (bytes < 1_000_000) return `${number.format(Math.round(bytes / 1000))} KB`;
  return `${number.format(bytes / 1_000_000)} MB`;
}
