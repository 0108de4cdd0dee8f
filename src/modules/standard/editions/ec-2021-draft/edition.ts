import type { Edition } from '../../core/edition.ts'
import { levels } from './levels.ts'
import { draftText } from './sources.ts'

/** 电子商务师国家职业技能标准(征求意见稿) */
export const edition: Edition<'ec-2021-draft'> = {
  id: 'ec-2021-draft',
  title: { value: '电子商务师国家职业技能标准(征求意见稿)', provenance: draftText },
  source: { value: 'http://m.bubsandbeans.com/paper/353980703.html', provenance: draftText },
  year: { value: 2021, provenance: 'reconstructed' },
  status: { value: 'draft', provenance: draftText },
  occupation: {
    code: { value: '4-01-02-02', provenance: draftText },
    definition: { value: '在互联网及现代信息技术平台上从事商务活动的人员', provenance: draftText },
    environment: { value: ['室内', '室外'], provenance: draftText },
    baseEducation: { value: '初中毕业(或相当)', provenance: draftText },
    workTypes: { value: ['网商', '跨境电子商务师', '服务电子商务师'], provenance: draftText },
    abilities: { value: '学习、动手、计算、语言表达、人际沟通;视听正常', provenance: draftText },
  },
  levels,
  basics: { ethics: [], knowledgeAreas: [] },
  functions: [],
  weights: {},
  inheritsFrom: { value: 'ec-2022', fields: ['basics', 'functions', 'weights'], provenance: 'reconstructed' },
  cumulative: { value: true, provenance: 'reconstructed' },
}
