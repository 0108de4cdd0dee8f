import type { Edition } from '../../core/edition.ts'
import { levels } from './levels.ts'
import { functionsLower } from './functions-lower.ts'
import { functionsUpper } from './functions-upper.ts'
import { weights } from './weights.ts'
import { exam } from './exam.ts'
import { basics } from './basics.ts'
import { applicationGuide } from './sources.ts'

/** 电子商务师国家职业标准(2005年版) */
export const edition: Edition<'ec-2005'> = {
  id: 'ec-2005',
  title: { value: '电子商务师国家职业标准(2005年版)', provenance: applicationGuide },
  source: {
    value:
      'seed:L260-L288, seed:L71-L81; https://a.kaidian800.com/%e7%94%b5%e5%ad%90%e5%95%86%e5%8a%a1%e5%b8%88%e6%8a%a5%e8%80%83%e6%8c%87%e5%8d%97/; https://jnjd.tstc.edu.cn/info/1015/1055.htm',
    provenance: 'seed',
  },
  year: { value: 2005, provenance: applicationGuide },
  status: { value: 'superseded', provenance: 'reconstructed' },
  occupation: {
    definition: { value: '用计算机、网络、通信等现代信息技术从事商务活动的人员', provenance: 'seed' },
    environment: { value: ['室内', '室外'], provenance: 'seed' },
    baseEducation: { value: '高中毕业(或同等学历)', provenance: 'seed' },
    abilities: { value: '较强的学习、表达、信息处理、沟通协调能力;一定的计算、解决问题、创新能力', provenance: 'seed' },
    audience: { value: '从事或准备从事本职业的人员', provenance: 'seed' },
  },
  levels,
  basics,
  functions: [...functionsLower, ...functionsUpper],
  weights,
  weightsNote: {
    value:
      'L4 and L3 theory tables are complete in the source (both add to 100); the source is an undated training deck whose area names differ from the L3 chapter names of the teaching outline. Skill tables and all of L2/L1 are a reconstruction.',
    provenance: 'reconstructed',
  },
  teachers: {
    value: [
      { levels: ['L4', 'L3'], requirement: '电子商务师及以上职业资格,或相关专业中级职称' },
      { levels: ['L2'], requirement: '高级电子商务师资格,或相关专业中级及以上职称' },
      { levels: ['L1'], requirement: '高级电子商务师资格满2年,或相关专业高级职称' },
    ],
    provenance: 'seed',
  },
  venues: { value: [{ use: 'training', text: '有网络、教学设备和软件、可上网的教室,或网上教学系统' }], provenance: 'seed' },
  exam,
  cumulative: { value: true, provenance: 'reconstructed' },
}
