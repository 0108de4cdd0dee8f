import type { EditionExam } from '../../core/edition.ts'
import { fujianSpecification } from './sources.ts'

/** 跨境电商运营专项职业能力考核规范(福建,2020): 鉴定. */
export const exam: EditionExam = {
  delivery: { value: 'skillOnly', provenance: fujianSpecification },
  room: { value: { servers: 1, managementMachines: 1, candidateMachinesMin: 30, cameras: 2 }, provenance: fujianSpecification },
}
