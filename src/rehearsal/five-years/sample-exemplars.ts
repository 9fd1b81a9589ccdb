import { pickOption, pressDone, pressSkip, type StageAnswers, typeText, typeWords } from './fill-form.ts';

/** A sample exemplar: invented, like its people. */
export interface SampleExemplar {
  name: string;
  category: string;
  /** Left out: a collective. */
  person?: true;
  place: string;
  summary: string;
}

const villages = ['Dur', 'Ngol', 'Tươh', 'Groi', 'Dơng', 'Hưng', 'Klót', 'Bông', 'Đal', 'Wâu'];
const deeds: Omit<SampleExemplar, 'place'>[] = [
  {
    name: 'Làng $ giữ đội cồng chiêng',
    category: 'community',
    summary: 'Làng có 96 hộ, giữ 3 đội cồng chiêng 42 người, dạy 25 cháu, 5 năm không có hộ tái nghèo.',
  },
  {
    name: 'Tổ hợp tác cà phê sạch làng $',
    category: 'business',
    summary: 'Tổ có 32 hộ, 41 ha cà phê, năng suất 3,1 tấn/ha, tăng 18% so với năm 2019.',
  },
  {
    name: 'Rơ Châm Bin làng $',
    category: 'resident',
    person: true,
    summary: 'Già làng, vận động 45 hộ hiến 1.200 m² đất làm đường, hòa giải 12 vụ việc trong năm 2020.',
  },
  {
    name: 'Chi hội phụ nữ làng $',
    category: 'association',
    summary: 'Chi hội 58 hội viên, giúp nhau 74 triệu đồng, 9 hộ hội viên thoát nghèo năm 2020.',
  },
  {
    name: 'Hộ Siu Lan làng $ thoát nghèo',
    category: 'poverty_reduction',
    summary: 'Hộ có 2 ha cà phê, 6 con bò, thu nhập 210 triệu đồng một năm, giúp 4 hộ cùng làng.',
  },
  {
    name: 'Trường Mầm non làng $',
    category: 'education',
    summary: 'Trường có 8 lớp, 212 cháu, 100% cháu ăn bán trú, giảm suy dinh dưỡng từ 14% còn 6%.',
  },
  {
    name: 'Đinh Thị Hoa làng $',
    category: 'worker',
    person: true,
    summary: 'Công nhân cạo mủ, vượt 15% sản lượng năm 2020, dạy nghề cho 11 người trong làng.',
  },
  {
    name: 'Làng $ chung sức làm đường',
    category: 'new_rural',
    summary: 'Làng làm 2,3 km đường bê tông, góp 640 ngày công và 185 triệu đồng năm 2020.',
  },
  {
    name: 'Tổ tự quản an ninh làng $',
    category: 'defence_security',
    summary: 'Tổ 14 người, tuần tra 156 đêm năm 2020, không để xảy ra trộm cắp, 2 năm không có tệ nạn.',
  },
  {
    name: 'Trạm y tế làng $',
    category: 'health',
    summary: 'Trạm có 5 cán bộ, tiêm chủng đạt 98%, khám 3.400 lượt năm 2020, không có dịch.',
  },
];

/** Those of the years after the first. */
const laterDeeds: Omit<SampleExemplar, 'place'>[] = [
  {
    name: 'Tổ liên kết chăn nuôi bò làng $',
    category: 'business',
    summary: 'Tổ có 24 hộ, 136 con bò lai, thu nhập bình quân 68 triệu đồng một hộ, tăng 22% trong hai năm.',
  },
  {
    name: 'Nhóm dệt thổ cẩm làng $',
    category: 'community',
    summary: 'Nhóm 19 chị dệt 240 sản phẩm một năm, truyền nghề cho 13 cháu gái, thu 96 triệu đồng.',
  },
  {
    name: 'Kpuih Đức làng $',
    category: 'worker',
    person: true,
    summary: 'Sáng chế máy tách vỏ cà phê, giảm 40% công lao động, hướng dẫn 27 hộ cùng làm theo.',
  },
  {
    name: 'Chi hội cựu chiến binh làng $',
    category: 'association',
    summary: 'Chi hội 31 hội viên, góp 52 triệu đồng, xóa 3 nhà tạm, nhận giúp đỡ 7 thanh niên chậm tiến.',
  },
  {
    name: 'Tuyến đường hoa làng $',
    category: 'new_rural',
    summary:
      'Làng trồng 1,8 km đường hoa, lắp 46 bóng đèn, mỗi tuần quét dọn một buổi với 80 người tham gia.',
  },
  {
    name: 'Rah Lan H’Nga làng $',
    category: 'resident',
    person: true,
    summary:
      'Vận động 38 hộ cho con đến trường, hai năm liền làng không có học sinh bỏ học, mở 1 lớp xóa mù chữ.',
  },
];

/** Names a sample exemplar of a later year: another one for each unit, year and `nth`. */
export function laterExemplar(unit: string, year: number, nth = 0): SampleExemplar {
  const turn = (year - 2022) * 2 + nth;
  const deed = laterDeeds[turn % laterDeeds.length] ?? laterDeeds[0];
  const village = villages[(turn * 3 + unit.length + nth) % villages.length] ?? '';
  if (!deed) throw new Error('no sample exemplars');
  return { ...deed, name: `${deed.name.replace('$', village)}, ${unit}`, place: `Làng ${village}` };
}

/** Names the sample exemplars of a unit: `count` of them, different in every unit. */
export function sampleExemplars(unit: string, count: number): SampleExemplar[] {
  const shift = [...unit].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return Array.from({ length: count }, (_, i) => {
    const deed = deeds[i % deeds.length] ?? deeds[0];
    const village = villages[(i * 3 + shift) % villages.length] ?? '';
    if (!deed) throw new Error('no sample exemplars');
    return { ...deed, name: `${deed.name.replace('$', village)}, ${unit}`, place: `Làng ${village}` };
  });
}

/** Returns the answers that register a sample exemplar. */
export function answersFor(of: SampleExemplar): StageAnswers {
  const { name, category, person, place, summary } = of;
  const common = [place, 'có', 'có'];
  return {
    subject: [pickOption(person ? 'individual' : 'collective')],
    category: [pickOption(category)],
    name: [typeWords(person ? name.replace(/ làng.*$/, '') : name)],
    birthYear: [typeWords(['1974', 'nữ', 'Ba Na', 'Nông dân', ...common].join('\n'))],
    leader: [pickOption('no')],
    representative: [typeWords(['Ông A Nhưk, Trưởng thôn', '36', ...common].join('\n'))],
    memberCount: [typeWords('36')],
    place: [typeWords(place)],
    difficult: [pickOption('yes')],
    labour: [pickOption('yes')],
    summary: [typeText(summary)],
    criteria: [typeWords('1, 2'), pressDone],
    impact: [typeText('Cách làm đơn giản, ba làng bên cạnh đã đến học và làm theo.')],
    endorsedOn: [typeWords('5/8/2021, 02/BB')],
    minutes: [pressSkip],
    files: [pressDone],
    exception: [typeWords('Phong trào của xã có thêm mô hình nổi bật.')],
    confirm: [pickOption('send')],
  };
}
