import { type BorderCase, at } from './border-case.ts'

const E = 'ec-2002-trial'
const l4 = at(E, 'L4')
const l3 = at(E, 'L3')
const l2 = at(E, 'L2')
const l1 = at(E, 'L1')
const SECONDARY = { aim: 'intermediate', at: '中等职业学校', by: 'labourAuthority' } as const
const HIGHER = { aim: 'advanced', at: '高等职业学校', by: 'labourAuthority' } as const

/** The trial edition of 2002: probation with training, recognised schools. */
export const cases2002: readonly BorderCase[] = [
  l4(
    '褚俊远',
    'the probation year is full today',
    p => p.didWork('2003-01-01', null, { mode: 'probation' }).trained('L4', 200, '2003-12-01', E),
    {
      '2003-12-31': 'L4-1:2004-01-01',
      '2004-01-01': 'L4-1',
      '2004-01-02': 'L4-1',
    },
  ),
  l4('卫立轩', 'regular work satisfies probation', p => p.works('2003-01-01').trained('L4', 200, '2003-12-01', E), {
    '2004-01-01': 'L4-1',
  }),
  l4(
    '蒋佳岩',
    'probation of two halves adds up across a gap of a month',
    p =>
      p
        .didWork('2003-01-01', '2003-06-30', { mode: 'probation' })
        .didWork('2003-08-01', null, { mode: 'probation' })
        .trained('L4', 220, '2003-12-01', E),
    {
      '2004-01-31': 'L4-1:2004-02-01',
      '2004-02-01': 'L4-1',
    },
  ),
  l4(
    '沈志桐',
    'probation in a related occupation does not count',
    p => p.didWork('2003-01-01', null, { mode: 'probation', occupation: 'related' }).trained('L4', 200, '2003-12-01', E),
    { '2005-01-01': '' },
  ),
  l4('韩美岚', 'training without a completion proof', p => p.works('2003-01-01').attended('L4', 240, '2003-12-01', E), {
    '2004-06-01': '',
  }),
  l4('杨文禾', 'training of the level above does not stand in', p => p.works('2003-01-01').trained('L3', 230, '2003-12-01', E), {
    '2004-06-01': '',
  }),
  l4('朱建桐', 'training under the later edition does not count', p => p.works('2003-01-01').trained('L4', 240, '2003-12-01', 'ec-2005'), {
    '2004-06-01': '',
  }),
  l4('秦玉岚', 'training ends after the year is full', p => p.works('2003-01-01').trained('L4', 200, '2004-03-15', E), {
    '2004-03-14': 'L4-1:2004-03-15',
    '2004-03-15': 'L4-1',
  }),
  l4('尤雅禾', 'recognised secondary school aimed at intermediate skill', p => p.graduated('secondary', 'own', '2003-07-01', SECONDARY), {
    '2003-06-30': 'L4-2:2003-07-01',
    '2003-07-01': 'L4-2',
  }),
  l4(
    '许国彤',
    'the same school without recognition',
    p => p.graduated('secondary', 'own', '2003-07-01', { ...SECONDARY, by: 'evaluation' }),
    { '2004-01-01': '' },
  ),
  l4(
    '何晓辰',
    'the school had no skill aim',
    p => p.graduated('secondary', 'own', '2003-07-01', { at: '中等职业学校', by: 'labourAuthority' }),
    { '2004-01-01': '' },
  ),
  l4(
    '吕嘉舟',
    'a technical school is among the secondary vocational schools and above; advanced includes intermediate',
    p => p.graduated('secondary', 'own', '2003-07-01', { ...SECONDARY, at: '技工学校', aim: 'advanced' }),
    { '2003-07-01': 'L4-2' },
  ),
  l4('施海砚', 'a related field is not the own field', p => p.graduated('secondary', 'related', '2003-07-01', SECONDARY), {
    '2004-01-01': '',
  }),

  l3(
    '张雨琪',
    'a year after the certificate; work before it does not count',
    p => p.works('1998-01-01').holds('L4', '2003-05-20').trained('L3', 230, '2003-09-01', E),
    {
      '2004-05-19': 'L3-1:2004-05-20',
      '2004-05-20': 'L3-1',
    },
  ),
  l3(
    '孔若峦',
    'one day between two jobs breaks the continuous year',
    p => p.worked('2003-01-01', '2003-12-31').works('2004-01-02').holds('L4', '2003-02-01').trained('L3', 230, '2003-09-01', E),
    {
      '2004-06-01': 'L3-1:2005-01-02',
      '2005-01-01': 'L3-1:2005-01-02',
      '2005-01-02': 'L3-1',
    },
  ),
  l3(
    '曹春涵',
    'the next job begins on the very next day',
    p => p.worked('2003-01-01', '2003-12-31').works('2004-01-01').holds('L4', '2003-02-01').trained('L3', 230, '2003-09-01', E),
    { '2004-02-01': 'L3-1' },
  ),
  l3(
    '严思宁',
    'probation does not count as work after the certificate',
    p => p.didWork('2003-01-01', null, { mode: 'probation' }).holds('L4', '2003-02-01').trained('L3', 230, '2003-09-01', E),
    { '2005-01-01': '' },
  ),
  l3('华静婷', '229 of 230 hours', p => p.works('2003-01-01').holds('L4', '2003-02-01').trained('L3', 229, '2003-09-01', E), {
    '2005-01-01': '',
  }),
  l3('金秋菲', 'recognised higher vocational school', p => p.graduated('associate', 'own', '2004-07-01', HIGHER), {
    '2004-06-30': 'L3-2:2004-07-01 L3-3:2004-07-01',
    '2004-07-01': 'L3-2 L3-3',
  }),
  l3(
    '魏子远',
    'intermediate aim is not advanced aim, yet the degree suffices',
    p => p.graduated('associate', 'own', '2004-07-01', { ...HIGHER, aim: 'intermediate' }),
    { '2004-07-01': 'L3-3' },
  ),
  l3(
    '陶俊轩',
    'bachelor of another field is out in the trial edition',
    p => p.graduated('bachelor', 'other', '2003-07-01').works('2003-07-01'),
    { '2006-01-01': '' },
  ),
  l3('姜立岩', 'bachelor of the field', p => p.graduated('bachelor', 'own', '2003-07-01'), { '2003-07-01': 'L3-3' }),
  l3(
    '戚佳远',
    'final-year students must wait for the day of graduation, and then prove it',
    p => p.studies('associate', 'own', '2004-07-01'),
    {
      '2004-06-30': 'L3-3:2004-07-01?',
      '2004-07-01': 'L3-3?',
    },
  ),

  l2('谢志轩', 'two years and training', p => p.works('2002-01-01').holds('L3', '2003-03-31').trained('L2', 200, '2004-11-01', E), {
    '2005-03-30': 'L2-1:2005-03-31 L2-2:2008-03-31',
    '2005-03-31': 'L2-1 L2-2:2008-03-31',
  }),
  l2(
    '邹美岩',
    'holder of L3 with four years and a bachelor of the field does not pass in the trial edition',
    p => p.works('2002-01-01').holds('L3', '2003-01-01').graduated('bachelor', 'own', '2000-07-01'),
    {
      '2007-01-01': 'L2-2:2008-01-01',
    },
  ),
  l2(
    '喻文桐',
    'the certificate was revoked before the five years were full',
    p => p.works('2002-01-01').holds('L3', '2003-01-01', { revoked: '2007-12-31' }),
    { '2007-06-01': '', '2008-01-01': '' },
  ),
  l2(
    '柏建岚',
    'a certificate issued on 29 February: two years are full on 28 February',
    p => p.works('2002-01-01').holds('L3', '2004-02-29').trained('L2', 200, '2005-11-01', E),
    {
      '2006-02-27': 'L2-1:2006-02-28 L2-2:2009-02-28',
      '2006-02-28': 'L2-1 L2-2:2009-02-28',
    },
  ),
  l2(
    '水玉禾',
    'five years after L3 without training, work changed overnight',
    p => p.worked('2002-01-01', '2005-12-31').works('2006-01-01').holds('L3', '2003-01-01'),
    {
      '2007-12-31': 'L2-2:2008-01-01',
      '2008-01-01': 'L2-2',
    },
  ),
  l1(
    '窦雅彤',
    'three years after L2 and 180 hours',
    p => p.works('2000-01-01').holds('L2', '2003-01-01').trained('L1', 180, '2005-06-01', E),
    {
      '2005-12-31': 'L1-1:2006-01-01 L1-2:2009-01-01',
      '2006-01-01': 'L1-1 L1-2:2009-01-01',
    },
  ),
  l1('章国辰', 'six years alone', p => p.works('2000-01-01').holds('L2', '2003-01-01'), {
    '2008-12-31': 'L1-2:2009-01-01',
    '2009-01-01': 'L1-2',
  }),
  l1(
    '云晓舟',
    'an L3 certificate does not stand in for L2',
    p => p.works('1990-01-01').holds('L3', '1995-01-01').trained('L1', 180, '2003-01-01', E),
    { '2005-01-01': '' },
  ),
]
