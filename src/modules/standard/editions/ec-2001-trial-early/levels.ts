import type { EditionLevel } from '../../core/edition.ts'

/** 电子商务师国家职业标准(试行,最早文本;仅存片段): levels with hours, exam times and clauses (申报条件). */
export const levels: readonly EditionLevel[] = [
  {
    code: { value: 'L4', provenance: 'reconstructed' },
    name: { value: '助理电子商务师', provenance: 'seed' },
    nationalGrade: { value: 4, provenance: 'seed' },
    trainingHours: { value: null, provenance: 'seed' },
    eligibility: [],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
  },
  {
    code: { value: 'L3', provenance: 'reconstructed' },
    name: { value: '初级电子商务师', provenance: 'seed' },
    nationalGrade: { value: 3, provenance: 'seed' },
    trainingHours: { value: null, provenance: 'seed' },
    eligibility: [],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
  },
  {
    code: { value: 'L2', provenance: 'reconstructed' },
    name: { value: '中级电子商务师', provenance: 'seed' },
    nationalGrade: { value: 2, provenance: 'seed' },
    trainingHours: { value: null, provenance: 'seed' },
    eligibility: [],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
  },
  {
    code: { value: 'L1', provenance: 'reconstructed' },
    name: { value: '高级电子商务师', provenance: 'seed' },
    nationalGrade: { value: 1, provenance: 'seed' },
    trainingHours: { value: null, provenance: 'seed' },
    eligibility: [],
    theoryMinutes: { value: null, provenance: 'reconstructed' },
    skillMinutes: { value: null, provenance: 'reconstructed' },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
  },
]
