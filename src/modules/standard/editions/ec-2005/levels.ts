import type { EditionLevel } from '../../core/edition.ts'
import { conditionsGuide, conditionsNotice, examGuide2017, jiangsuTimetable } from './sources.ts'

/** 电子商务师国家职业标准(2005年版): levels with hours, exam times and clauses (申报条件). */
export const levels: readonly EditionLevel[] = [
  {
    code: { value: 'L4', provenance: 'reconstructed' },
    name: { value: '电子商务员', provenance: 'seed' },
    nationalGrade: { value: 4, provenance: 'seed' },
    trainingHours: { value: 240, provenance: 'seed' },
    eligibility: [
      {
        id: 'L4-1',
        text: '本职业连续工作1年以上',
        all: [{ p: 'work', minYears: 1, continuous: true, scope: 'occupation', since: null, mode: 'regular' }],
        provenance: 'seed',
      },
      {
        id: 'L4-2',
        text: '以中级技能为目标的技工学校、中等职业学校本专业毕业',
        all: [
          {
            p: 'education',
            min: 'secondary',
            major: 'own',
            aim: 'intermediate',
            institutions: ['技工学校', '中等职业学校'],
            approvedBy: null,
            status: 'graduate',
          },
        ],
        provenance: 'seed',
      },
      {
        id: 'L4-3',
        text: '经电子商务员正规培训达标准学时并取得结业证书',
        all: [{ p: 'training', level: 'L4', hours: 'standard', completion: true }],
        provenance: 'seed',
      },
    ],
    theoryMinutes: { value: 90, provenance: jiangsuTimetable },
    skillMinutes: { value: 120, provenance: jiangsuTimetable },
    theoryTime: { value: '08:30-10:00', provenance: jiangsuTimetable },
    skillTime: { value: '10:30-12:30', provenance: jiangsuTimetable },
  },
  {
    code: { value: 'L3', provenance: 'reconstructed' },
    name: { value: '助理电子商务师', provenance: 'seed' },
    nationalGrade: { value: 3, provenance: 'seed' },
    trainingHours: { value: 200, provenance: 'seed' },
    eligibility: [
      {
        id: 'L3-1',
        text: '本职业连续工作6年以上',
        all: [{ p: 'work', minYears: 6, continuous: true, scope: 'occupation', since: null, mode: 'regular' }],
        provenance: 'seed',
      },
      {
        id: 'L3-2',
        text: '以高级技能为目标的高级技工学校、技师学院、职业技术学院本专业毕业(另一种子文本写“本专业或相关专业”)',
        all: [
          {
            p: 'education',
            min: 'associate',
            major: 'own',
            aim: 'advanced',
            institutions: ['高级技工学校', '技师学院', '职业技术学院'],
            approvedBy: null,
            status: 'graduate',
          },
        ],
        provenance: 'seed',
      },
      {
        id: 'L3-3',
        text: '取得电子商务员证书后连续工作4年以上',
        all: [
          { p: 'certificate', level: 'L4', scope: 'occupation' },
          { p: 'work', minYears: 4, continuous: true, scope: 'occupation', since: 'cert:L4', mode: 'regular' },
        ],
        provenance: 'seed',
      },
      {
        id: 'L3-4',
        text: '取得电子商务员证书后连续工作3年以上,并经助理级正规培训结业',
        all: [
          { p: 'certificate', level: 'L4', scope: 'occupation' },
          { p: 'work', minYears: 3, continuous: true, scope: 'occupation', since: 'cert:L4', mode: 'regular' },
          { p: 'training', level: 'L3', hours: 'standard', completion: true },
        ],
        provenance: conditionsNotice,
      },
      {
        id: 'L3-5',
        text: '本专业大专及以上毕业',
        all: [{ p: 'education', min: 'associate', major: 'own', aim: null, institutions: null, approvedBy: null, status: 'graduate' }],
        provenance: conditionsNotice,
      },
      {
        id: 'L3-6',
        text: '非本专业大专及以上毕业,连续工作1年以上',
        all: [
          { p: 'education', min: 'associate', major: 'other', aim: null, institutions: null, approvedBy: null, status: 'graduate' },
          { p: 'work', minYears: 1, continuous: true, scope: 'occupation', since: null, mode: 'regular' },
        ],
        provenance: conditionsNotice,
      },
      {
        id: 'L3-7',
        text: '非本专业大专及以上毕业,并经助理级正规培训结业',
        all: [
          { p: 'education', min: 'associate', major: 'other', aim: null, institutions: null, approvedBy: null, status: 'graduate' },
          { p: 'training', level: 'L3', hours: 'standard', completion: true },
        ],
        provenance: conditionsNotice,
      },
    ],
    theoryMinutes: { value: 90, provenance: jiangsuTimetable },
    skillMinutes: { value: 120, provenance: jiangsuTimetable },
    theoryTime: { value: '08:30-10:00', provenance: jiangsuTimetable },
    skillTime: { value: '10:30-12:30', provenance: jiangsuTimetable },
  },
  {
    code: { value: 'L2', provenance: 'reconstructed' },
    name: { value: '电子商务师', provenance: 'seed' },
    nationalGrade: { value: 2, provenance: 'seed' },
    trainingHours: { value: 200, provenance: 'seed' },
    eligibility: [
      {
        id: 'L2-1',
        text: '本职业连续工作13年以上',
        all: [{ p: 'work', minYears: 13, continuous: true, scope: 'occupation', since: null, mode: 'regular' }],
        provenance: 'seed',
      },
      {
        id: 'L2-2',
        text: '取得助理证书后连续工作5年以上',
        all: [
          { p: 'certificate', level: 'L3', scope: 'occupation' },
          { p: 'work', minYears: 5, continuous: true, scope: 'occupation', since: 'cert:L3', mode: 'regular' },
        ],
        provenance: 'seed',
      },
      {
        id: 'L2-3',
        text: '取得助理证书后连续工作4年以上,并经本级正规培训结业',
        all: [
          { p: 'certificate', level: 'L3', scope: 'occupation' },
          { p: 'work', minYears: 4, continuous: true, scope: 'occupation', since: 'cert:L3', mode: 'regular' },
          { p: 'training', level: 'L2', hours: 'standard', completion: true },
        ],
        provenance: conditionsNotice,
      },
      {
        id: 'L2-4',
        text: '本专业本科,取得助理证书后连续工作4年以上',
        all: [
          { p: 'education', min: 'bachelor', major: 'own', aim: null, institutions: null, approvedBy: null, status: 'graduate' },
          { p: 'certificate', level: 'L3', scope: 'occupation' },
          { p: 'work', minYears: 4, continuous: true, scope: 'occupation', since: 'cert:L3', mode: 'regular' },
        ],
        provenance: conditionsNotice,
      },
      {
        id: 'L2-5',
        text: '本专业本科,取得助理证书后连续工作3年以上,并经本级正规培训结业',
        all: [
          { p: 'education', min: 'bachelor', major: 'own', aim: null, institutions: null, approvedBy: null, status: 'graduate' },
          { p: 'certificate', level: 'L3', scope: 'occupation' },
          { p: 'work', minYears: 3, continuous: true, scope: 'occupation', since: 'cert:L3', mode: 'regular' },
          { p: 'training', level: 'L2', hours: 'standard', completion: true },
        ],
        provenance: conditionsNotice,
      },
      {
        id: 'L2-6',
        text: '非本专业本科,取得助理证书后连续工作4年以上,并经本级正规培训结业',
        all: [
          { p: 'education', min: 'bachelor', major: 'other', aim: null, institutions: null, approvedBy: null, status: 'graduate' },
          { p: 'certificate', level: 'L3', scope: 'occupation' },
          { p: 'work', minYears: 4, continuous: true, scope: 'occupation', since: 'cert:L3', mode: 'regular' },
          { p: 'training', level: 'L2', hours: 'standard', completion: true },
        ],
        provenance: conditionsGuide,
      },
      {
        id: 'L2-7',
        text: '硕士研究生及以上学历,连续工作2年以上',
        all: [
          { p: 'education', min: 'master', major: 'any', aim: null, institutions: null, approvedBy: null, status: 'graduate' },
          { p: 'work', minYears: 2, continuous: true, scope: 'occupation', since: null, mode: 'regular' },
        ],
        provenance: conditionsGuide,
      },
    ],
    theoryMinutes: { value: 90, provenance: jiangsuTimetable },
    skillMinutes: { value: 120, provenance: jiangsuTimetable },
    theoryTime: { value: '08:30-10:00', provenance: jiangsuTimetable },
    skillTime: { value: '10:30-12:30', provenance: jiangsuTimetable },
    review: {
      kind: { value: 'thesisWrittenDefence', provenance: jiangsuTimetable },
      minutes: { value: 90, provenance: jiangsuTimetable },
      time: { value: '14:00-15:30', provenance: jiangsuTimetable },
      thesisVia: { value: '市中心汇总后按期报省中心', provenance: jiangsuTimetable },
      required: { value: true, provenance: examGuide2017 },
    },
  },
  {
    code: { value: 'L1', provenance: 'reconstructed' },
    name: { value: '高级电子商务师', provenance: 'seed' },
    nationalGrade: { value: 1, provenance: 'seed' },
    trainingHours: { value: 180, provenance: 'seed' },
    eligibility: [
      {
        id: 'L1-1',
        text: '本职业连续工作19年以上',
        all: [{ p: 'work', minYears: 19, continuous: true, scope: 'occupation', since: null, mode: 'regular' }],
        provenance: 'reconstructed',
      },
      {
        id: 'L1-2',
        text: '取得电子商务师证书后连续工作4年以上',
        all: [
          { p: 'certificate', level: 'L2', scope: 'occupation' },
          { p: 'work', minYears: 4, continuous: true, scope: 'occupation', since: 'cert:L2', mode: 'regular' },
        ],
        provenance: 'reconstructed',
      },
      {
        id: 'L1-3',
        text: '取得电子商务师证书后连续工作3年以上,并经本级正规培训结业',
        all: [
          { p: 'certificate', level: 'L2', scope: 'occupation' },
          { p: 'work', minYears: 3, continuous: true, scope: 'occupation', since: 'cert:L2', mode: 'regular' },
          { p: 'training', level: 'L1', hours: 'standard', completion: true },
        ],
        provenance: 'reconstructed',
      },
    ],
    theoryMinutes: { value: 90, provenance: 'reconstructed' },
    skillMinutes: { value: 120, provenance: 'reconstructed' },
    theoryTime: { value: '08:30-10:00', provenance: 'reconstructed' },
    skillTime: { value: '10:30-12:30', provenance: 'reconstructed' },
    review: {
      kind: { value: 'comprehensiveReview', provenance: examGuide2017 },
      minutes: { value: 30, provenance: 'reconstructed' },
      required: { value: true, provenance: examGuide2017 },
    },
    note: {
      value: 'no source found for L1 eligibility; modelled on sibling business occupations of the same years',
      provenance: 'reconstructed',
    },
  },
]
