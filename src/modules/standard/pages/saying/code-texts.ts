import type { Language } from '../../../../ui/words.ts'

type Pair = { readonly zh: string; readonly en: string }

/** Codes and working notes that the data keep in English or as a code, and how a reader is told them. Everything else is text of a source and stays as it stands. */
const CODES: Readonly<Record<string, Pair>> = {
  inForce: { zh: '现行', en: 'in force' },
  superseded: { zh: '已被替代', en: 'superseded' },
  trial: { zh: '试行', en: 'trial' },
  fragment: { zh: '残存片段', en: 'fragment' },
  draft: { zh: '征求意见稿', en: 'draft for comment' },
  localOverlay: { zh: '地方变体', en: 'local variant' },
  eligibilityOverlay: { zh: '现行（仅改申报条件）', en: 'in force (eligibility only)' },
  'specialAbility (no levels)': { zh: '专项能力（不分等级）', en: 'special ability (no levels)' },
  '<level>:<workType>; L1 has no work type': {
    zh: '按等级和工种分列，一级不分工种',
    en: 'by level and work type; level 1 has no work type',
  },
  allOnComputer: { zh: '理论知识和操作技能均采用计算机考试', en: 'both papers on computer' },
  skillOnly: { zh: '只考操作技能', en: 'practical paper only' },
  'theory: computer or closed paper; ability: computer or written': {
    zh: '理论知识：机考或闭卷笔试；能力：机考或笔试',
    en: 'theory: computer or closed paper; ability: computer or written',
  },
  'theory: paper or computer; skill: on-site, simulated or computer; review (L2, L1): documents and defence': {
    zh: '理论知识：笔试或机考；操作技能：现场操作、模拟操作或机考；综合评审（二级、一级）：审阅申报材料并答辩',
    en: 'theory: paper or computer; practical: on site, simulated or on computer; review (levels 2 and 1): documents and defence',
  },
  theory: { zh: '理论知识', en: 'theory' },
  skill: { zh: '操作技能', en: 'practical' },
  review: { zh: '综合评审', en: 'review' },
  province: { zh: '省级鉴定中心', en: 'provincial centre' },
  nation: { zh: '国家中心', en: 'national centre' },
  allModules: { zh: '全部模块', en: 'all modules' },
  single: { zh: '单项选择题', en: 'single choice' },
  multiple: { zh: '多项选择题', en: 'multiple choice' },
  thesisWrittenDefence: { zh: '论文撰写与答辩', en: 'thesis and defence' },
  comprehensiveReview: { zh: '综合评审', en: 'comprehensive review' },
  documentsAndDefence: { zh: '审阅材料与答辩', en: 'documents and defence' },
  training: { zh: '培训', en: 'training' },
  theoryTraining: { zh: '理论培训', en: 'theory training' },
  skillTraining: { zh: '技能培训', en: 'practical training' },
  theoryExam: { zh: '理论知识考试', en: 'theory paper' },
  skillExam: { zh: '操作技能考试', en: 'practical paper' },
}

/** Working notes of the editions, in the words of the data, and their Chinese. */
const NOTES: Readonly<Record<string, string>> = {
  'text cut off after two items': '原文在第二项之后残缺',
  'seed heading is misprinted as 电子文件基础知识': '种子文本标题误印为“电子文件基础知识”',
  'Five rows and the total of one table survive (seed:L234-L244). They sum to 40, so 60 is left for basics and 网络使用; they are placed in L4 theory because 60% for one function would be implausible in a skill table. All other figures are a reconstruction.':
    '仅存一张表的五行和合计（种子文本L234—L244）。五行之和为40，余下60归基本要求和“网络使用”；因技能表中一项功能占60%不合常理，故置于四级理论知识表。其余数字均为复原。',
  'L4 and L3 theory tables are complete in the source (both add to 100); the source is an undated training deck whose area names differ from the L3 chapter names of the teaching outline. Skill tables and all of L2/L1 are a reconstruction.':
    '四级、三级理论知识表在出处中完整（均合计100）；出处为一份未注日期的培训课件，其范围名称与教学大纲三级章名不尽相同。操作技能表以及二级、一级全部为复原。',
  'no source found for L1 eligibility; modelled on sibling business occupations of the same years':
    '一级申报条件未见出处，参照同期相近商务职业拟定',
  'excerpt ends here; the remaining conditions follow ec-2005': '摘录至此为止，其余条件依2005年版',
  'minutes are minima (不少于); hours carried over from the draft; L3-3, L2-1, L1-1 are taken from pages on sibling occupations that use the same common wording':
    '考试时间均为“不少于”；学时取自征求意见稿；L3-3、L2-1、L1-1三款取自通用措辞相同的相近职业资料',
  'no weight table of this edition was found; all figures are a reconstruction': '未见本版本的比重表，全部数字均为复原',
  'taken from a sibling 2021 standard (保育师) with the same section number 1.9.3; the e-commerce figures were not found':
    '取自2021年相近标准（保育师）同一节号1.9.3；未见电子商务师的数字',
  'further conditions follow in the source after its excerpt ends': '出处摘录之后尚有其他条件',
}

/** A code, note or text of the data as the reader is told it. */
export function textOf(data: string, language: Language): string {
  const code = CODES[data]
  if (code) return code[language]
  return language === 'zh' ? (NOTES[data] ?? data) : data
}

/** Texts joined as the language enumerates. */
export function listed(texts: readonly string[], language: Language): string {
  return texts.map(text => textOf(text, language)).join(language === 'zh' ? '、' : ', ')
}
