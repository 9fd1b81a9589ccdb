import type { Database } from '../../src/store/database.ts';

/** Words of the filled register, for searches. */
export interface Vocabulary {
  /** Words of names, the most frequent first. */
  common: string[];
  /** Names of hamlets and units, which few exemplars have. */
  places: string[];
  surnames: string[];
  given: string[];
}

const onsets = 'b,c,ch,d,g,gi,h,k,kh,l,m,n,ng,nh,ph,qu,r,s,t,th,tr,v,x'.split(',');
const rhymes = 'a,an,ang,anh,ao,at,au,ay,en,eo,et,ien,iet,inh,oa,oi,om,on,ong,uan,ui,ung,uoc,uong,uy'.split(
  ',',
);

/** Words that a name is made of: what people write about most comes first. */
const topics =
  'mô hình,câu lạc bộ,nuôi bò,cồng chiêng,dân vận khéo,tiết kiệm,nông thôn mới,giảm nghèo,tự quản,an ninh,trồng cà phê,nuôi ong,dệt thổ cẩm,thu gom rác,thắp sáng,khuyến học,hiến máu,cải cách hành chính,phụ nữ,thanh niên,cựu chiến binh,hợp tác xã,trường học,y tế,người tốt việc tốt'.split(
    ',',
  );

/** Fills the register by SQL: units, their liaisons, exemplars with common and rare words. */
export async function fillRegister(
  { pool }: Pick<Database, 'pool'>,
  { exemplars, units }: { exemplars: number; units: number },
): Promise<Vocabulary> {
  const syllables = onsets.flatMap((onset) => rhymes.map((rhyme) => onset + rhyme));
  const surnames = 'Nguyễn,Trần,Lê,Phạm,Rơ Châm,Siu,Ksor,Kpă,Đinh,Hoàng'.split(',');
  const given =
    'An,Bình,Châu,Dung,Giang,Hoa,Hùng,Khánh,Lan,Minh,Nam,Oanh,Phúc,Quỳnh,Sơn,Thảo,Uyên,Vân,Xuân,Yến'.split(
      ',',
    );
  await pool.query(
    `insert into unit (office_id, code, name, short, position, created_at)
     select 1, 'U' || n, 'Xã ' || ($2::text[])[1 + n % 575] || ' ' || ($2::text[])[1 + n / 575 % 575],
       ($2::text[])[1 + n % 575] || ' ' || ($2::text[])[1 + n / 575 % 575], n, '2021-08-18Z'
     from generate_series(1, $1::int) as n`,
    [units, syllables],
  );
  await pool.query(
    `insert into person (name, created_at)
     select ($2::text[])[1 + n % cardinality($2)] || ' ' || (array['Văn','Thị','Đức','Ngọc'])[1 + n / 7 % 4] || ' '
       || ($4::text[])[1 + n / 3 % 575] || ' ' || ($3::text[])[1 + n / 11 % cardinality($3)], '2021-08-18Z'
     from generate_series(1, $1::int) as n`,
    [units, surnames, given, syllables],
  );
  await pool.query(
    `insert into membership (person_id, role, unit_id, since) select id, 'liaison', id, '2021-08-18Z' from person`,
  );
  await pool.query(
    `insert into exemplar (code, unit_id, year, subject, category, name, search_name, place, difficult_area, direct_labour, summary,
       criteria, impact, endorsed_on, status, plan_id, submitted_at, submitted_by_id, representative, decided_at)
     select code, unit_id, year, subject::subject, category, name, array_to_string(fold_words(name), ' '), place, n % 3 = 0, n % 2 = 0,
       repeat('Vận động 45 hộ hiến 1.200 m² đất làm đường liên thôn. ', 1 + n % 15), '{ge-1,ge-2}', 'Đã nhân rộng', '2021-08-05',
       (array['approved','approved','submitted','returned'])[1 + n % 4]::exemplar_status, 1,
       timestamptz '2021-08-19Z' + n * interval '1 minute', unit_id, person,
       case when n % 4 <> 2 then timestamptz '2021-08-20Z' + n * interval '1 minute' end
     from (
       select n, 1 + (n * 7919::bigint % $2)::int as unit_id, 2021 + (n::bigint * 5 / ($1::int + 1))::int as year,
         'U' || (1 + (n * 7919::bigint % $2)::int) || '-' || 2021 + (n::bigint * 5 / ($1::int + 1))::int || '-' || lpad(n::text, greatest(3, length(n::text)), '0') as code,
         case when n % 3 = 0 then 'individual' else 'collective' end as subject,
         (array['community','new_rural','education','health','business'])[1 + n % 5] as category,
         ($3::text[])[1 + floor(cardinality($3) * power(random(), 3))::int] || ' ' || ($3::text[])[1 + floor(cardinality($3) * power(random(), 3))::int]
           || ' ' || ($4::text[])[1 + floor(575 * random())::int] || ' ' || ($4::text[])[1 + floor(575 * random())::int] as name,
         'Làng ' || ($4::text[])[1 + floor(575 * random())::int] || ' ' || ($4::text[])[1 + floor(575 * random())::int] as place,
         ($5::text[])[1 + n % cardinality($5)] || ' Văn ' || ($4::text[])[1 + floor(575 * random())::int] || ' ' || ($6::text[])[1 + n / 11 % cardinality($6)] as person
       from (select setseed(0.42)) seed, generate_series(1, $1::int) as n) made`,
    [exemplars, units, topics, syllables, surnames, given],
  );
  await pool.query('vacuum analyze');
  return { common: topics, places: syllables, surnames, given };
}
