import type { OccupationalFunction } from '../../core/edition.ts'

/** 电子商务师国家职业技能标准(2022年版): 职业功能 of the level that has no work types. */
export const functionsAllTypes: readonly OccupationalFunction[] = [
  {
    level: 'L1',
    function: '战略与模式规划',
    functionProvenance: 'reconstructed',
    tasks: [{ name: '战略', skills: ['制定战略与商业模式'], knowledge: ['战略管理'], provenance: 'reconstructed' }],
  },
  {
    level: 'L1',
    function: '营销与品牌战略',
    functionProvenance: 'reconstructed',
    tasks: [{ name: '品牌', skills: ['制定品牌与渠道战略'], knowledge: ['品牌管理'], provenance: 'reconstructed' }],
  },
  {
    level: 'L1',
    function: '供应链与跨境统筹',
    functionProvenance: 'reconstructed',
    tasks: [{ name: '统筹', skills: ['规划全球供应链'], knowledge: ['供应链管理'], provenance: 'reconstructed' }],
  },
  {
    level: 'L1',
    function: '数据与技术创新',
    functionProvenance: 'reconstructed',
    tasks: [{ name: '创新', skills: ['推动数据与智能技术应用'], knowledge: ['数字技术'], provenance: 'reconstructed' }],
  },
  {
    level: 'L1',
    function: '组织管理与培训',
    functionProvenance: 'reconstructed',
    tasks: [{ name: '组织', skills: ['建立组织与人才体系', '主持技术攻关与带徒'], knowledge: ['组织管理'], provenance: 'reconstructed' }],
  },
]
