import type { Edition } from '../../core/edition.ts'
import { levels } from './levels.ts'
import { functionsLower } from './functions-lower.ts'
import { functionsUpper } from './functions-upper.ts'
import { weights } from './weights.ts'
import { exam } from './exam.ts'
import { assessorDeck } from './sources.ts'

/** 电子商务师国家职业标准(试行;四级名称改为电子商务员等) */
export const edition: Edition<'ec-2002-trial'> = {
  id: 'ec-2002-trial',
  title: { value: '电子商务师国家职业标准(试行;四级名称改为电子商务员等)', provenance: 'seed' },
  source: { value: 'seed:L294-L398; seed:L245-L257; hours from https://www.renrendoc.com/paper/201008943.html', provenance: 'seed' },
  year: { value: 2002, provenance: 'reconstructed' },
  status: { value: 'trial', provenance: 'reconstructed' },
  occupation: {
    definition: { value: '以计算机软硬件技术和网络技术从事商务活动或相关工作', provenance: 'seed' },
    definitionVariant: { value: '以计算机技术、网络技术等现代信息技术从事商务活动或相关工作的人员', provenance: assessorDeck },
    environment: { value: ['室内', '室外', '常温'], provenance: 'seed' },
    baseEducation: { value: '高中毕业(或同等学历)', provenance: 'seed' },
    audience: { value: '从事或准备从事应用、建站维护、安全、营销、支付、配送、策划等工作的人员', provenance: 'seed' },
    abilities: {
      value: {
        veryImportantOrImportant: ['学习能力', '表达能力', '计算能力'],
        rated: ['空间感', '形体知觉', '色觉', '手指灵活性', '手臂灵活性', '动作协调性'],
      },
      provenance: assessorDeck,
    },
  },
  levels,
  basics: {
    ethics: [
      { item: '遵纪守法、敬业、守职业道德、严格保密', provenance: 'seed' },
      { item: '求实、认真、精业、尽责、有团队精神', provenance: 'seed' },
    ],
    knowledgeAreas: [
      {
        area: '计算机与网络应用知识',
        items: ['硬件组成', '应用软件基础', '操作系统应用', '计算机网络(因特网)应用'],
        variant: ['数据处理基础(考评员培训文本多出一项)'],
        provenance: 'seed',
      },
      { area: '电子商务基础知识', items: ['概念、分类、现状与特点', '基本业务流程'], provenance: 'seed' },
      { area: '网络营销基础知识', items: ['主要方法', '网络商务信息收集与整理'], provenance: 'seed' },
      {
        area: '电子支付基础知识',
        items: ['概念', '流程', '工具'],
        provenance: 'seed',
        note: 'seed heading is misprinted as 电子文件基础知识',
      },
      { area: '电子商务安全基础知识', items: ['计算机安全使用', '安全管理制度'], provenance: 'seed' },
    ],
  },
  functions: [...functionsLower, ...functionsUpper],
  weights,
  weightsNote: {
    value:
      'Five rows and the total of one table survive (seed:L234-L244). They sum to 40, so 60 is left for basics and 网络使用; they are placed in L4 theory because 60% for one function would be implausible in a skill table. All other figures are a reconstruction.',
    provenance: 'reconstructed',
  },
  teachers: {
    value: [
      { levels: ['L4', 'L3', 'L2'], requirement: '相关专业中级及以上职称或高级电子商务师资格' },
      { levels: ['L1'], requirement: '相关专业副高及以上职称或高级电子商务师资格满2年' },
    ],
    provenance: assessorDeck,
  },
  venues: {
    value: [
      { use: 'theoryTraining', text: '标准教室(多媒体投影、可上网)或网上教育系统' },
      { use: 'skillTraining', text: '有计算机网络系统等教学设备和软件的实验室' },
      { use: 'theoryExam', text: '劳动部认证的标准教室' },
      { use: 'skillExam', text: '有计算机与网络系统、教学设备和软件的实验室' },
    ],
    provenance: 'seed',
  },
  textbook: { value: '《电子商务师国家职业资格培训教程》,主管司局指定,中央广播电视大学出版社', provenance: 'seed' },
  exam,
  cumulative: { value: true, provenance: 'seed' },
}
