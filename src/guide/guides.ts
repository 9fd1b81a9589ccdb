/** One step of a guide: keys of its texts, and the picture that shows it. */
export interface GuideStep {
  title: string;
  text: string;
  /** Name of a picture in `pictures/<locale>/`. */
  picture?: string;
}

/** The steps of each guide, by the last part of its address. */
const steps = {
  'dau-moi': [
    { title: 'guide-join', text: 'guide-join-text', picture: 'join' },
    { title: 'guide-register', text: 'guide-register-text', picture: 'question' },
    { title: 'guide-zalo', text: 'guide-zalo-text', picture: 'zalo' },
    { title: 'guide-criteria', text: 'guide-criteria-text', picture: 'criteria' },
    { title: 'guide-files', text: 'guide-files-text', picture: 'files' },
    { title: 'guide-send', text: 'guide-send-text', picture: 'send' },
    { title: 'guide-paused', text: 'guide-paused-text', picture: 'paused' },
    { title: 'guide-returned', text: 'guide-returned-text', picture: 'returned' },
    { title: 'guide-dues', text: 'guide-dues-text', picture: 'dues' },
    { title: 'guide-nudge', text: 'guide-nudge-text', picture: 'nudge' },
    { title: 'guide-trouble', text: 'guide-trouble-text' },
  ],
  'can-bo': [
    { title: 'guide-invite', text: 'guide-invite-text', picture: 'invite' },
    { title: 'guide-review', text: 'guide-review-text', picture: 'review' },
    { title: 'guide-sent-back', text: 'guide-sent-back-text', picture: 'returned' },
    { title: 'guide-nudging', text: 'guide-nudging-text', picture: 'nudging' },
    { title: 'guide-report', text: 'guide-report-text', picture: 'report' },
    { title: 'guide-office', text: 'guide-office-text' },
  ],
  xem: [
    { title: 'guide-report', text: 'guide-report-text', picture: 'report' },
    { title: 'guide-head', text: 'guide-head-text', picture: 'head' },
    { title: 'guide-trouble', text: 'guide-trouble-text' },
  ],
} as const satisfies Record<string, GuideStep[]>;

/** A guide: for liaisons, for officers, for those who read only. */
export type GuideName = keyof typeof steps;

/** Gives the steps of a guide. */
export function stepsOf(guide: GuideName): readonly GuideStep[] {
  return steps[guide];
}

/** Every guide, with the key of its title. */
export const guideTitles: Record<GuideName, string> = {
  'dau-moi': 'guide-of-liaison',
  'can-bo': 'guide-of-officer',
  xem: 'guide-of-reader',
};

/** Every guide. */
export const guideNames: GuideName[] = ['dau-moi', 'can-bo', 'xem'];

/** Tells whether this is the name of a guide. */
export function isGuide(name: string): name is GuideName {
  return Object.hasOwn(steps, name);
}

/** Chooses the guide of a person by their roles; before joining that of liaisons. */
export function guideFor(roles: string[]): GuideName {
  if (roles.includes('officer')) return 'can-bo';
  return roles.length === 0 || roles.includes('liaison') ? 'dau-moi' : 'xem';
}

/** Gives the path of a guide in a language. */
export function guidePath(guide: GuideName, locale: string): string {
  return `/huong-dan/${guide}?lang=${locale}`;
}
