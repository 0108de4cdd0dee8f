import { type BorderCase, at } from './border-case.ts'

const E = 'ec-2025-eligibility'
const l5 = at(E, 'L5')
const l4 = at(E, 'L4')
const l3 = at(E, 'L3')
const l2 = at(E, 'L2')
const l1 = at(E, 'L1')
const s = at('cbec-ability-fujian-2020', 'S')

/** The common wording since 2023 and the special ability: ages, titles, final-year students. */
export const cases2025: readonly BorderCase[] = [
  l5('荀俊宁', 'sixteen tomorrow, today, yesterday', p => p.born('2010-03-15'), {
    '2026-03-14': 'L5-1:2026-03-15',
    '2026-03-15': 'L5-1',
    '2026-03-16': 'L5-1',
  }),
  l5('羊嘉砚', 'born on 29 February: sixteen in a leap year', p => p.born('2008-02-29'), {
    '2024-02-28': 'L5-1:2024-02-29',
    '2024-02-29': 'L5-1',
  }),
  l5('惠静涵', 'fifteen, at work already', p => p.born('2010-09-01').works('2026-03-01'), {
    '2026-08-31': 'L5-1:2026-09-01 L5-2:2026-09-01',
    '2026-09-01': 'L5-1 L5-2',
  }),
  l5('甄若宁', 'sixteen, first day at work', p => p.born('2010-01-01').works('2026-03-01'), {
    '2026-02-28': 'L5-1 L5-2:2026-03-01',
    '2026-03-01': 'L5-1 L5-2',
  }),
  l5('曲晓砚', 'was at work once', p => p.born('2000-01-01').didWork('2020-01-01', '2020-01-01', { occupation: 'related' }), {
    '2026-03-01': 'L5-1 L5-2',
  }),
  l5('封文涵', 'the birthday is claimed, not proven', p => p.born('2010-03-15').unproven(), {
    '2026-03-14': 'L5-1:2026-03-15?',
    '2026-03-15': 'L5-1?',
  }),
  l4('储海岚', 'five years of cumulative work', p => p.works('2021-03-01'), { '2026-02-28': 'L4-1:2026-03-01', '2026-03-01': 'L4-1' }),
  l4('靳思舟', 'three years after L5', p => p.works('2022-03-01').holds('L5', '2023-03-31'), {
    '2026-03-30': 'L4-2:2026-03-31 L4-1:2027-03-01',
    '2026-03-31': 'L4-2 L4-1:2027-03-01',
  }),
  l4('段雨轩', 'final-year student of a technician school', p => p.studies('secondary', 'own', '2027-07-01', { at: '技工学校' }), {
    '2026-06-30': 'L4-3:2026-07-01',
    '2026-07-01': 'L4-3',
  }),
  l4('富志彤', 'final-year student of a university', p => p.studies('bachelor', 'related', '2026-06-30'), {
    '2026-03-31': 'L4-3',
    '2026-06-30': 'L4-3?',
  }),
  l4(
    '巫俊菲',
    'another field, five years of unsteady work',
    p => p.graduated('bachelor', 'other', '2018-07-01').worked('2018-08-01', '2020-07-31').worked('2021-01-01', '2023-12-31'),
    { '2023-12-31': 'L4-1:2024-01-01', '2024-01-01': 'L4-1' },
  ),
  l3('乌嘉轩', 'ten years', p => p.works('2016-04-01'), { '2026-03-31': 'L3-1:2026-04-01', '2026-04-01': 'L3-1' }),
  l3('焦静彤', 'four years after L4', p => p.works('2021-01-01').holds('L4', '2022-04-01'), {
    '2026-03-31': 'L3-2:2026-04-01 L3-1:2031-01-01',
    '2026-04-01': 'L3-2 L3-1:2031-01-01',
  }),
  l3('巴若菲', 'a year after the junior title', p => p.works('2024-01-01').titled('junior', '2025-04-01'), {
    '2026-03-31': 'L3-3:2026-04-01 L3-1:2034-01-01',
    '2026-04-01': 'L3-3 L3-1:2034-01-01',
  }),
  l3('弓晓宁', 'a higher title counts as junior', p => p.works('2024-01-01').titled('intermediate', '2025-04-01'), {
    '2026-04-01': 'L3-3 L3-1:2034-01-01',
  }),
  l3('牧文砚', 'the title belongs to another profession', p => p.works('2024-01-01').titled('senior', '2020-04-01', false), {
    '2026-04-01': 'L3-1:2034-01-01',
  }),
  l3(
    '山海涵',
    'advanced class of a technician college, final year',
    p => p.studies('associate', 'own', '2026-07-01', { aim: 'advanced', at: '技师学院' }),
    { '2025-06-30': 'L3-4:2025-07-01', '2026-03-31': 'L3-4', '2026-07-01': 'L3-4?' },
  ),
  l3(
    '谷思岚',
    'intermediate class of the same college',
    p => p.studies('secondary', 'own', '2026-07-01', { aim: 'intermediate', at: '技师学院' }),
    { '2026-03-31': '' },
  ),
  l3(
    '车雨舟',
    'L4 and an associate degree',
    p => p.holds('L4', '2025-01-01').graduated('associate', 'related', '2024-07-01', { at: '高等职业学校' }),
    { '2025-01-01': 'L3-5', '2024-12-31': 'L3-5:2025-01-01' },
  ),
  l3(
    '侯志涵',
    'an assessed programme needs no L4',
    p => p.studies('associate', 'own', '2026-07-01', { at: '高等职业学校', by: 'evaluation' }),
    { '2025-06-30': 'L3-6:2025-07-01', '2025-07-01': 'L3-6' },
  ),
  l3('全俊岚', 'the programme is not assessed', p => p.studies('associate', 'own', '2026-07-01', { at: '高等职业学校' }), {
    '2026-03-31': '',
  }),
  l2('班嘉舟', 'five years after L3', p => p.works('2015-01-01').holds('L3', '2021-04-01'), {
    '2026-03-31': 'L2-1:2026-04-01',
    '2026-04-01': 'L2-1',
  }),
  l2(
    '仰静轩',
    'junior title and five years, L3 and one year: the later decides',
    p => p.works('2015-01-01').titled('junior', '2020-01-01').holds('L3', '2025-04-01'),
    {
      '2026-03-31': 'L2-2:2026-04-01 L2-1:2030-04-01',
      '2026-04-01': 'L2-2 L2-1:2030-04-01',
    },
  ),
  l2('仲若彤', 'a year after the intermediate title', p => p.works('2015-01-01').titled('intermediate', '2025-04-01'), {
    '2026-03-31': 'L2-3:2026-04-01',
    '2026-04-01': 'L2-3',
  }),
  l2('伊晓菲', 'a junior title does not reach', p => p.works('2015-01-01').titled('junior', '2015-04-01'), { '2026-04-01': '' }),
  l2(
    '宫文宁',
    'work stopped eleven months after the title',
    p => p.worked('2015-01-01', '2026-02-28').titled('intermediate', '2025-04-01'),
    {
      '2026-04-01': '',
    },
  ),
  l1('宁海砚', 'five years after L2', p => p.works('2015-01-01').holds('L2', '2021-04-01'), {
    '2026-03-31': 'L1-1:2026-04-01',
    '2026-04-01': 'L1-1',
  }),
  l1('仇思菲', 'a year after the senior title', p => p.works('2015-01-01').titled('senior', '2025-02-28'), {
    '2026-02-27': 'L1-3:2026-02-28',
    '2026-02-28': 'L1-3',
  }),
  l1(
    '栾雨宁',
    'intermediate title for five years, L2 for one',
    p => p.works('2015-01-01').titled('intermediate', '2021-02-28').holds('L2', '2024-01-01'),
    {
      '2026-02-27': 'L1-2:2026-02-28 L1-1:2029-01-01',
      '2026-02-28': 'L1-2 L1-1:2029-01-01',
    },
  ),
  s('暴志砚', 'sixteen today', p => p.born('2004-05-20'), { '2020-05-19': 'S-1:2020-05-20', '2020-05-20': 'S-1' }),
  s('甘俊涵', 'born on 29 February, the sixteenth birthday in a leap year', p => p.born('2004-02-29'), {
    '2020-02-28': 'S-1:2020-02-29',
    '2020-02-29': 'S-1',
  }),
]
