import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPlan } from '../plan/load.ts';
import { deriveUnitHead, writePlaceAndDate } from './unit-head.ts';

const plan = loadPlan(join(import.meta.dirname, '../../prisma/plans/101-kh-ubnd.yaml'));

describe("the head of a unit's documents", () => {
  it.each([
    ['Xã Glar', 'Ủy ban nhân dân xã Glar', 'Glar'],
    ['Thị trấn Đak Đoa', 'Ủy ban nhân dân thị trấn Đak Đoa', 'Đak Đoa'],
    ['Phường Diên Hồng', 'Ủy ban nhân dân phường Diên Hồng', 'Diên Hồng'],
    ["Xã H'Neng", "Ủy ban nhân dân xã H'Neng", "H'Neng"],
    ['Đặc khu Phú Quốc', 'Ủy ban nhân dân đặc khu Phú Quốc', 'Phú Quốc'],
    ['Xã Glar'.normalize('NFD'), 'Ủy ban nhân dân xã Glar', 'Glar'],
  ])('of %s is its People’s Committee’s', (unit, issuer, place) => {
    const head = deriveUnitHead(plan, unit);
    expect({ ...head, issuer: head.issuer.normalize('NFC') }).toEqual({
      issuer,
      place,
      authority: ['TM. Ủy ban nhân dân'],
      signerTitle: 'Chủ tịch',
    });
  });

  it.each([
    ...['Phòng Nội vụ', 'Công an huyện', 'Hội Nông dân huyện', 'Trung tâm Y tế huyện'],
    ...['Huyện đoàn', 'Huyện Đoàn', 'Huyện ủy', 'Tỉnh đoàn'],
  ])('of %s names the body above it', (unit) => {
    expect(deriveUnitHead(plan, unit)).toEqual({
      superior: 'Ủy ban nhân dân huyện Đak Đoa',
      issuer: unit,
      place: 'Đak Đoa',
      signerTitle: 'Thủ trưởng đơn vị',
    });
  });

  it('dates the document at its place, in the zone of the plan', () => {
    expect(writePlaceAndDate({ place: 'Glar' }, new Date('2022-02-04T18:00:00Z'), plan.zone)).toBe(
      'Glar, ngày 05 tháng 02 năm 2022',
    );
  });
});
