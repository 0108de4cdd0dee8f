import { type BorderCase, at } from './border-case.ts'

const E = 'ec-2016-local-liaoning'
const l4 = at(E, 'L4')
const l3 = at(E, 'L3')
const l2 = at(E, 'L2')
const SECONDARY = { aim: 'intermediate', at: '中等职业学校' } as const

/** The local overlay of 2016: final-year and final-term students. */
export const cases2016: readonly BorderCase[] = [
  l4('康思宁', 'final term begins six months before graduation', p => p.studies('secondary', 'own', '2017-07-01', SECONDARY), {
    '2016-12-31': 'L4-3:2017-01-01',
    '2017-01-01': 'L4-3',
    '2017-06-30': 'L4-3',
  }),
  l4('伍静婷', 'from graduation on the diploma is awaited', p => p.studies('secondary', 'own', '2017-07-01', SECONDARY), {
    '2017-07-01': 'L4-3?',
    '2018-01-01': 'L4-3?',
  }),
  l4(
    '余秋菲',
    'the final year of an associate programme, day by day',
    p => p.studies('associate', 'related', '2017-07-01', { at: '高等职业学校' }),
    {
      '2016-06-30': 'L4-4:2016-07-01',
      '2016-07-01': 'L4-4',
      '2017-06-30': 'L4-4',
      '2017-07-01': '',
    },
  ),
  l4('元子远', 'a graduate is no final-year student any more', p => p.graduated('associate', 'own', '2016-07-01', { at: '高等职业学校' }), {
    '2016-07-01': '',
    '2016-06-30': 'L4-4',
  }),
  l4('卜俊轩', 'final year of another field', p => p.studies('bachelor', 'other', '2017-07-01'), { '2017-01-01': '' }),
  l4(
    '顾立岩',
    'secondary students have the final term, not the final year',
    p => p.studies('secondary', 'related', '2017-07-01', SECONDARY),
    { '2016-09-01': 'L4-3:2017-01-01' },
  ),
  l4(
    '孟佳桐',
    'graduation on 31 August: the final term begins on the last day of February',
    p => p.studies('secondary', 'own', '2017-08-31', SECONDARY),
    { '2017-02-27': 'L4-3:2017-02-28', '2017-02-28': 'L4-3' },
  ),
  l4('平志岚', 'training under the 2005 edition, whose hours are inherited', p => p.trained('L4', 240, '2016-05-01', 'ec-2005'), {
    '2016-05-01': 'L4-2',
  }),
  l4('黄美禾', 'training under an edition with fewer hours', p => p.trained('L4', 200, '2016-05-01', E), { '2016-05-01': '' }),
  l4('和文彤', 'a university student in the final year', p => p.studies('bachelor', 'own', '2016-06-30'), {
    '2015-06-29': 'L4-4:2015-06-30',
    '2015-06-30': 'L4-4',
    '2016-06-30': '',
  }),
  l4('穆建岚', 'enrolment is claimed, not shown', p => p.studies('bachelor', 'own', '2016-06-30').unproven(), {
    '2015-06-29': 'L4-4:2015-06-30?',
    '2016-01-01': 'L4-4?',
  }),
  l4('萧玉禾', 'a year of work', p => p.works('2015-10-10'), { '2016-10-09': 'L4-1:2016-10-10', '2016-10-10': 'L4-1' }),
  l3('尹雅彤', 'six years of work', p => p.works('2010-10-10'), { '2016-10-09': 'L3-1:2016-10-10', '2016-10-10': 'L3-1' }),
  l3(
    '姚国辰',
    'another field and the training of the level',
    p => p.graduated('bachelor', 'other', '2015-07-01').trained('L3', 200, '2016-04-01', E),
    { '2016-03-31': 'L3-7:2016-04-01', '2016-04-01': 'L3-7' },
  ),
  l2('邵晓舟', 'thirteen years of work', p => p.works('2003-10-10'), { '2016-10-09': 'L2-1:2016-10-10', '2016-10-10': 'L2-1' }),
  l3('湛嘉砚', 'a final-year student with half a year and a day to go', p => p.studies('associate', 'own', '2017-07-01'), {
    '2016-12-31': 'L3-3:2017-01-01',
    '2017-01-01': 'L3-3',
    '2017-07-01': 'L3-3?',
  }),
  l3(
    '汪海琪',
    'advanced aim in the final term',
    p => p.studies('associate', 'related', '2017-07-01', { aim: 'advanced', at: '技师学院' }),
    { '2017-01-01': 'L3-2 L3-3' },
  ),
  l3('祁雨峦', 'another field needs a year of work after all', p => p.graduated('associate', 'other', '2015-07-01').works('2015-08-15'), {
    '2016-08-14': 'L3-6:2016-08-15 L3-1:2021-08-15',
    '2016-08-15': 'L3-6 L3-1:2021-08-15',
  }),
  l3('毛若涵', 'another field is not open to students', p => p.studies('associate', 'other', '2017-07-01').works('2015-08-15'), {
    '2017-01-01': 'L3-6:2017-07-01? L3-1:2021-08-15',
  }),
  l3('禹春宁', 'four years after the certificate', p => p.works('2012-01-01').holds('L4', '2012-11-30'), {
    '2016-11-29': 'L3-4:2016-11-30 L3-1:2018-01-01',
    '2016-11-30': 'L3-4 L3-1:2018-01-01',
  }),
  l3(
    '狄思婷',
    'three years and the inherited 200 hours',
    p => p.works('2013-01-01').holds('L4', '2013-11-30').trained('L3', 200, '2016-01-01', 'ec-2005'),
    {
      '2016-11-30': 'L3-5 L3-4:2017-11-30 L3-1:2019-01-01',
    },
  ),
  l2('米静菲', 'five years after L3', p => p.works('2010-01-01').holds('L3', '2011-06-01'), {
    '2016-05-31': 'L2-2:2016-06-01 L2-1:2023-01-01',
    '2016-06-01': 'L2-2 L2-1:2023-01-01',
  }),
  l2('贝秋远', 'a break in the thirteenth year', p => p.worked('2004-01-01', '2016-12-30').works('2017-01-02'), {
    '2017-01-01': 'L2-1:2030-01-02',
  }),
]
