import type { Args } from '../../../i18n.ts';
import { findPeople, type PersonLine } from '../../../people/find-people.ts';
import { shorten } from '../../../text/shorten.ts';
import type { House } from '../../core/house.ts';
import { buildPageRow, loadPage, sayRange } from '../../core/pages.ts';
import type { Reply } from '../../forms/form.ts';
import { peoplePresses } from './presses.ts';
import { roleWords } from './role-words.ts';

const perPage = 8;

/**
 * The language and texts for a screen of this feature. It is the context of an update, or the scene
 * of a form.
 */
export interface Speaker {
  house: House;
  t(key: string, args?: Args): string;
  html(key: string, args?: Args): string;
}

/**
 * Shows a page of found people with a button each; undefined when there are none. A page beyond the
 * last is the last one.
 */
export async function peopleReply(by: Speaker, words: string[], asked = 0): Promise<Reply | undefined> {
  const page = await loadPage(asked, perPage, (limit, offset) =>
    findPeople(by.house.db.prisma, words, { limit, offset }, by.house.officeIds),
  );
  const { items: people, total, offset: from } = page;
  if (total === 0) return undefined;
  return {
    text: [
      by.html('people-title', { range: sayRange(by, page) }),
      ...people.map((person, i) =>
        by.html('people-line', {
          n: from + i + 1,
          name: person.name ?? '–',
          roles: shorten(rolesOf(by, person), 200),
        }),
      ),
    ].join('\n'),
    buttons: [
      ...people.map((person) => [
        {
          text: shorten([person.name ?? '–', person.roles[0]?.unit].filter(Boolean).join(' – '), 60),
          callback_data: peoplePresses.open.data(person.id),
        },
      ]),
      ...buildPageRow(by, page, (to) => peoplePresses.list.data(to, words.join('+'))),
      [{ text: by.t('people-search'), callback_data: peoplePresses.search.data() }],
    ],
  };
}

function rolesOf(by: Speaker, { roles }: PersonLine): string {
  if (roles.length === 0) return by.t('people-no-role');
  return roles.map(({ role, unit }) => roleWords(by, role, unit)).join('; ');
}
