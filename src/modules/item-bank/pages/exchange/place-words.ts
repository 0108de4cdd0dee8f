import type { Language } from '../../../../ui/words.ts'

type Words = Readonly<Record<Language, string>>
const words = (zh: string, en: string): Words => ({ zh, en })

/** What the formats call a place, and what a person calls it. */
const PLACES: Readonly<Record<string, Words>> = {
  item: words('整道试题', 'the whole item'),
  file: words('文件', 'the file'),
  code: words('试题编号', 'item number'),
  title: words('标题', 'title'),
  facts: words('试题信息', 'facts of the item'),
  type: words('题型', 'type'),
  interaction: words('题型', 'type'),
  question_type: words('题型', 'type'),
  marks: words('分值', 'marks'),
  defaultgrade: words('分值', 'marks'),
  stem: words('题干', 'stem'),
  questiontext: words('题干', 'stem'),
  itemBody: words('试题正文', 'body of the item'),
  prompt: words('作答提示', 'prompt'),
  stimulus: words('共用材料', 'shared stimulus'),
  stimulusBody: words('共用材料', 'shared stimulus'),
  assessmentStimulusRef: words('共用材料', 'shared stimulus'),
  text: words('文字', 'text'),
  response_lid: words('作答部分', 'interaction'),
  response_label: words('选项', 'options'),
  option: words('选项', 'options'),
  options: words('选项', 'options'),
  answer: words('选项或答案', 'options or key'),
  subquestion: words('匹配项', 'entries to match'),
  matching: words('匹配项', 'entries to match'),
  simpleChoice: words('选项', 'options'),
  simpleAssociableChoice: words('匹配项', 'entries to match'),
  inlineChoice: words('空内选项', 'choices in a gap'),
  gapText: words('拖放选项', 'choices to drag'),
  gapImg: words('图片选项', 'picture choices'),
  dragbox: words('拖放选项', 'choices to drag'),
  hottext: words('文中选项', 'choices in the text'),
  hotspotChoice: words('图上区域', 'areas of the picture'),
  cloze: words('填空', 'gaps'),
  gap: words('填空', 'gaps'),
  gaps: words('填空', 'gaps'),
  number: words('数值答案', 'number'),
  unit: words('单位', 'units'),
  pinned: words('固定位置的选项', 'pinned options'),
  correctResponse: words('答案', 'key'),
  key: words('答案', 'key'),
  ANSWER: words('答案行', 'ANSWER line'),
  weight: words('选项权重', 'weights of options'),
  'answer fraction': words('选项得分比例', 'marks of options'),
  shares: words('各空分值', 'shares of gaps'),
  credit: words('计分规则', 'credit rule'),
  gradingtype: words('计分规则', 'credit rule'),
  respcondition: words('评分规则', 'scoring rules'),
  responseProcessing: words('评分规则', 'scoring rules'),
  outcomeDeclaration: words('评分变量', 'scoring variables'),
  criteria: words('评分标准', 'criteria'),
  levels: words('评分档次', 'levels of criteria'),
  rubricBlock: words('评分标准或说明', 'criteria or instructions'),
  graderinfo: words('评分说明', 'marking notes'),
  explanation: words('解析', 'explanation'),
  generalfeedback: words('解析', 'explanation'),
  feedback: words('反馈', 'feedback'),
  itemfeedback: words('反馈', 'feedback'),
  modalFeedback: words('反馈', 'feedback'),
  correctfeedback: words('答对时的反馈', 'feedback on full marks'),
  partiallycorrectfeedback: words('部分答对时的反馈', 'feedback on part of the marks'),
  incorrectfeedback: words('答错时的反馈', 'feedback on no marks'),
  hint: words('提示', 'hints'),
  penalty: words('重答扣分', 'penalty'),
  responsetemplate: words('作答模板', 'response template'),
  filetypeslist: words('可交文件类型', 'kinds of files'),
  picture: words('图片', 'pictures'),
  presentation: words('试题正文', 'body of the item'),
  adaptive: words('自适应设置', 'adaptive setting'),
  templateDeclaration: words('随机变量', 'template variables'),
  selection_ordering: words('抽题设置', 'selection of items'),
  format: words('文本格式', 'text format'),
  $CATEGORY: words('类别', 'category'),
}

const STYLE = words('字符样式', 'letter styles')
const SHIFT = words('上下标', 'superscripts and subscripts')
/** What stands inside of a text. */
const PIECES: Readonly<Record<string, Words>> = {
  ...Object.fromEntries('b strong i em u s small big mark code kbd tt cite q del ins var samp'.split(' ').map(name => [name, STYLE])),
  sub: SHIFT,
  sup: SHIFT,
  a: words('链接', 'links'),
  img: words('图片', 'pictures'),
  object: words('嵌入内容', 'embedded content'),
  iframe: words('嵌入内容', 'embedded content'),
  svg: words('矢量图', 'drawings'),
  table: words('表格', 'tables'),
  script: words('脚本', 'scripts'),
  style: words('样式', 'styles'),
  stylesheet: words('样式表', 'style sheets'),
  math: words('公式', 'formulas'),
  audio: words('音频', 'sound'),
  video: words('视频', 'video'),
  format: words('文本格式', 'text format'),
}

/** Places that carry a number or a name of their own. */
const NUMBERED: readonly (readonly [RegExp, Words])[] = [
  [/^line (\d+)$/, words('第$1行', 'line $1')],
  [/^\[\[(\d+)\]\]$/, words('第$1空', 'gap $1')],
  [/^file (.+)$/, words('文件“$1”', 'file “$1”')],
  [/^question type="(.*)"$/, words('题型“$1”', 'type “$1”')],
  [/^(.+)!([A-Z]+\d+)$/, words('“$1”表$2', '$2 of sheet “$1”')],
  [/^\w*Interaction$/, words('作答部分', 'interaction')],
]

/** The place of a fault or loss as a person would say it; names of files and of unknown elements stay as they are. */
export function placeWords(element: string, language: Language): string {
  const whole = known(PLACES, element) ?? known(PIECES, element)
  if (whole !== undefined) return whole[language]
  for (const [pattern, said] of NUMBERED) if (pattern.test(element)) return element.replace(pattern, said[language])
  const [, holder = '', name = ''] = /^(\S+) (\S+)$/.exec(element) ?? []
  const [outer, inner] = [holder === '' ? undefined : placeWords(holder, language), known(PIECES, name)?.[language] ?? name]
  if (outer === undefined || (outer === holder && inner === name)) return element
  return language === 'zh' ? `${outer}中的${inner}` : `${inner} in ${outer}`
}

/** Elements are names that others chose: `constructor` is none of ours. */
function known(table: Readonly<Record<string, Words>>, name: string): Words | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
