/** The part of date-chinese that the tests use; its own types are not exported. */
declare module 'date-chinese' {
  export class CalendarVietnamese {
    constructor(cycle: number, year: number, month: number, leap: number, day: number);
    toGregorian(year: number): { year: number; month: number; day: number };
  }
}
