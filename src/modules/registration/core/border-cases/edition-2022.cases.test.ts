import { type BorderCase, at } from './border-case.ts'

const DRAFT = 'ec-2021-draft'
const E = 'ec-2022'
const d5 = at(DRAFT, 'L5')
const d4 = at(DRAFT, 'L4')
const d3 = at(DRAFT, 'L3')
const d2 = at(DRAFT, 'L2')
const d1 = at(DRAFT, 'L1')
const l5 = at(E, 'L5')
const l4 = at(E, 'L4')
const l3 = at(E, 'L3')
const l2 = at(E, 'L2')
const l1 = at(E, 'L1')
const ASSESSED = { aim: 'intermediate', at: '中等职业学校', by: 'evaluation' } as const
const TECHNICIAN = { aim: 'advanced', at: '技师学院', by: 'evaluation' } as const

/** The draft of 2021 and the edition of 2022: cumulative years, related occupations, apprenticeships. */
export const cases2022: readonly BorderCase[] = [
  d5('虞若菲', 'two half years add up', p => p.worked('2020-01-01', '2020-06-30').worked('2021-01-01', '2021-07-03'), {
    '2021-07-03': 'L5-1:2021-07-04',
    '2021-07-04': 'L5-1',
  }),
  d5('万晓宁', 'a related occupation counts', p => p.didWork('2020-05-01', null, { occupation: 'related' }), {
    '2021-04-30': 'L5-1:2021-05-01',
    '2021-05-01': 'L5-1',
  }),
  d5('支文砚', 'other work does not', p => p.didWork('2015-05-01', null, { occupation: 'other' }), { '2021-05-01': '' }),
  d5('柯海涵', 'apprenticeship in a related occupation finished', p => p.apprenticed('2021-03-01', 'related'), {
    '2021-02-28': 'L5-2:2021-03-01',
    '2021-03-01': 'L5-2',
  }),
  d4(
    '管思岚',
    'certificate of a related occupation, four years of related work',
    p => p.didWork('2016-01-01', null, { occupation: 'related' }).holds('L5', '2017-02-01', { related: true }),
    {
      '2021-01-31': 'L4-1:2021-02-01 L4-2:2022-01-01',
      '2021-02-01': 'L4-1 L4-2:2022-01-01',
    },
  ),
  d4(
    '卢雨舟',
    'six years in either occupation, overlapping by half a year',
    p => p.worked('2015-01-01', '2018-06-30').didWork('2018-01-01', null, { occupation: 'related' }),
    {
      '2020-12-31': 'L4-2:2021-01-01',
      '2021-01-01': 'L4-2',
    },
  ),
  d4('莫志轩', 'assessed school, final year', p => p.studies('secondary', 'own', '2021-07-01', ASSESSED), {
    '2020-06-30': 'L4-3:2020-07-01',
    '2020-07-01': 'L4-3',
  }),
  d3('经俊彤', 'five years after L4', p => p.works('2015-01-01').holds('L4', '2016-04-01'), {
    '2021-03-31': 'L3-1:2021-04-01',
    '2021-04-01': 'L3-1',
  }),
  d3(
    '房嘉舟',
    'associate degree, L4 and two years; the diploma comes last',
    p => p.works('2017-01-01').holds('L4', '2018-04-01').graduated('associate', 'related', '2021-07-01'),
    {
      '2021-06-30': 'L3-3:2021-07-01 L3-1:2023-04-01',
      '2021-07-01': 'L3-3 L3-1:2023-04-01',
    },
  ),
  d2(
    '裘静轩',
    'senior technical school, L3 and three years',
    p =>
      p
        .works('2017-01-01')
        .holds('L3', '2018-04-01')
        .graduated('associate', 'own', '2016-07-01', { ...TECHNICIAN, at: '高级技工学校' }),
    {
      '2021-03-31': 'L2-2:2021-04-01 L2-1:2022-04-01',
      '2021-04-01': 'L2-2 L2-1:2022-04-01',
    },
  ),
  d3(
    '缪若彤',
    'advanced-aim school with L4 in the final year',
    p => p.holds('L4', '2019-01-01').studies('associate', 'own', '2021-07-01', TECHNICIAN),
    {
      '2020-06-30': 'L3-2:2020-07-01',
      '2020-07-01': 'L3-2',
      '2021-07-01': 'L3-2?',
    },
  ),
  d2(
    '干晓菲',
    'four years after L3 across a gap of three months',
    p => p.worked('2015-01-01', '2018-12-31').works('2019-04-01').holds('L3', '2017-01-01'),
    {
      '2021-03-31': 'L2-1:2021-04-01',
      '2021-04-01': 'L2-1',
    },
  ),
  d1('解文宁', 'four years after L2', p => p.works('2010-01-01').holds('L2', '2017-05-05'), {
    '2021-05-04': 'L1-1:2021-05-05',
    '2021-05-05': 'L1-1',
  }),

  l5('应海砚', 'one year of cumulative work, to the day', p => p.works('2022-06-01'), {
    '2023-05-31': 'L5-1:2023-06-01',
    '2023-06-01': 'L5-1',
  }),
  l5(
    '宗思涵',
    'work in both occupations at once counts once',
    p => p.worked('2022-01-01', '2022-09-30').didWork('2022-04-01', '2022-12-31', { occupation: 'related' }),
    { '2022-12-31': 'L5-1:2023-01-01', '2023-01-01': 'L5-1' },
  ),
  l5('丁雨岚', 'one day is missing of two stretches', p => p.worked('2022-01-01', '2022-06-30').worked('2022-08-01', '2023-01-30'), {
    '2023-06-01': '',
  }),
  l5('宣志砚', 'not one day is missing', p => p.worked('2022-01-01', '2022-06-30').worked('2022-08-01', '2023-01-31'), {
    '2023-01-31': 'L5-1:2023-02-01',
    '2023-02-01': 'L5-1',
  }),
  l5(
    '邓俊涵',
    'a leap day within the year: the first stretch began before it',
    p => p.worked('2024-01-01', '2024-06-30').worked('2024-08-01', '2025-01-31'),
    { '2025-01-31': 'L5-1:2025-02-01', '2025-02-01': 'L5-1' },
  ),
  l5('郁嘉岚', 'probation is not work', p => p.didWork('2021-01-01', null, { mode: 'probation' }), { '2023-01-01': '' }),
  l5('单静舟', 'apprenticeship still going on', p => p.apprenticed(null), { '2023-01-01': '' }),
  l5('杭若轩', 'apprenticeship ends next week', p => p.apprenticed('2023-01-08'), {
    '2023-01-01': 'L5-2:2023-01-08',
    '2023-01-08': 'L5-2',
  }),
  l4('洪晓彤', 'six years', p => p.works('2017-03-01'), { '2023-02-28': 'L4-2:2023-03-01', '2023-03-01': 'L4-2' }),
  l4('包文菲', 'six years across a gap of one day move the day by one', p => p.worked('2017-03-01', '2019-02-28').works('2019-03-02'), {
    '2023-03-01': 'L4-2:2023-03-02',
    '2023-03-02': 'L4-2',
  }),
  l4('诸海宁', 'four years after L5', p => p.works('2018-01-01').holds('L5', '2019-05-01'), {
    '2023-04-30': 'L4-1:2023-05-01 L4-2:2024-01-01',
    '2023-05-01': 'L4-1 L4-2:2024-01-01',
  }),
  l4('左思彤', 'final-year student of an assessed school', p => p.studies('secondary', 'related', '2024-07-01', ASSESSED), {
    '2023-06-30': 'L4-3:2023-07-01',
    '2023-07-01': 'L4-3',
    '2024-07-01': 'L4-3?',
  }),
  l4('石雨菲', 'the school was not assessed', p => p.studies('secondary', 'own', '2024-07-01', { ...ASSESSED, by: 'labourAuthority' }), {
    '2024-01-01': '',
  }),
  l4(
    '崔志宁',
    'graduation on 29 February: the final year begins on 28 February',
    p => p.studies('secondary', 'own', '2024-02-29', ASSESSED),
    { '2023-02-27': 'L4-3:2023-02-28', '2023-02-28': 'L4-3' },
  ),
  l3('吉俊砚', 'five years after L4', p => p.works('2017-01-01').holds('L4', '2018-06-01'), {
    '2023-05-31': 'L3-1:2023-06-01',
    '2023-06-01': 'L3-1',
  }),
  l3(
    '钮嘉涵',
    'associate degree and two years after L4',
    p => p.works('2017-01-01').holds('L4', '2021-06-01').graduated('associate', 'own', '2016-07-01'),
    {
      '2023-05-31': 'L3-3:2023-06-01 L3-1:2026-06-01',
      '2023-06-01': 'L3-3 L3-1:2026-06-01',
    },
  ),
  l3('龚静岚', 'advanced-aim school, but no L4 certificate', p => p.graduated('associate', 'own', '2022-07-01', TECHNICIAN), {
    '2023-06-01': '',
  }),
  l3(
    '程若舟',
    'advanced-aim school with L4 at once',
    p => p.graduated('associate', 'own', '2022-07-01', TECHNICIAN).holds('L4', '2023-01-10'),
    { '2023-01-09': 'L3-2:2023-01-10', '2023-01-10': 'L3-2' },
  ),
  l3(
    '嵇晓轩',
    'the L4 certificate expires before five years are full',
    p => p.works('2017-01-01').holds('L4', '2018-06-01', { until: '2023-05-31' }),
    { '2023-05-31': '', '2023-06-01': '' },
  ),
  l2(
    '邢文岚',
    'four years after an L3 certificate of a related occupation',
    p => p.works('2017-01-01').holds('L3', '2019-04-01', { related: true }),
    { '2023-03-31': 'L2-1:2023-04-01', '2023-04-01': 'L2-1' },
  ),
  l2(
    '裴海舟',
    'technician college graduate with L3 and three years',
    p => p.works('2019-01-01').holds('L3', '2020-02-01').graduated('associate', 'related', '2018-07-01', TECHNICIAN),
    {
      '2023-01-31': 'L2-2:2023-02-01 L2-1:2024-02-01',
      '2023-02-01': 'L2-2 L2-1:2024-02-01',
    },
  ),
  l2(
    '陆思轩',
    'a higher vocational college is not named in the line',
    p =>
      p
        .works('2019-01-01')
        .holds('L3', '2020-02-01')
        .graduated('associate', 'own', '2018-07-01', { ...TECHNICIAN, at: '高等职业学校' }),
    { '2023-02-01': 'L2-1:2024-02-01' },
  ),
  l1(
    '荣雨彤',
    'four years after L2, some of them in a related occupation',
    p => p.worked('2015-01-01', '2020-12-31').didWork('2021-01-01', null, { occupation: 'related' }).holds('L2', '2019-07-07'),
    {
      '2023-07-06': 'L1-1:2023-07-07',
      '2023-07-07': 'L1-1',
    },
  ),
  l1('翁志菲', 'the work after L2 has stopped', p => p.worked('2015-01-01', '2020-12-31').holds('L2', '2019-07-07'), { '2024-01-01': '' }),
]
