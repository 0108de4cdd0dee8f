import { type BorderCase, at } from './border-case.ts'

const E = 'ec-2001-trial-early'
const LATER = 'ec-2002-trial'
const l4 = at(E, 'L4')
const l3 = at(E, 'L3')
const l2 = at(E, 'L2')
const l1 = at(E, 'L1')

/** The earliest trial edition: clauses and hours are those of the 2002 edition. */
export const cases2001: readonly BorderCase[] = [
  l4(
    '赵晓彤',
    'the overlay asks what the 2002 edition asks',
    p => p.didWork('2002-03-01', null, { mode: 'probation' }).trained('L4', 200, '2002-12-01', E),
    {
      '2003-02-28': 'L4-1:2003-03-01',
      '2003-03-01': 'L4-1',
    },
  ),
  l4(
    '钱嘉辰',
    'training under the edition the hours come from counts',
    p => p.works('2002-01-01').trained('L4', 200, '2002-12-01', LATER),
    { '2003-01-01': 'L4-1' },
  ),
  l4('孙海舟', 'one hour short of the inherited 200', p => p.works('2002-01-01').trained('L4', 199, '2002-12-01', E), {
    '2003-01-01': '',
  }),
  l3(
    '李雨砚',
    'certificate, one year and training on the day the year is full',
    p => p.works('2002-06-01').holds('L4', '2002-06-15').trained('L3', 230, '2003-01-10', E),
    {
      '2003-06-14': 'L3-1:2003-06-15',
      '2003-06-15': 'L3-1',
    },
  ),
  l3(
    '周若琪',
    'associate degree in the field, the day before and the day of graduation',
    p => p.graduated('associate', 'own', '2003-07-01'),
    {
      '2003-06-30': 'L3-3:2003-07-01',
      '2003-07-01': 'L3-3',
    },
  ),
  l2('吴春峦', 'five years after the certificate without training', p => p.works('2001-01-01').holds('L3', '2002-02-28'), {
    '2007-02-27': 'L2-2:2007-02-28',
    '2007-02-28': 'L2-2',
  }),
  l1(
    '郑思涵',
    'training closes the gap between three and six years',
    p => p.works('2001-01-01').holds('L2', '2002-01-01').trained('L1', 180, '2004-05-01', E),
    {
      '2004-12-31': 'L1-1:2005-01-01 L1-2:2008-01-01',
      '2005-01-01': 'L1-1 L1-2:2008-01-01',
      '2008-01-01': 'L1-1 L1-2',
    },
  ),

  l4(
    '王静宁',
    'recognised secondary school, as in 2002',
    p => p.graduated('secondary', 'own', '2002-07-01', { aim: 'intermediate', at: '中等职业学校', by: 'labourAuthority' }),
    {
      '2002-07-01': 'L4-2',
    },
  ),
  l3(
    '冯秋婷',
    'recognised higher vocational school, as in 2002',
    p => p.graduated('associate', 'own', '2002-07-01', { aim: 'advanced', at: '高等职业学校', by: 'labourAuthority' }),
    {
      '2002-07-01': 'L3-2 L3-3',
    },
  ),
  l2(
    '陈子菲',
    'two years after the certificate and the inherited 200 hours',
    p => p.works('2001-01-01').holds('L3', '2002-02-28').trained('L2', 200, '2003-02-28', LATER),
    {
      '2004-02-27': 'L2-1:2004-02-28 L2-2:2007-02-28',
      '2004-02-28': 'L2-1 L2-2:2007-02-28',
    },
  ),
]
