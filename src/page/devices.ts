import { call } from './api.ts';
import { formatDay, formatTime } from './dates.ts';
import { LanguageButton } from './language-button.ts';
import { html, useCallback, useEffect, useState, type View } from './preact.ts';
import { clearAfterSignOut, markSigningOut } from './signed-out.ts';
import { text } from './texts.ts';
import type { Devices } from './wire.ts';

/** Shows the button in a signed-in person's header that leads to their devices and to sign out. */
export function DevicesButton({ open }: { open(): void }): View {
  return html`
    <button type="button" class="round own" aria-label=${text('page-devices-open')} title=${text('page-devices-open')} onClick=${open}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="8" r="4" /><path d="M4.5 20.500c1-4 4-6 7.500-6s6.500 2 7.500 6" /></svg>
    </button>
  `;
}

/** Shows the person's signed-in devices, to sign out of each, and the language of the page. */
export function DevicesDialog({ zone, close }: { zone: string; close(): void }): View {
  const [known, setKnown] = useState<Devices>();
  const [failed, setFailed] = useState('');
  const [leaving, setLeaving] = useState(false);
  const show = useCallback(
    (dialog: HTMLDialogElement | null) => dialog?.open === false && dialog.showModal(),
    [],
  );

  const attempt = async (work: () => Promise<void>) => {
    setFailed('');
    try {
      await work();
    } catch (error) {
      setFailed(error instanceof Error && 'status' in error ? error.message : text('page-sign-in-no-signal'));
    }
  };
  const load = async () => setKnown(await call<Devices>('/api/devices'));
  useEffect(() => void attempt(load), []);
  const leave = () =>
    attempt(async () => {
      markSigningOut(true);
      await call('/api/sign-out', {}).catch((error) => {
        markSigningOut(false);
        throw error;
      });
      clearAfterSignOut();
    });
  const end = (id: number) =>
    attempt(async () => {
      await call(`/api/devices/${id}/sign-out`, {});
      await load();
    });

  const row = ({ id, label, lastSeen, here }: Devices['devices'][number]) => {
    const at = new Date(lastSeen);
    const when = `${formatTime(at, zone)} ${formatDay(at, zone)}`;
    return html`
      <li key=${id}>
        <span class="who">
          <span class="name">${label}</span>
          <span class="quiet">${here ? text('page-device-here') : text('page-device-seen', { when })}</span>
        </span>
        <button
          type="button"
          class="key"
          aria-label=${text('page-sign-out-of', { device: here ? text('page-device-here') : label })}
          onClick=${() => (here ? setLeaving(true) : end(id))}
        >${text('page-sign-out')}</button>
      </li>
    `;
  };

  return html`
    <dialog class="devices" ref=${show} onClose=${close} aria-labelledby="devices-title">
      <h2 id="devices-title">${text(leaving ? 'page-sign-out-title' : 'page-devices')}</h2>
      ${failed && html`<p class="refusal" role="alert">${failed}</p>`}
      ${
        leaving
          ? html`
            <p>${text('page-sign-out-sure')}</p>
            <button type="button" class="key main" onClick=${leave}>${text('page-sign-out-yes')}</button>
            <button type="button" class="key" onClick=${() => setLeaving(false)}>${text('page-cancel')}</button>
          `
          : html`
            ${known?.name && html`<p class="quiet">${text('page-devices-of', { name: known.name })}</p>`}
            <ul>${known?.devices.map(row)}</ul>
            <p class="choices"><${LanguageButton} /></p>
            <form method="dialog"><button class="key main">${text('page-close')}</button></form>
          `
      }
    </dialog>
  `;
}
