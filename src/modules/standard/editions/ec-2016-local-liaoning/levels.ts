import type { EditionLevel } from '../../core/edition.ts'
import { anshanNotice } from './sources.ts'

/** 2016年鞍山市全国(省)统考申报条件(2005年版的地方变体): levels with hours, exam times and clauses (申报条件). */
export const levels: readonly EditionLevel[] = [
  {
    code: { value: 'L4', provenance: 'reconstructed' },
    name: { value: '电子商务师四级', provenance: anshanNotice },
    nationalGrade: { value: 4, provenance: anshanNotice },
    trainingHours: { value: 240, provenance: 'seed' },
    eligibility: [
      {
        id: 'L4-1',
        text: '本职业连续工作1年以上',
        all: [{ p: 'work', minYears: 1, continuous: true, scope: 'occupation', since: null, mode: 'regular' }],
        provenance: anshanNotice,
      },
      {
        id: 'L4-2',
        text: '经四级正规培训结业',
        all: [{ p: 'training', level: 'L4', hours: 'standard', completion: true }],
        provenance: anshanNotice,
      },
      {
        id: 'L4-3',
        text: '以中级技能为目标的中等及以上职业学校、技工学校本专业或相关专业毕业(毕业班前一学期可报)',
        all: [
          {
            p: 'education',
            min: 'secondary',
            major: 'ownOrRelated',
            aim: 'intermediate',
            institutions: ['职业学校', '技工学校'],
            approvedBy: null,
            status: 'graduateOrFinalTerm',
          },
        ],
        provenance: anshanNotice,
      },
      {
        id: 'L4-4',
        text: '高职、高级技校、技师学院或大专及以上本专业或相关专业毕业班前一学年学生',
        all: [
          {
            p: 'education',
            min: 'associate',
            major: 'ownOrRelated',
            aim: null,
            institutions: ['高职', '高级技校', '技师学院', '大学'],
            approvedBy: null,
            status: 'finalYear',
          },
        ],
        provenance: anshanNotice,
      },
    ],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
  },
  {
    code: { value: 'L3', provenance: 'reconstructed' },
    name: { value: '电子商务师三级', provenance: anshanNotice },
    nationalGrade: { value: 3, provenance: anshanNotice },
    trainingHours: { value: 200, provenance: 'seed' },
    eligibility: [
      {
        id: 'L3-1',
        text: '本职业连续工作6年以上',
        all: [{ p: 'work', minYears: 6, continuous: true, scope: 'occupation', since: null, mode: 'regular' }],
        provenance: anshanNotice,
      },
      {
        id: 'L3-2',
        text: '以高级技能为目标的学校本专业或相关专业毕业(毕业班前一学期可报)',
        all: [
          {
            p: 'education',
            min: 'associate',
            major: 'ownOrRelated',
            aim: 'advanced',
            institutions: ['高职', '高级技校', '技师学院'],
            approvedBy: null,
            status: 'graduateOrFinalTerm',
          },
        ],
        provenance: anshanNotice,
      },
      {
        id: 'L3-3',
        text: '大专及以上本专业或相关专业毕业(毕业班前一学期可报)',
        all: [
          {
            p: 'education',
            min: 'associate',
            major: 'ownOrRelated',
            aim: null,
            institutions: null,
            approvedBy: null,
            status: 'graduateOrFinalTerm',
          },
        ],
        provenance: anshanNotice,
      },
      {
        id: 'L3-4',
        text: '取得四级后连续工作4年以上',
        all: [
          { p: 'certificate', level: 'L4', scope: 'occupation' },
          { p: 'work', minYears: 4, continuous: true, scope: 'occupation', since: 'cert:L4', mode: 'regular' },
        ],
        provenance: anshanNotice,
      },
      {
        id: 'L3-5',
        text: '取得四级后连续工作3年以上并经三级培训结业',
        all: [
          { p: 'certificate', level: 'L4', scope: 'occupation' },
          { p: 'work', minYears: 3, continuous: true, scope: 'occupation', since: 'cert:L4', mode: 'regular' },
          { p: 'training', level: 'L3', hours: 'standard', completion: true },
        ],
        provenance: anshanNotice,
      },
      {
        id: 'L3-6',
        text: '其他专业大专及以上毕业,连续工作1年以上',
        all: [
          { p: 'education', min: 'associate', major: 'other', aim: null, institutions: null, approvedBy: null, status: 'graduate' },
          { p: 'work', minYears: 1, continuous: true, scope: 'occupation', since: null, mode: 'regular' },
        ],
        provenance: anshanNotice,
      },
      {
        id: 'L3-7',
        text: '其他专业大专及以上毕业,经三级培训结业',
        all: [
          { p: 'education', min: 'associate', major: 'other', aim: null, institutions: null, approvedBy: null, status: 'graduate' },
          { p: 'training', level: 'L3', hours: 'standard', completion: true },
        ],
        provenance: anshanNotice,
      },
    ],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
  },
  {
    code: { value: 'L2', provenance: 'reconstructed' },
    name: { value: '电子商务师二级', provenance: anshanNotice },
    nationalGrade: { value: 2, provenance: anshanNotice },
    trainingHours: { value: 200, provenance: 'seed' },
    eligibility: [
      {
        id: 'L2-1',
        text: '本职业连续工作13年以上',
        all: [{ p: 'work', minYears: 13, continuous: true, scope: 'occupation', since: null, mode: 'regular' }],
        provenance: anshanNotice,
      },
      {
        id: 'L2-2',
        text: '取得三级后连续工作5年以上',
        all: [
          { p: 'certificate', level: 'L3', scope: 'occupation' },
          { p: 'work', minYears: 5, continuous: true, scope: 'occupation', since: 'cert:L3', mode: 'regular' },
        ],
        provenance: anshanNotice,
      },
    ],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
    note: { value: 'excerpt ends here; the remaining conditions follow ec-2005', provenance: anshanNotice },
  },
]
