/** The 56 nations (民族) in the order of GB/T 3304, and the two entries of the register for everybody else. */
export const NATIONS = [
  ...(
    '汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 ' +
    '佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 ' +
    '阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 ' +
    '珞巴族 基诺族'
  ).split(' '),
  '其他未识别民族',
  '外国血统中国籍人士',
] as const

/** The eight steps of education (文化程度) of the registration form, highest first. */
export const EDUCATION_WORDS = {
  doctor: { zh: '博士研究生', en: 'doctorate' },
  master: { zh: '硕士研究生', en: 'master' },
  bachelor: { zh: '大学本科', en: 'bachelor' },
  associate: { zh: '大学专科', en: 'associate degree' },
  'secondary-vocational': { zh: '中等专科', en: 'secondary vocational' },
  'skilled-worker': { zh: '技工院校或职业高中', en: 'skilled-worker or vocational high' },
  'senior-secondary': { zh: '普通高中', en: 'senior secondary' },
  'junior-secondary': { zh: '初中及以下', en: 'junior secondary or below' },
} as const
export type Education = keyof typeof EDUCATION_WORDS
export const EDUCATIONS = Object.keys(EDUCATION_WORDS) as Education[]

/** Where an applicant comes from (考生来源). */
export const SOURCE_WORDS = {
  enterprise: { zh: '企业', en: 'enterprise' },
  government: { zh: '机关事业单位', en: 'government body' },
  society: { zh: '社会', en: 'general public' },
  campus: { zh: '学校', en: 'in education' },
  military: { zh: '军队', en: 'military' },
  other: { zh: '其他', en: 'other' },
} as const
export type Source = keyof typeof SOURCE_WORDS
export const SOURCES = Object.keys(SOURCE_WORDS) as Source[]

/** How a paper is registered for: for the first time, again, or carried over from an earlier session. */
export const SITTING_WORDS = {
  first: { zh: '新考', en: 'first sitting' },
  resit: { zh: '补考', en: 'resit' },
  exempt: { zh: '免考（成绩有效期内）', en: 'exempt (earlier result still valid)' },
} as const
export type SittingKind = keyof typeof SITTING_WORDS
export const SITTING_KINDS = Object.keys(SITTING_WORDS) as SittingKind[]

export const PAPERS = ['theory', 'practical'] as const
export type Paper = (typeof PAPERS)[number]
export const PAPER_WORDS = { theory: { zh: '理论知识', en: 'theory' }, practical: { zh: '操作技能', en: 'practical' } } as const
