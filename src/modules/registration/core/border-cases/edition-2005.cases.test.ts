import { type BorderCase, at } from './border-case.ts'

const E = 'ec-2005'
const l4 = at(E, 'L4')
const l3 = at(E, 'L3')
const l2 = at(E, 'L2')
const l1 = at(E, 'L1')

/** The edition of 2005: continuous years, seven lines for L3 and L2. */
export const cases2005: readonly BorderCase[] = [
  l4('苏嘉砚', 'one year of work, to the day', p => p.works('2006-03-01'), { '2007-02-28': 'L4-1:2007-03-01', '2007-03-01': 'L4-1' }),
  l4('潘海琪', 'a contract of exactly one year counts although it has ended', p => p.worked('2006-03-01', '2007-02-28'), {
    '2007-02-28': 'L4-1:2007-03-01',
    '2007-03-01': 'L4-1',
    '2009-01-01': 'L4-1',
  }),
  l4('葛雨峦', 'the contract ended one day early', p => p.worked('2006-03-01', '2007-02-27'), { '2007-02-27': '', '2008-01-01': '' }),
  l4('奚若涵', 'work begun on 29 February is a year long on 28 February', p => p.works('2008-02-29'), {
    '2009-02-27': 'L4-1:2009-02-28',
    '2009-02-28': 'L4-1',
  }),
  l4('范春宁', 'two overlapping jobs are one stretch', p => p.worked('2006-01-01', '2006-08-31').worked('2006-06-01', '2006-12-31'), {
    '2006-12-31': 'L4-1:2007-01-01',
    '2007-01-01': 'L4-1',
  }),
  l4(
    '彭思婷',
    'eleven months, a gap of one day, and again eleven months',
    p => p.worked('2006-01-01', '2006-11-30').worked('2006-12-02', '2007-10-31'),
    { '2007-11-01': '' },
  ),
  l4('郎静菲', 'probation is not work', p => p.didWork('2006-01-01', null, { mode: 'probation' }), { '2008-01-01': '' }),
  l4(
    '鲁秋宁',
    'probation turns into regular work: only the latter counts',
    p => p.didWork('2006-01-01', '2006-06-30', { mode: 'probation' }).works('2006-07-01'),
    { '2007-01-01': 'L4-1:2007-07-01', '2007-07-01': 'L4-1' },
  ),
  l4('韦子婷', 'a related occupation does not count', p => p.didWork('2006-01-01', null, { occupation: 'related' }), { '2008-01-01': '' }),
  l4('昌俊菲', '240 hours of training alone suffice', p => p.trained('L4', 240, '2006-05-01', E), {
    '2006-04-30': 'L4-3:2006-05-01',
    '2006-05-01': 'L4-3',
  }),
  l4('马立远', '239 hours do not', p => p.trained('L4', 239, '2006-05-01', E), { '2006-06-01': '' }),
  l4('苗佳轩', 'training of 200 hours under the trial edition does not count', p => p.trained('L4', 240, '2004-05-01', 'ec-2002-trial'), {
    '2006-06-01': '',
  }),
  l4(
    '凤志岩',
    'technical school aimed at intermediate skill',
    p => p.graduated('secondary', 'own', '2006-07-01', { aim: 'intermediate', at: '技工学校' }),
    { '2006-06-30': 'L4-2:2006-07-01', '2006-07-01': 'L4-2' },
  ),
  l4('花美桐', 'a university is not among the schools named', p => p.graduated('bachelor', 'own', '2006-07-01', { aim: 'intermediate' }), {
    '2006-07-01': '',
  }),
  l4('方文岚', 'work claimed, nothing shown yet', p => p.works('2005-01-01').unproven(), {
    '2005-06-01': 'L4-1:2006-01-01?',
    '2006-01-01': 'L4-1?',
  }),
  l4(
    '俞建禾',
    'the proven half year follows on the claimed one',
    p => p.worked('2005-01-01', '2005-06-30').unproven().works('2005-07-01'),
    {
      '2005-12-01': 'L4-1:2006-01-01?',
      '2006-01-01': 'L4-1?',
      '2006-06-30': 'L4-1?',
      '2006-07-01': 'L4-1',
    },
  ),

  l3(
    '任玉彤',
    'bachelor of another field: only after one year of work',
    p => p.graduated('bachelor', 'other', '2006-07-01').works('2006-07-10'),
    {
      '2007-07-09': 'L3-6:2007-07-10 L3-1:2012-07-10',
      '2007-07-10': 'L3-6 L3-1:2012-07-10',
    },
  ),
  l3('袁雅辰', 'a related field is another field here', p => p.graduated('associate', 'related', '2006-07-01').works('2005-07-10'), {
    '2006-07-10': 'L3-6 L3-1:2011-07-10',
  }),
  l3(
    '柳国舟',
    'other field and training instead of work',
    p => p.graduated('associate', 'other', '2006-07-01').trained('L3', 200, '2006-12-01', E),
    { '2006-11-30': 'L3-7:2006-12-01', '2006-12-01': 'L3-7' },
  ),
  l3('鲍晓砚', 'own field needs neither', p => p.graduated('associate', 'own', '2006-07-01'), {
    '2006-06-30': 'L3-5:2006-07-01',
    '2006-07-01': 'L3-5',
  }),
  l3('史嘉琪', 'own field cannot use the line for other fields', p => p.graduated('associate', 'own', '2009-07-01').works('2005-01-01'), {
    '2007-01-01': 'L3-5:2009-07-01 L3-1:2011-01-01',
  }),
  l3('唐海峦', 'four years after the certificate', p => p.works('2022-12-05').holds('L4', '2022-12-05'), {
    '2026-02-05': 'L3-3:2026-12-05 L3-1:2028-12-05',
    '2026-12-04': 'L3-3:2026-12-05 L3-1:2028-12-05',
    '2026-12-05': 'L3-3 L3-1:2028-12-05',
  }),
  l3(
    '费雨涵',
    'training shortens four years to three',
    p => p.works('2006-01-01').holds('L4', '2006-05-31').trained('L3', 200, '2007-01-01', E),
    {
      '2009-05-30': 'L3-4:2009-05-31 L3-3:2010-05-31 L3-1:2012-01-01',
      '2009-05-31': 'L3-4 L3-3:2010-05-31 L3-1:2012-01-01',
    },
  ),
  l3('廉若琪', 'six years without anything else', p => p.works('2000-05-01'), { '2006-04-30': 'L3-1:2006-05-01', '2006-05-01': 'L3-1' }),
  l3('岑春峦', 'six years with one day off between the jobs', p => p.worked('2000-05-01', '2003-04-30').works('2003-05-02'), {
    '2006-05-01': 'L3-1:2009-05-02',
    '2009-05-02': 'L3-1',
  }),
  l3(
    '薛思涵',
    'two certificates: the earlier one sets the start',
    p => p.works('2000-01-01').holds('L4', '2004-01-01').holds('L4', '2002-03-01'),
    { '2005-12-31': 'L3-1:2006-01-01 L3-3:2006-03-01', '2006-03-01': 'L3-1 L3-3' },
  ),
  l3(
    '雷静宁',
    'the earlier certificate was revoked: the later one sets the start',
    p => p.works('2001-01-01').holds('L4', '2002-03-01', { revoked: '2005-06-01' }).holds('L4', '2004-01-01'),
    {
      '2005-05-31': 'L3-1:2007-01-01 L3-3:2008-01-01',
      '2006-03-01': 'L3-1:2007-01-01 L3-3:2008-01-01',
      '2008-01-01': 'L3-1 L3-3',
    },
  ),
  l3('贺秋婷', 'met until the day before the revocation', p => p.works('2002-01-01').holds('L4', '2002-03-01', { revoked: '2006-06-01' }), {
    '2006-05-31': 'L3-3 L3-1:2008-01-01',
    '2006-06-01': 'L3-1:2008-01-01',
  }),
  l3('倪子菲', 'valid through the last day named', p => p.works('2002-01-01').holds('L4', '2002-03-01', { until: '2006-06-01' }), {
    '2006-06-01': 'L3-3 L3-1:2008-01-01',
    '2006-06-02': 'L3-1:2008-01-01',
  }),
  l3(
    '汤俊远',
    'a certificate of a related occupation does not count',
    p => p.works('2002-01-01').holds('L4', '2002-03-01', { related: true }),
    { '2007-01-01': 'L3-1:2008-01-01' },
  ),
  l3(
    '滕立轩',
    'technician college aimed at advanced skill',
    p => p.graduated('associate', 'own', '2006-07-01', { aim: 'advanced', at: '技师学院' }),
    { '2006-07-01': 'L3-2 L3-5' },
  ),
  l3(
    '殷佳岩',
    'the school aimed at intermediate skill',
    p => p.graduated('secondary', 'own', '2006-07-01', { aim: 'intermediate', at: '高级技工学校' }),
    { '2006-07-01': '' },
  ),
  l3('罗志桐', 'the certificate is claimed, the work is proven', p => p.works('2002-01-01').holds('L4', '2002-03-01').unproven(), {
    '2006-03-01': 'L3-3? L3-1:2008-01-01',
    '2005-03-01': 'L3-3:2006-03-01? L3-1:2008-01-01',
  }),

  l2('毕美岚', 'thirteen years', p => p.works('1995-01-01'), { '2007-12-31': 'L2-1:2008-01-01', '2008-01-01': 'L2-1' }),
  l2('郝文禾', 'five years after L3 with nothing else', p => p.works('2000-01-01').holds('L3', '2004-08-15'), {
    '2009-08-14': 'L2-2:2009-08-15 L2-1:2013-01-01',
    '2009-08-15': 'L2-2 L2-1:2013-01-01',
  }),
  l2(
    '邬建彤',
    'holder of L3 with four years and a bachelor of the field',
    p => p.works('2005-01-01').holds('L3', '2006-01-01').graduated('bachelor', 'own', '2004-07-01'),
    {
      '2009-12-31': 'L2-4:2010-01-01 L2-2:2011-01-01 L2-1:2018-01-01',
      '2010-01-01': 'L2-4 L2-2:2011-01-01 L2-1:2018-01-01',
    },
  ),
  l2(
    '安玉辰',
    'the same with an associate degree must wait a fifth year',
    p => p.works('2005-01-01').holds('L3', '2006-01-01').graduated('associate', 'own', '2004-07-01'),
    { '2010-01-01': 'L2-2:2011-01-01 L2-1:2018-01-01' },
  ),
  l2(
    '常雅舟',
    'bachelor of the field, three years and training',
    p => p.works('2005-01-01').holds('L3', '2006-01-01').graduated('bachelor', 'own', '2004-07-01').trained('L2', 200, '2008-06-01', E),
    {
      '2009-01-01': 'L2-5 L2-3:2010-01-01 L2-4:2010-01-01 L2-2:2011-01-01 L2-1:2018-01-01',
    },
  ),
  l2(
    '乐国砚',
    'bachelor of another field needs four years and training',
    p => p.works('2005-01-01').holds('L3', '2006-01-01').graduated('bachelor', 'other', '2004-07-01').trained('L2', 200, '2008-06-01', E),
    {
      '2009-12-31': 'L2-3:2010-01-01 L2-6:2010-01-01 L2-2:2011-01-01 L2-1:2018-01-01',
      '2010-01-01': 'L2-3 L2-6 L2-2:2011-01-01 L2-1:2018-01-01',
    },
  ),
  l2('于晓辰', 'a master of any field with two years', p => p.works('2007-09-01').graduated('master', 'other', '2007-07-01'), {
    '2009-08-31': 'L2-7:2009-09-01 L2-1:2020-09-01',
    '2009-09-01': 'L2-7 L2-1:2020-09-01',
  }),
  l2(
    '时嘉舟',
    'work before the master degree counts as well',
    p => p.worked('2003-01-01', '2004-12-31').graduated('master', 'own', '2007-07-01'),
    { '2007-06-30': 'L2-7:2007-07-01', '2007-07-01': 'L2-7' },
  ),
  l2('傅海砚', 'a bachelor is not a master', p => p.worked('2003-01-01', '2006-12-31').graduated('bachelor', 'own', '2002-07-01'), {
    '2007-07-01': '',
  }),
  l1('皮雨琪', 'nineteen years', p => p.works('1990-02-28'), { '2009-02-27': 'L1-1:2009-02-28', '2009-02-28': 'L1-1' }),
  l1('卞若峦', 'four years after L2', p => p.works('2000-01-01').holds('L2', '2005-10-01'), {
    '2009-09-30': 'L1-2:2009-10-01 L1-1:2019-01-01',
    '2009-10-01': 'L1-2 L1-1:2019-01-01',
  }),
  l1(
    '齐春涵',
    'three years after L2 with 180 hours',
    p => p.works('2000-01-01').holds('L2', '2005-10-01').trained('L1', 180, '2008-01-01', E),
    {
      '2008-10-01': 'L1-3 L1-2:2009-10-01 L1-1:2019-01-01',
    },
  ),
]
