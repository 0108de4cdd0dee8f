import type { EditionLevel } from '../../core/edition.ts'
import { assessorDeck } from './sources.ts'

/** 电子商务师国家职业标准(试行;四级名称改为电子商务员等): levels with hours, exam times and clauses (申报条件). */
export const levels: readonly EditionLevel[] = [
  {
    code: { value: 'L4', provenance: 'reconstructed' },
    name: { value: '电子商务员', provenance: 'seed' },
    nationalGrade: { value: 4, provenance: 'seed' },
    trainingHours: { value: 200, provenance: assessorDeck },
    eligibility: [
      {
        id: 'L4-1',
        text: '本职业见习1年以上,经正规培训达标准学时并取得毕(结)业证书',
        all: [
          { p: 'work', minYears: 1, continuous: false, scope: 'occupation', since: null, mode: 'probation' },
          { p: 'training', level: 'L4', hours: 'standard', completion: true },
        ],
        provenance: 'seed',
      },
      {
        id: 'L4-2',
        text: '经劳动保障部门认定、以中级技能为目标的中等以上职业学校本专业毕业',
        all: [
          {
            p: 'education',
            min: 'secondary',
            major: 'own',
            aim: 'intermediate',
            institutions: ['中等以上职业学校'],
            approvedBy: 'labourAuthority',
            status: 'graduate',
          },
        ],
        provenance: 'seed',
      },
    ],
    theoryMinutes: { value: 90, provenance: 'seed' },
    skillMinutes: { value: 90, provenance: 'seed' },
    theoryTime: { value: '08:30-10:00', provenance: 'seed' },
    skillTime: { value: '10:30-12:00', provenance: 'seed' },
  },
  {
    code: { value: 'L3', provenance: 'reconstructed' },
    name: { value: '助理电子商务师', provenance: 'seed' },
    nationalGrade: { value: 3, provenance: 'seed' },
    trainingHours: { value: 230, provenance: assessorDeck },
    eligibility: [
      {
        id: 'L3-1',
        text: '取得电子商务员证书后连续工作1年以上,并经助理级正规培训取得毕(结)业证书',
        all: [
          { p: 'certificate', level: 'L4', scope: 'occupation' },
          { p: 'work', minYears: 1, continuous: true, scope: 'occupation', since: 'cert:L4', mode: 'regular' },
          { p: 'training', level: 'L3', hours: 'standard', completion: true },
        ],
        provenance: 'seed',
      },
      {
        id: 'L3-2',
        text: '经劳动保障部门认定、以高级技能为目标的高等职业学校本专业毕业',
        all: [
          {
            p: 'education',
            min: 'associate',
            major: 'own',
            aim: 'advanced',
            institutions: ['高等职业学校'],
            approvedBy: 'labourAuthority',
            status: 'graduate',
          },
        ],
        provenance: 'seed',
      },
      {
        id: 'L3-3',
        text: '本专业大专及以上毕业(种子写作“本职业”)',
        all: [{ p: 'education', min: 'associate', major: 'own', aim: null, institutions: null, approvedBy: null, status: 'graduate' }],
        provenance: 'seed',
      },
    ],
    theoryMinutes: { value: 90, provenance: 'seed' },
    skillMinutes: { value: 120, provenance: 'seed' },
    theoryTime: { value: '08:30-10:00', provenance: 'seed' },
    skillTime: { value: '10:30-12:30', provenance: 'seed' },
  },
  {
    code: { value: 'L2', provenance: 'reconstructed' },
    name: { value: '电子商务师', provenance: 'seed' },
    nationalGrade: { value: 2, provenance: 'seed' },
    trainingHours: { value: 200, provenance: assessorDeck },
    eligibility: [
      {
        id: 'L2-1',
        text: '取得助理证书后连续工作2年以上,并经本级正规培训取得毕(结)业证书',
        all: [
          { p: 'certificate', level: 'L3', scope: 'occupation' },
          { p: 'work', minYears: 2, continuous: true, scope: 'occupation', since: 'cert:L3', mode: 'regular' },
          { p: 'training', level: 'L2', hours: 'standard', completion: true },
        ],
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
    ],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
  },
  {
    code: { value: 'L1', provenance: 'reconstructed' },
    name: { value: '高级电子商务师', provenance: 'seed' },
    nationalGrade: { value: 1, provenance: 'seed' },
    trainingHours: { value: 180, provenance: assessorDeck },
    eligibility: [
      {
        id: 'L1-1',
        text: '取得电子商务师证书后连续工作3年以上,并经本级正规培训取得毕(结)业证书',
        all: [
          { p: 'certificate', level: 'L2', scope: 'occupation' },
          { p: 'work', minYears: 3, continuous: true, scope: 'occupation', since: 'cert:L2', mode: 'regular' },
          { p: 'training', level: 'L1', hours: 'standard', completion: true },
        ],
        provenance: 'seed',
      },
      {
        id: 'L1-2',
        text: '取得电子商务师证书后连续工作6年以上',
        all: [
          { p: 'certificate', level: 'L2', scope: 'occupation' },
          { p: 'work', minYears: 6, continuous: true, scope: 'occupation', since: 'cert:L2', mode: 'regular' },
        ],
        provenance: 'seed',
      },
    ],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
  },
]
