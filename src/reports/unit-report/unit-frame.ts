import { formatDate, formatLongDate, formatOfficialDate, localDate } from '../../plan/calendar.ts';
import { listLegalGrounds } from '../../plan/legal-grounds.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import { describeUnitDocument, type UnitDocumentHead } from '../../plan/unit-document.ts';
import { capitalise, decapitalise } from '../../text/letters.ts';
import type { DocumentPart, DocumentSection, OfficialDocument } from '../document/document.ts';
import { buildText } from '../document/parts.ts';
import { describePlan } from '../make-file.ts';

/** A unit's head, and its line on what is enclosed. */
export interface UnitFrame {
  head: UnitDocumentHead;
  /** The line below the title of what is enclosed. */
  enclosed: string;
}

/**
 * Composes a report of a unit to the committee in the form of Decree 30. The head is the unit's
 * own; then come the legal grounds of the day, the opening sentence, the body, the signature and
 * the enclosures. `says` names the report in its first sentence.
 */
export function composeUnitFrame(
  plan: LoadedPlan,
  unit: { name: string; short: string; kind: string },
  about: { subject: string; says: string; author: string; made: Date },
  parts: { body: DocumentPart[]; enclosures(frame: UnitFrame): DocumentSection[] },
): OfficialDocument {
  const { subject, says, author, made } = about;
  const named = `báo cáo ${decapitalise(subject)}`;
  const head = describeUnitDocument(plan, unit);
  // Within a sentence: *Ủy ban nhân dân xã Glar*.
  const issuer = head.issuer.startsWith(unit.name)
    ? head.issuer
    : head.issuer.replace(unit.name, decapitalise(unit.name));
  const today = localDate(made, plan.zone);
  // The clerk writes the number in front.
  const blank = `         /BC-${head.sign}`;
  const enclosed = `(Kèm theo Báo cáo số${blank} ${formatLongDate(today)} của ${issuer})`;
  return {
    title: capitalise(named),
    ...{ author, made },
    sections: [
      {
        orientation: 'portrait',
        parts: [
          {
            ...{ part: 'head', superior: head.superior, issuer: head.issuer },
            number: `Số:${blank}`,
            placeAndDate: formatOfficialDate(head.place, today),
          },
          { part: 'title', name: 'Báo cáo', subject },
          { part: 'addressees', bodies: [`${plan.bodies.committee.vi} (qua ${plan.bodies.office.vi})`] },
          {
            part: 'grounds',
            lines: [
              ...listLegalGrounds(plan, today).map((ground) => `Căn cứ ${ground};`),
              `Căn cứ ${describePlan(plan)} về ${decapitalise(plan.title.vi)};`,
            ],
          },
          buildText(`${issuer} báo cáo ${says} (số liệu đến ngày ${formatDate(today)}) như sau:`),
          ...parts.body,
          buildText(`Trên đây là ${named} của ${issuer}./.`),
          closeUnitDocument(head, { recipients: ['Như trên', 'Lưu: VT'] }),
        ],
      },
      ...parts.enclosures({ head, enclosed }),
    ],
  };
}

/** Composes what is enclosed with a unit's report, on pages of its own below its title. */
export function composeEnclosure(
  { enclosed }: UnitFrame,
  title: { name: string; subject: string },
  parts: DocumentPart[],
): DocumentSection {
  return { orientation: 'landscape', parts: [{ part: 'title', ...title, notes: [enclosed] }, ...parts] };
}

/** The left side of the end of a list: the person who compiled it signs there. */
export const compiledBy = { title: 'Người lập biểu', note: '(Ký, họ tên)' };

/** Composes the end of a unit's document: who signs it, and what stands left of that. */
export function closeUnitDocument(
  { signer }: UnitDocumentHead,
  left: Extract<DocumentPart, { part: 'closing' }>['left'],
): DocumentPart {
  return {
    part: 'closing',
    left,
    right: {
      authority: signer.slice(0, -1),
      title: signer.at(-1) ?? '',
      note: '(Ký, họ tên, đóng dấu)',
    },
  };
}
