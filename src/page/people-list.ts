import { Avatar } from './avatar.ts';
import { Guide } from './guide.ts';
import { html, type View } from './preact.ts';
import { describePerson, namePerson } from './roles.ts';
import { text } from './texts.ts';
import type { SelectablePerson } from './wire.ts';

/** Lists the people to act as, with their number of unread messages. Arrow keys go up and down. */
export function PeopleList(props: { people: SelectablePerson[]; chosen: number | undefined }): View {
  return html`
    <nav class="people" aria-label=${text('page-people')}>
      <h2>${text('page-people')}</h2>
      <p class="quiet">${text('page-people-hint')}</p>
      <ul onKeyDown=${upAndDown}>
        ${props.people.map(
          (person) => html`
            <li key=${person.chatId}>
              <a href=${`#/${person.chatId}`} aria-current=${person.chatId === props.chosen ? 'page' : undefined}>
                <${Avatar} name=${namePerson(person)} role=${person.role} />
                <span class="who">
                  <span class="name">${namePerson(person)}</span>
                  <span class="about">${describePerson(person)}</span>
                </span>
                ${
                  person.unread > 0 &&
                  html`<span class="unread">
                    <span aria-hidden="true">${person.unread > 99 ? '99+' : person.unread}</span>
                    <span class="hidden">${text('page-unread', { count: person.unread })}</span>
                  </span>`
                }
              </a>
            </li>
          `,
        )}
      </ul>
      <${Guide} />
    </nav>
  `;
}

function upAndDown(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const list = event.currentTarget;
  if (!step || !(list instanceof HTMLElement)) return;
  const links = [...list.querySelectorAll('a')];
  const at = links.findIndex((link) => link.matches(':focus'));
  const next = links[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
