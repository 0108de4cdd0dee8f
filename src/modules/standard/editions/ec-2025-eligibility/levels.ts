import type { EditionLevel } from '../../core/edition.ts'
import { guangdongNotice2025, levelTwoNotice } from './sources.ts'

/** 2023年后通用申报条件(覆盖2022年版的申报条件): levels with hours, exam times and clauses (申报条件). */
export const levels: readonly EditionLevel[] = [
  {
    code: { value: 'L5', provenance: 'reconstructed' },
    name: { value: '五级/初级工', provenance: guangdongNotice2025 },
    nationalGrade: { value: 5, provenance: guangdongNotice2025 },
    trainingHours: { value: 80, provenance: 'reconstructed' },
    eligibility: [
      { id: 'L5-1', text: '年满16周岁,拟从事本职业或相关职业', all: [{ p: 'age', min: 16 }], provenance: 'reconstructed' },
      {
        id: 'L5-2',
        text: '年满16周岁,从事本职业或相关职业',
        all: [
          { p: 'age', min: 16 },
          { p: 'work', minYears: 0, continuous: false, scope: 'related', since: null, mode: 'regular' },
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
    code: { value: 'L4', provenance: 'reconstructed' },
    name: { value: '四级/中级工', provenance: guangdongNotice2025 },
    nationalGrade: { value: 4, provenance: guangdongNotice2025 },
    trainingHours: { value: 60, provenance: 'reconstructed' },
    eligibility: [
      {
        id: 'L4-1',
        text: '累计工作满5年',
        all: [{ p: 'work', minYears: 5, continuous: false, scope: 'related', since: null, mode: 'regular' }],
        provenance: guangdongNotice2025,
      },
      {
        id: 'L4-2',
        text: '取得五级后累计工作满3年',
        all: [
          { p: 'certificate', level: 'L5', scope: 'related' },
          { p: 'work', minYears: 3, continuous: false, scope: 'related', since: 'cert:L5', mode: 'regular' },
        ],
        provenance: guangdongNotice2025,
      },
      {
        id: 'L4-3',
        text: '本专业或相关专业的技工院校、中等及以上职业院校、专科及以上普通高校毕业(含应届)',
        all: [
          {
            p: 'education',
            min: 'secondary',
            major: 'ownOrRelated',
            aim: null,
            institutions: ['技工院校', '中等及以上职业院校', '普通高校'],
            approvedBy: null,
            status: 'graduateOrFinalYear',
          },
        ],
        provenance: guangdongNotice2025,
      },
    ],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
  },
  {
    code: { value: 'L3', provenance: 'reconstructed' },
    name: { value: '三级/高级工', provenance: guangdongNotice2025 },
    nationalGrade: { value: 3, provenance: guangdongNotice2025 },
    trainingHours: { value: 60, provenance: 'reconstructed' },
    eligibility: [
      {
        id: 'L3-1',
        text: '累计工作满10年',
        all: [{ p: 'work', minYears: 10, continuous: false, scope: 'related', since: null, mode: 'regular' }],
        provenance: guangdongNotice2025,
      },
      {
        id: 'L3-2',
        text: '取得四级后累计工作满4年',
        all: [
          { p: 'certificate', level: 'L4', scope: 'related' },
          { p: 'work', minYears: 4, continuous: false, scope: 'related', since: 'cert:L4', mode: 'regular' },
        ],
        provenance: guangdongNotice2025,
      },
      {
        id: 'L3-3',
        text: '对应初级职称后累计工作满1年',
        all: [
          { p: 'title', rank: 'junior', match: 'profession' },
          { p: 'work', minYears: 1, continuous: false, scope: 'related', since: 'title:junior', mode: 'regular' },
        ],
        provenance: guangdongNotice2025,
      },
      {
        id: 'L3-4',
        text: '技工院校高级工班及以上本专业或相关专业毕业(含应届)',
        all: [
          {
            p: 'education',
            min: 'associate',
            major: 'ownOrRelated',
            aim: 'advanced',
            institutions: ['技工院校高级工班'],
            approvedBy: null,
            status: 'graduateOrFinalYear',
          },
        ],
        provenance: guangdongNotice2025,
      },
      {
        id: 'L3-5',
        text: '取得四级,并具高职、专科及以上本专业或相关专业毕业证书(含应届)',
        all: [
          { p: 'certificate', level: 'L4', scope: 'related' },
          {
            p: 'education',
            min: 'associate',
            major: 'ownOrRelated',
            aim: null,
            institutions: null,
            approvedBy: null,
            status: 'graduateOrFinalYear',
          },
        ],
        provenance: guangdongNotice2025,
      },
      {
        id: 'L3-6',
        text: '经评估论证的高职、专科及以上本专业或相关专业毕业(含应届)',
        all: [
          {
            p: 'education',
            min: 'associate',
            major: 'ownOrRelated',
            aim: null,
            institutions: null,
            approvedBy: 'evaluation',
            status: 'graduateOrFinalYear',
          },
        ],
        provenance: guangdongNotice2025,
      },
    ],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
  },
  {
    code: { value: 'L2', provenance: 'reconstructed' },
    name: { value: '二级/技师', provenance: levelTwoNotice },
    nationalGrade: { value: 2, provenance: levelTwoNotice },
    trainingHours: { value: 40, provenance: 'reconstructed' },
    eligibility: [
      {
        id: 'L2-1',
        text: '取得三级后累计工作满5年',
        all: [
          { p: 'certificate', level: 'L3', scope: 'related' },
          { p: 'work', minYears: 5, continuous: false, scope: 'related', since: 'cert:L3', mode: 'regular' },
        ],
        provenance: levelTwoNotice,
      },
      {
        id: 'L2-2',
        text: '初级职称后累计工作满5年,且取得三级后工作满1年',
        all: [
          { p: 'title', rank: 'junior', match: 'profession' },
          { p: 'work', minYears: 5, continuous: false, scope: 'related', since: 'title:junior', mode: 'regular' },
          { p: 'certificate', level: 'L3', scope: 'related' },
          { p: 'work', minYears: 1, continuous: false, scope: 'related', since: 'cert:L3', mode: 'regular' },
        ],
        provenance: levelTwoNotice,
      },
      {
        id: 'L2-3',
        text: '中级职称后累计工作满1年',
        all: [
          { p: 'title', rank: 'intermediate', match: 'profession' },
          { p: 'work', minYears: 1, continuous: false, scope: 'related', since: 'title:intermediate', mode: 'regular' },
        ],
        provenance: levelTwoNotice,
      },
    ],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
    note: { value: 'further conditions follow in the source after its excerpt ends', provenance: levelTwoNotice },
  },
  {
    code: { value: 'L1', provenance: 'reconstructed' },
    name: { value: '一级/高级技师', provenance: 'reconstructed' },
    nationalGrade: { value: 1, provenance: 'reconstructed' },
    trainingHours: { value: 40, provenance: 'reconstructed' },
    eligibility: [
      {
        id: 'L1-1',
        text: '取得二级后累计工作满5年',
        all: [
          { p: 'certificate', level: 'L2', scope: 'related' },
          { p: 'work', minYears: 5, continuous: false, scope: 'related', since: 'cert:L2', mode: 'regular' },
        ],
        provenance: 'reconstructed',
      },
      {
        id: 'L1-2',
        text: '中级职称后累计工作满5年,且取得二级后工作满1年',
        all: [
          { p: 'title', rank: 'intermediate', match: 'profession' },
          { p: 'work', minYears: 5, continuous: false, scope: 'related', since: 'title:intermediate', mode: 'regular' },
          { p: 'certificate', level: 'L2', scope: 'related' },
          { p: 'work', minYears: 1, continuous: false, scope: 'related', since: 'cert:L2', mode: 'regular' },
        ],
        provenance: 'reconstructed',
      },
      {
        id: 'L1-3',
        text: '高级职称后累计工作满1年',
        all: [
          { p: 'title', rank: 'senior', match: 'profession' },
          { p: 'work', minYears: 1, continuous: false, scope: 'related', since: 'title:senior', mode: 'regular' },
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
