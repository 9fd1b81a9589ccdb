import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPlan, loadUnits } from '../../src/plan/load.ts';
import type { ChatPerson, SeenMessage } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { pdf } from '../support/sample-files.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({ channel });
  });
  afterAll(async () => {
    await house.close();
  });

  /**
   * Texts that may stay Vietnamese: the plan's own words, names of units and people, people's
   * texts, examples of names.
   */
  const plan = loadPlan('prisma/plans/101-kh-ubnd.yaml');
  const vietnamese = [
    ...plan.generalCriteria.map(({ text }) => text),
    ...plan.categories.flatMap(({ criteria }) => criteria.map(({ text }) => text)),
    ...plan.categories.flatMap(({ criteria }) => criteria.map(({ text }) => `${text.slice(0, 20)}`)),
    ...plan.generalCriteria.map(({ text }) => text.slice(0, 20)),
    ...plan.categories.map(({ name }) => name.en),
    ...loadUnits('prisma/units/dak-doa.yaml', plan).flatMap(({ name, short }) => [name, short]),
    'Làng Đê Kốp giữ gìn bản sắc văn hóa',
    'Làng Đê Kốp',
    'Ông A Nhưk, Trưởng thôn',
    'Trưởng thôn',
    'Nguyễn Thị Hoa',
    'Nguyễn Văn Bình',
    'Trần Thị Hạnh',
    'Đak Đoa',
    'Hồ Chí Minh',
    'KH-UBND',
    'Tiếng Việt',
    'Ngôn ngữ',
  ];
  const letters = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

  function vietnameseLeft(message: SeenMessage): string[] {
    return [message.text, ...message.buttons, ...message.keyboard].filter((text) => {
      const rest = vietnamese.reduce((left, known) => left.replaceAll(known, ''), text.normalize('NFC'));
      return letters.test(rest.replace(/…\S*/g, ''));
    });
  }

  async function speaksEnglish(person: ChatPerson): Promise<void> {
    await person.says('/ngonngu');
    await person.presses('English');
    await person.sees('English has been chosen.');
  }

  it('a whole registration, its review and its reports in English', async () => {
    const liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    const officer = await house.joined('Trần Thị Hạnh', 'officer');
    await speaksEnglish(liaison);
    await speaksEnglish(officer);
    const begin = {
      liaison: (await liaison.transcript()).length,
      officer: (await officer.transcript()).length,
    };

    await liaison.says('/start');
    await liaison.sees('is to register 10–15 exemplars (0 so far), by 24/8/2021 (6 days left)');
    await liaison.presses('Register an exemplar');
    await liaison.presses('Individual');
    await liaison.presses('See the criteria');
    const criteriaShown = await liaison.sees('General criteria');
    await liaison.presses('Cadre, soldier, civil servant, employee');
    await liaison.sees(/Plan, III.3.2/);
    if (!liaison.hasButtons) {
      // The same words choose from the newest menu, the criteria's: back to the question.
      await liaison.pressesOn(criteriaShown, 'Continue');
      await liaison.sees('Category?');
    }
    await liaison.says('Cadre, soldier, civil servant, employee');
    await liaison.sees('Full name of the person?');
    await liaison.says('1234');
    await liaison.sees('A name has letters');
    await liaison.says('Nguyễn Thị Hoa');
    await liaison.says('1980');
    await liaison.presses('Female');
    await liaison.sees('Ethnicity?');
    await liaison.says('skip');
    await liaison.sees('Position or occupation?');
    await liaison.says('Trưởng thôn');
    await liaison.presses('Holds one');
    await liaison.presses('None yet');
    await liaison.sees('Place (hamlet');
    await liaison.says('Làng Đê Kốp');
    await liaison.presses('Difficult or remote area');
    await liaison.presses('Direct labour');
    await liaison.sees('Summary of achievements (');
    await liaison.says('She has led the village for ten years without a single complaint from anybody.');
    await liaison.sees('Recorded');
    await liaison.presses('Done');
    await liaison.sees('no figures yet');
    await liaison.presses('Leave it as it is');
    const criteria = await liaison.sees('Which criteria are met?');
    await liaison.presses(criteria.buttons[0] ?? '');
    await liaison.presses('Done');
    await liaison.sees('Which emulation movements');
    await liaison.presses('Skip');
    await liaison.sees('What effect does it have');
    await liaison.says('Other villages have come to learn from it.');
    await liaison.sees('Recorded');
    await liaison.presses('Done');
    await liaison.sees('On which day');
    await liaison.says('5 Aug 2021');
    await liaison.presses('Skip');
    await liaison.sees('Evidence: send');
    await liaison.sendsFile('minutes.pdf', pdf());
    await liaison.sees('“minutes.pdf” has arrived (1/10)');
    await liaison.presses('Done');
    const review = await liaison.sees('Please look it over a last time');
    expect(review.buttons).toEqual(['Send to the Home Affairs Office', 'Change', 'Save draft', 'Cancel']);
    await liaison.presses('Change');
    await liaison.presses('Category');
    await liaison.sees('Category?');
    await liaison.presses('Keep as it is');
    await liaison.presses('Send to the Home Affairs Office');
    await liaison.sees('Sent: GLAR-2021-001');

    await officer.says('/duyet');
    await officer.presses('GLAR-2021-001 Nguyễn Thị Hoa');
    await officer.presses('Return');
    await officer.sees('Which lines');
    await officer.presses('☐ Place');
    await officer.presses('Done');
    await officer.sees('What is to be completed?');
    await officer.says('Please name the commune too.');
    await officer.sees('is returned to be completed');
    await liaison.sees('please complete Place of GLAR-2021-001');
    await liaison.presses('Change it now');
    await liaison.sees('Place (hamlet');
    await liaison.presses('Keep as it is');
    await liaison.presses('Send to the Home Affairs Office');
    await liaison.sees('Sent again');
    await officer.says('/duyet');
    await officer.presses('GLAR-2021-001 Nguyễn Thị Hoa');
    await officer.presses('Approve');
    await officer.sees('is approved');
    await officer.says('/dondoc');
    await officer.presses('Implementation plan (53 units)');
    await officer.sees('Preview:');
    await officer.presses('Send');
    await liaison.sees('implementation plan');
    await officer.says('/baocao tonghop');
    const report = await officer.receivesFile(/\.xlsx$/);
    expect(report.caption).toMatch(/All units/);
    for (const text of [
      '/hannop',
      '/danhsach',
      '/nhap',
      '/tieuchi',
      '/taikhoan',
      '/trogiup',
      '/huy',
      '/nopvanban',
      '/duyet',
      '/khong',
    ])
      await liaison.says(text);
    await liaison.sees('There is no such command');
    for (const text of ['/suckhoe', '/moi']) await officer.says(text);
    await officer.sees('Invite as what?');

    for (const [person, from] of [
      [liaison, begin.liaison],
      [officer, begin.officer],
    ] as const) {
      const said = (await person.transcript()).slice(from).filter(({ fromBot }) => fromBot);
      expect(said.flatMap(vietnameseLeft)).toEqual([]);
    }
  });
});
