import type { Edition } from '../../core/edition.ts'
import { levels } from './levels.ts'
import { functions } from './functions.ts'
import { weights } from './weights.ts'
import { exam } from './exam.ts'
import { fujianSpecification } from './sources.ts'

/** 跨境电商运营专项职业能力考核规范(福建,2020) */
export const edition: Edition<'cbec-ability-fujian-2020'> = {
  id: 'cbec-ability-fujian-2020',
  title: { value: '跨境电商运营专项职业能力考核规范(福建,2020)', provenance: fujianSpecification },
  source: { value: 'https://fjcitt.cn/portal/article/index/id/415.html', provenance: fujianSpecification },
  year: { value: 2020, provenance: fujianSpecification },
  status: { value: 'specialAbility (no levels)', provenance: fujianSpecification },
  levels,
  basics: { ethics: [], knowledgeAreas: [] },
  functions,
  weights,
  exam,
}
