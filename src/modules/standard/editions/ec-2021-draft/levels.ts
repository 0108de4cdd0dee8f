import type { EditionLevel } from '../../core/edition.ts'
import { draftText } from './sources.ts'

/** 电子商务师国家职业技能标准(征求意见稿): levels with hours, exam times and clauses (申报条件). */
export const levels: readonly EditionLevel[] = [
  {
    code: { value: 'L5', provenance: 'reconstructed' },
    name: { value: '五级/初级工', provenance: draftText },
    nationalGrade: { value: 5, provenance: draftText },
    trainingHours: { value: 80, provenance: draftText },
    eligibility: [
      {
        id: 'L5-1',
        text: '累计从事本职业或相关职业1年以上',
        all: [{ p: 'work', minYears: 1, continuous: false, scope: 'related', since: null, mode: 'regular' }],
        provenance: draftText,
      },
      {
        id: 'L5-2',
        text: '本职业或相关职业学徒期满',
        all: [{ p: 'apprenticeship', scope: 'related', completed: true }],
        provenance: draftText,
      },
    ],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
  },
  {
    code: { value: 'L4', provenance: 'reconstructed' },
    name: { value: '四级/中级工', provenance: draftText },
    nationalGrade: { value: 4, provenance: draftText },
    trainingHours: { value: 60, provenance: draftText },
    eligibility: [
      {
        id: 'L4-1',
        text: '取得五级证书后累计工作4年以上',
        all: [
          { p: 'certificate', level: 'L5', scope: 'related' },
          { p: 'work', minYears: 4, continuous: false, scope: 'related', since: 'cert:L5', mode: 'regular' },
        ],
        provenance: draftText,
      },
      {
        id: 'L4-2',
        text: '累计从事本职业或相关职业6年以上',
        all: [{ p: 'work', minYears: 6, continuous: false, scope: 'related', since: null, mode: 'regular' }],
        provenance: 'reconstructed',
      },
      {
        id: 'L4-3',
        text: '技工学校本专业或相关专业毕业(含应届),或经评估论证以中级技能为目标的中等及以上职业学校本专业或相关专业毕业(含应届)',
        all: [
          {
            p: 'education',
            min: 'secondary',
            major: 'ownOrRelated',
            aim: 'intermediate',
            institutions: ['技工学校', '中等及以上职业学校'],
            approvedBy: 'evaluation',
            status: 'graduateOrFinalYear',
          },
        ],
        provenance: 'reconstructed',
      },
    ],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
  },
  {
    code: { value: 'L3', provenance: 'reconstructed' },
    name: { value: '三级/高级工', provenance: draftText },
    nationalGrade: { value: 3, provenance: draftText },
    trainingHours: { value: 60, provenance: draftText },
    eligibility: [
      {
        id: 'L3-1',
        text: '取得四级证书后累计工作5年以上',
        all: [
          { p: 'certificate', level: 'L4', scope: 'related' },
          { p: 'work', minYears: 5, continuous: false, scope: 'related', since: 'cert:L4', mode: 'regular' },
        ],
        provenance: 'reconstructed',
      },
      {
        id: 'L3-2',
        text: '取得四级证书,并具高级技工学校、技师学院或以高级技能为目标的高职本专业或相关专业毕业证书(含应届)',
        all: [
          { p: 'certificate', level: 'L4', scope: 'related' },
          {
            p: 'education',
            min: 'associate',
            major: 'ownOrRelated',
            aim: 'advanced',
            institutions: ['高级技工学校', '技师学院', '高等职业学校'],
            approvedBy: 'evaluation',
            status: 'graduateOrFinalYear',
          },
        ],
        provenance: 'reconstructed',
      },
      {
        id: 'L3-3',
        text: '大专及以上本专业或相关专业毕业,并取得四级证书后累计工作2年以上',
        all: [
          { p: 'education', min: 'associate', major: 'ownOrRelated', aim: null, institutions: null, approvedBy: null, status: 'graduate' },
          { p: 'certificate', level: 'L4', scope: 'related' },
          { p: 'work', minYears: 2, continuous: false, scope: 'related', since: 'cert:L4', mode: 'regular' },
        ],
        provenance: 'reconstructed',
      },
    ],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
  },
  {
    code: { value: 'L2', provenance: 'reconstructed' },
    name: { value: '二级/技师', provenance: draftText },
    nationalGrade: { value: 2, provenance: draftText },
    trainingHours: { value: 40, provenance: draftText },
    eligibility: [
      {
        id: 'L2-1',
        text: '取得三级证书后累计工作4年以上',
        all: [
          { p: 'certificate', level: 'L3', scope: 'related' },
          { p: 'work', minYears: 4, continuous: false, scope: 'related', since: 'cert:L3', mode: 'regular' },
        ],
        provenance: 'reconstructed',
      },
      {
        id: 'L2-2',
        text: '取得三级证书的高级技工学校、技师学院毕业生,累计工作3年以上(预备技师证书者2年)',
        all: [
          { p: 'certificate', level: 'L3', scope: 'related' },
          {
            p: 'education',
            min: 'associate',
            major: 'ownOrRelated',
            aim: 'advanced',
            institutions: ['高级技工学校', '技师学院'],
            approvedBy: null,
            status: 'graduate',
          },
          { p: 'work', minYears: 3, continuous: false, scope: 'related', since: 'cert:L3', mode: 'regular' },
        ],
        provenance: 'reconstructed',
      },
    ],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
  },
  {
    code: { value: 'L1', provenance: 'reconstructed' },
    name: { value: '一级/高级技师', provenance: draftText },
    nationalGrade: { value: 1, provenance: draftText },
    trainingHours: { value: 40, provenance: draftText },
    eligibility: [
      {
        id: 'L1-1',
        text: '取得二级证书后累计工作4年以上',
        all: [
          { p: 'certificate', level: 'L2', scope: 'related' },
          { p: 'work', minYears: 4, continuous: false, scope: 'related', since: 'cert:L2', mode: 'regular' },
        ],
        provenance: 'reconstructed',
      },
    ],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
  },
]
