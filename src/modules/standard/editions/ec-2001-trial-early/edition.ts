import type { Edition } from '../../core/edition.ts'
import { levels } from './levels.ts'

/** 电子商务师国家职业标准(试行,最早文本;仅存片段) */
export const edition: Edition<'ec-2001-trial-early'> = {
  id: 'ec-2001-trial-early',
  title: { value: '电子商务师国家职业标准(试行,最早文本;仅存片段)', provenance: 'seed' },
  source: { value: 'seed:L119-L146', provenance: 'seed' },
  year: { value: 2001, provenance: 'reconstructed' },
  status: { value: 'fragment', provenance: 'seed' },
  occupation: {
    definition: { value: '以计算机软硬件技术和网络技术从事商务活动或相关工作', provenance: 'seed' },
    environment: { value: ['室内', '室外', '常温'], provenance: 'seed' },
    baseEducation: { value: null, provenance: 'seed' },
  },
  levels,
  basics: {
    ethics: [
      { item: '遵纪守法、敬业、守职业道德、保密', provenance: 'seed' },
      { item: '求实、认真、精业、尽责、有团队精神', provenance: 'seed' },
    ],
    knowledgeAreas: [
      { area: '计算机与网络应用知识', items: ['计算机硬件组成', '应用软件基础'], provenance: 'seed', note: 'text cut off after two items' },
    ],
  },
  functions: [],
  weights: {},
  inheritsFrom: {
    value: 'ec-2002-trial',
    fields: ['functions', 'weights', 'levels[].trainingHours', 'levels[].eligibility'],
    provenance: 'reconstructed',
  },
  teachers: {
    value: [
      { levels: ['L4', 'L3', 'L2'], requirement: '相关专业中级及以上职称' },
      { levels: ['L1'], requirement: '相关专业副高级及以上职称' },
    ],
    provenance: 'seed',
  },
  venues: {
    value: [
      { use: '理论培训', text: '劳动部认证的标准教室或网上教育系统' },
      { use: '技能培训与考试', text: '有计算机与网络系统、教学设备和软件的实验室' },
    ],
    provenance: 'seed',
  },
  cumulative: { value: true, provenance: 'reconstructed' },
}
