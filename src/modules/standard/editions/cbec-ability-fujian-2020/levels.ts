import type { EditionLevel } from '../../core/edition.ts'
import { fujianSpecification } from './sources.ts'

/** 跨境电商运营专项职业能力考核规范(福建,2020): levels with hours, exam times and clauses (申报条件). */
export const levels: readonly EditionLevel[] = [
  {
    code: { value: 'S', provenance: 'reconstructed' },
    name: { value: '专项职业能力', provenance: fujianSpecification },
    nationalGrade: { value: null, provenance: fujianSpecification },
    trainingHours: { value: null, provenance: fujianSpecification },
    eligibility: [{ id: 'S-1', text: '达到法定劳动年龄、具备相应技能', all: [{ p: 'age', min: 16 }], provenance: fujianSpecification }],
    theoryMinutes: { value: null, provenance: fujianSpecification },
    skillMinutes: { value: 120, provenance: fujianSpecification },
    theoryTime: { value: null, provenance: 'reconstructed' },
    skillTime: { value: null, provenance: 'reconstructed' },
  },
]
