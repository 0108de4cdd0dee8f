/** Invented people and facts for the gallery; the ID number carries a valid check digit and belongs to nobody. */
export type SampleApplication = {
  readonly id: string
  readonly name: string
  readonly level: '四级' | '三级' | '二级' | '一级'
  readonly institution: string
  readonly state: 'waiting' | 'accepted' | 'refused' | 'needs-evidence'
  readonly clause: string
  readonly hours: number
  readonly handedIn: string
}

const names = [
  '王思源',
  '阿依古丽·买买提',
  '欧阳文清',
  '李𬱟',
  '张晓东',
  '迪丽拜尔·吐尔逊',
  '陈嘉怡',
  '赵子墨',
  '尉迟恭敬',
  '林秀英',
  '次仁卓玛',
  '黄志强',
  '周雨桐',
  '吴建国',
  '单于慧',
  '郑一凡',
  '孙若兰',
  '钱多多',
  '何满子',
  '马文才',
  '高山流',
  '苏小小',
  '韩梅梅',
  '曹雪松',
  '徐霞',
]
const institutions = ['江宁商贸职业培训中心', '云州电子商务学院', '海西职业技能鉴定站', '北塬高级技工学校']
const levels = ['四级', '三级', '二级', '一级'] as const
const states = ['waiting', 'accepted', 'needs-evidence', 'refused', 'waiting', 'accepted', 'accepted'] as const

export const applications: readonly SampleApplication[] = names.map((name, i) => ({
  id: `SB2026-${String(1041 + i * 7).padStart(5, '0')}`,
  name,
  level: levels[(i * 3) % 4] ?? '四级',
  institution: institutions[(i * 5) % 4] ?? '',
  state: states[(i * 2) % 7] ?? 'waiting',
  clause: `第${(i % 4) + 1}款`,
  hours: 120 + ((i * 37) % 140),
  handedIn: `2026-11-${String(2 + ((i * 5) % 20)).padStart(2, '0')}`,
}))

export const stateWords = {
  waiting: { tone: 'waiting', zh: '待审核', en: 'Waiting' },
  accepted: { tone: 'done', zh: '审核通过', en: 'Accepted' },
  refused: { tone: 'failing', zh: '审核不通过', en: 'Refused' },
  'needs-evidence': { tone: 'running', zh: '待补充材料', en: 'Evidence asked' },
} as const

export const findings = {
  zh: [
    {
      number: '1',
      text: '取得相关职业四级职业资格证书后，累计从事本职业工作4年（含）以上。',
      verdict: 'not-met',
      reasons: ['四级证书取得日期为2024年6月30日，至本考次报名截止日仅2年5个月', '最早2028年6月30日起符合本款'],
      provenance: 'seed',
      source: '2013年版 1.9.2（1）',
    },
    {
      number: '2',
      text: '取得技工学校毕业证书，且为本专业或相关专业应届毕业生。',
      verdict: 'needs-evidence',
      reasons: ['已上传毕业证书扫描件，专业名称“市场营销”须由审核员认定是否相关'],
      provenance: 'public',
      source: '国家职业标准（公开征求意见稿）第1.9.2条',
    },
    {
      number: '3',
      text: '经正规三级培训达规定标准学时数，并取得结业证书。',
      verdict: 'met',
      reasons: ['云州电子商务学院2026年第2期，计入176标准学时，规定为160标准学时', '9个模块测验全部合格，结业证书编号YZ-2026-0318'],
      provenance: 'reconstructed',
      source: '依据相邻条款复原',
    },
  ],
  en: [
    {
      number: '1',
      text: 'Four years or more in the occupation after the level-four certificate.',
      verdict: 'not-met',
      reasons: [
        'The level-four certificate dates from 30 Jun 2024: 2 years 5 months by the closing day',
        'Met from 30 Jun 2028 at the earliest',
      ],
      provenance: 'seed',
      source: 'Edition 2013, 1.9.2 (1)',
    },
    {
      number: '2',
      text: 'Graduate of a technician school, this year, in this or a related field.',
      verdict: 'needs-evidence',
      reasons: ['A scan of the diploma is here; whether “marketing” is related is for the registrar to say'],
      provenance: 'public',
      source: 'Public consultation draft, 1.9.2',
    },
    {
      number: '3',
      text: 'Level-three training with the stated hours, completed with a proof.',
      verdict: 'met',
      reasons: ['176 standard hours in class 2/2026; 160 are required', 'All nine module quizzes passed; completion proof YZ-2026-0318'],
      provenance: 'reconstructed',
      source: 'From neighbouring clauses',
    },
  ],
} as const

export const skills = [
  { zh: '网络使用', en: 'Network use', mine: 88, others: 76 },
  { zh: '信息采集与处理', en: 'Information gathering', mine: 72, others: 70 },
  { zh: '网络营销', en: 'Online marketing', mine: 54, others: 66 },
  { zh: '电子交易', en: 'Online trading', mine: 81, others: 72 },
  { zh: '物流与供应链', en: 'Logistics', mine: 65, others: 61 },
  { zh: '安全与支付', en: 'Security and payment', mine: 92, others: 74 },
] as const

export const weights = [
  { zh: '职业道德', en: 'Ethics', weights: [500, 0] },
  { zh: '计算机与网络基础', en: 'Computers and networks', weights: [1500, 1000] },
  { zh: '电子商务交易', en: 'Trading', weights: [2500, 3000] },
  { zh: '网络营销', en: 'Marketing', weights: [2500, 3500] },
  { zh: '物流、支付与安全', en: 'Logistics, payment, security', weights: [3000, 2500] },
] as const

export const season = [
  { zh: '申报', en: 'Applied', count: 12480, rate: ['', ''] },
  { zh: '审核通过', en: 'Accepted', count: 11236, rate: ['通过率', 'accepted'] },
  { zh: '到考', en: 'Sat', count: 10614, rate: ['到考率', 'sat'] },
  { zh: '双科合格', en: 'Passed both', count: 6733, rate: ['合格率', 'passed'] },
  { zh: '发证', en: 'Certified', count: 6710, rate: ['发证率', 'certified'] },
] as const
