import { deepFreeze } from '../../../../kernel/brand.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import type { CalendarRule } from '../edition.ts'
import type { Scheme, SchemeId, SchemeParameters } from './scheme.ts'

/** Last Sunday of the even months, a week later on a public holiday (seed line 348). */
const LAST_SUNDAY_OF_EVEN_MONTHS: CalendarRule = {
  kind: 'rule',
  months: [2, 4, 6, 8, 10, 12],
  day: 'lastSunday',
  onPublicHoliday: 'shiftOneWeekLater',
}
/** About May and October, once or twice a year (seed line 61). */
const SPRING_AND_AUTUMN: CalendarRule = { kind: 'windows', windows: [{ months: [5, 6] }, { months: [10, 11] }], perYear: '1-2' }

const GATE_ONLY: SchemeParameters = {
  quizScoreShare: 0,
  partValidityMonths: 12,
  resits: 1,
  referenceDate: 'registration-deadline',
  provenance: 'reconstructed',
}

/** The four schemes. Where a source names no exact day or year the mark says `reconstructed`. */
export const SCHEMES: { readonly [Id in SchemeId]: Scheme & { readonly id: Id } } = {
  'national-qualification': {
    id: 'national-qualification',
    title: { zh: '国家职业资格证书制度', en: 'National vocational qualification' },
    issuer: { value: { zh: '劳动保障行政主管部门', en: 'Ministry of labour' }, provenance: 'seed' },
    from: { value: localDate('2002-01-01'), provenance: 'reconstructed' },
    until: { value: localDate('2018-12-31'), provenance: 'reconstructed' },
    numberFormats: [{ format: 'qualification-16', from: localDate('2002-01-01'), provenance: 'reconstructed' }],
    run: 'examined-here',
    editions: ['ec-2002-trial', 'ec-2005', 'ec-2016-local-liaoning'],
    years: [
      {
        from: 2002,
        until: 2004,
        edition: 'ec-2002-trial',
        openLevels: ['L4', 'L3'],
        sessions: 'trial',
        provinces: ['北京', '天津', '上海', '江西'],
        calendar: LAST_SUNDAY_OF_EVEN_MONTHS,
        provenance: 'reconstructed',
      },
      {
        from: 2005,
        until: 2018,
        edition: 'ec-2005',
        openLevels: ['L4', 'L3', 'L2'],
        sessions: 'national',
        provinces: null,
        calendar: SPRING_AND_AUTUMN,
        provenance: 'reconstructed',
      },
    ],
    processRulesFrom: 'ec-2002-trial',
    parameters: GATE_ONLY,
  },
  'level-recognition': {
    id: 'level-recognition',
    title: { zh: '职业技能等级认定', en: 'Vocational level recognition' },
    issuer: {
      value: { zh: '备案的用人单位和社会培训评价组织', en: 'Registered employers and third-party bodies' },
      provenance: 'reconstructed',
    },
    from: { value: localDate('2019-01-01'), provenance: 'reconstructed' },
    until: { value: null, provenance: 'reconstructed' },
    numberFormats: [
      { format: 'level-22', from: localDate('2019-01-01'), provenance: 'reconstructed' },
      { format: 'level-20', from: localDate('2025-01-01'), provenance: 'reconstructed' },
    ],
    run: 'examined-here',
    editions: ['ec-2005', 'ec-2022', 'ec-2025-eligibility'],
    years: [
      {
        from: 2019,
        until: 2021,
        edition: 'ec-2005',
        openLevels: ['L4', 'L3', 'L2'],
        sessions: 'national',
        provinces: null,
        calendar: { kind: 'announced' },
        provenance: 'reconstructed',
      },
      {
        from: 2022,
        until: 2024,
        edition: 'ec-2022',
        openLevels: ['L5', 'L4', 'L3', 'L2', 'L1'],
        sessions: 'national',
        provinces: null,
        calendar: { kind: 'announced' },
        provenance: 'reconstructed',
      },
      {
        from: 2025,
        until: null,
        edition: 'ec-2025-eligibility',
        openLevels: ['L5', 'L4', 'L3', 'L2', 'L1'],
        sessions: 'national',
        provinces: null,
        calendar: { kind: 'announced' },
        provenance: 'reconstructed',
      },
    ],
    processRulesFrom: 'ec-2022',
    parameters: GATE_ONLY,
  },
  'industry-certificate': {
    id: 'industry-certificate',
    title: { zh: '行业主管部门三级证书', en: 'Three-grade certificate of the industry ministry' },
    issuer: { value: { zh: '工业和信息化主管部门考试中心', en: 'Exam centre of the industry ministry' }, provenance: 'seed' },
    from: { value: localDate('2002-01-01'), provenance: 'reconstructed' },
    until: { value: null, provenance: 'reconstructed' },
    numberFormats: [],
    run: 'recorded-only',
  },
  demonstration: {
    id: 'demonstration',
    title: { zh: '示范', en: 'Demonstration' },
    issuer: { value: { zh: '国家中心（示例）', en: 'National centre (example)' }, provenance: 'reconstructed' },
    from: { value: localDate('2025-01-01'), provenance: 'reconstructed' },
    until: { value: null, provenance: 'reconstructed' },
    numberFormats: [{ format: 'qualification-16', from: localDate('2025-01-01'), provenance: 'reconstructed' }],
    run: 'examined-here',
    editions: ['ec-2005'],
    years: [
      {
        from: 2025,
        until: 2026,
        edition: 'ec-2005',
        openLevels: ['L4', 'L3'],
        sessions: 'national',
        provinces: null,
        calendar: LAST_SUNDAY_OF_EVEN_MONTHS,
        provenance: 'reconstructed',
      },
      {
        from: 2027,
        until: 2027,
        edition: 'ec-2005',
        openLevels: ['L4', 'L3', 'L2'],
        sessions: 'national',
        provinces: null,
        calendar: LAST_SUNDAY_OF_EVEN_MONTHS,
        provenance: 'reconstructed',
      },
    ],
    processRulesFrom: 'ec-2002-trial',
    parameters: GATE_ONLY,
  },
}
deepFreeze(SCHEMES)
