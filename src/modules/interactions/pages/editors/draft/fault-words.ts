import type { FieldFault } from '../../../../../kernel/result.ts'

type Words = Pick<FieldFault, 'zh' | 'en'>

/** What a writer reads beside a field that is not right yet; `#` stands for a place in a list. */
const WORDS: Readonly<Record<string, Words>> = {
  'content.stem': { zh: '请写出题干。', en: 'Write the stem.' },
  'content.stimulus': { zh: '请写出材料。', en: 'Write the stimulus.' },
  'content.brief': { zh: '请写出任务说明。', en: 'Write the brief of the task.' },
  'content.options': { zh: '选项须有2至8个。', en: 'There must be two to eight options.' },
  'content.options.#.text': { zh: '选项还没有内容。', en: 'The option has no text yet.' },
  'content.gaps': { zh: '至少要有一个空，每个空在题中恰好出现一次。', en: 'At least one gap; each stands exactly once in the text.' },
  'content.gaps.#.options': { zh: '每处须有2至12个选项。', en: 'Each gap needs two to twelve options.' },
  'content.gaps.#.options.#.text': { zh: '选项还没有内容。', en: 'The option has no text yet.' },
  'content.gaps.#.unit': { zh: '单位不能超过20个字符。', en: 'A unit has at most 20 characters.' },
  'content.table': { zh: '请填写表格。', en: 'Fill in the table.' },
  'content.table.rows': { zh: '表格须有1至40行，每行不超过12格。', en: 'The table needs 1 to 40 rows of at most 12 cells.' },
  'content.left': { zh: '左栏须有2至12项。', en: 'The left column needs two to twelve entries.' },
  'content.right': {
    zh: '右栏须有2至12项；右项不可重复使用时，不能少于左项。',
    en: 'The right column needs two to twelve entries, and no fewer than the left unless they may be used again.',
  },
  'content.left.#.text': { zh: '此项还没有内容。', en: 'This entry has no text yet.' },
  'content.right.#.text': { zh: '此项还没有内容。', en: 'This entry has no text yet.' },
  'content.entries': { zh: '须有2至12项，其中至少两项可以移动。', en: 'Two to twelve entries, at least two of which can be moved.' },
  'content.entries.#.text': { zh: '此项还没有内容。', en: 'This entry has no text yet.' },
  'content.picture': { zh: '请选择图片。', en: 'Choose a picture.' },
  'content.picture.media': { zh: '请选择图片。', en: 'Choose a picture.' },
  'content.picture.alt': {
    zh: '请用文字说明图片内容，看不见图片的人靠它作答。',
    en: 'Say in words what the picture shows: people who cannot see it depend on it.',
  },
  'content.areas': { zh: '须有2至30个区域，且都在图片之内。', en: 'Two to thirty areas, all of them inside the picture.' },
  'content.areas.#.label': { zh: '请给区域写一个名称。', en: 'Give the area a name.' },
  'content.areas.#.shape': { zh: '区域的位置或大小不完整。', en: 'Place or size of the area is incomplete.' },
  'content.most': { zh: '可选数量须在1至30之间。', en: 'Between 1 and 30 areas may be chosen.' },
  'content.words': { zh: '最少字数不能多于最多字数。', en: 'The least number of words is above the most.' },
  'content.words.most': { zh: '请填写最多字数（1至3000）。', en: 'State the most words (1 to 3000).' },
  'content.words.least': { zh: '最少字数须在1至3000之间，或留空。', en: 'The least words are 1 to 3000, or nothing.' },
  'content.accept': { zh: '请至少选择一种文件类型。', en: 'Choose at least one type of file.' },
  'content.mostBytes': { zh: '单个文件大小须在1KB至20MB之间。', en: 'A file has 1 KB to 20 MB.' },
  'content.mostFiles': { zh: '文件数须在1至10之间。', en: 'One to ten files.' },
  'content.scenario': { zh: '请填写场景编号（小写字母、数字、连字符）。', en: 'Name the scenario (small letters, digits, hyphens).' },
  'content.task': { zh: '请填写实验任务编号，如 L4-05。', en: 'Name the task of the laboratory, such as L4-05.' },
  'content.scenarioVersion': { zh: '请填写场景版本。', en: 'State the version of the scenario.' },
  'content.seed': { zh: '初始种子不能超过80个字符。', en: 'The seed has at most 80 characters.' },
  'content.parts': { zh: '须有1至12个小题。', en: 'One to twelve parts.' },
  'content.parts.#.marks': { zh: '请填写小题分值。', en: 'State the marks of the part.' },
  key: { zh: '答案键与试题不符。', en: 'The key does not fit the item.' },
  'key.optionId': { zh: '请标出正确选项。', en: 'Mark the right option.' },
  'key.optionIds': { zh: '请至少标出一个正确选项。', en: 'Mark at least one right option.' },
  'key.verdict': { zh: '请选择正确或错误。', en: 'Choose true or false.' },
  'key.gaps': { zh: '请填写每个空的答案。', en: 'State what is right in each gap.' },
  'key.gaps.#.optionId': { zh: '请标出此处的正确选项。', en: 'Mark the right option of this gap.' },
  'key.gaps.#.value': { zh: '请填写标准数值，如12.5。', en: 'State the number, such as 12.5.' },
  'key.gaps.#.tolerance': { zh: '允许误差须为不带负号的数值。', en: 'The tolerance is a number that is not negative.' },
  'key.gaps.#.accept': { zh: '请至少写一种可接受的写法。', en: 'State at least one accepted writing.' },
  'key.pairs': { zh: '请为每个左项选择对应的右项。', en: 'Choose a partner for every entry on the left.' },
  'key.entryIds': { zh: '请按正确顺序列出各项。', en: 'List the entries in the right order.' },
  'key.areaIds': { zh: '请至少标出一个正确区域。', en: 'Mark at least one right area.' },
  'key.reference': { zh: '请写出参考答案。', en: 'Write a reference.' },
  'key.criteria': {
    zh: '请列出1至20个评分点，各档分值不超过该点满分。',
    en: 'List one to twenty criteria; no level brings more than its criterion.',
  },
  'key.criteria.#.text': { zh: '请写明评分点。', en: 'Say what the criterion is.' },
  'key.criteria.#.marks': { zh: '请填写评分点的分值。', en: 'State the marks of the criterion.' },
  'key.criteria.#.levels.#.text': { zh: '请写明本档的表现。', en: 'Describe this level.' },
  'key.criteria.#.levels.#.marks': { zh: '请填写本档分值。', en: 'State the marks of this level.' },
  'key.checks': { zh: '请列出1至40个检查点。', en: 'List one to forty checks.' },
  'key.checks.#.text': { zh: '请写明检查内容。', en: 'Say what is checked.' },
  'key.checks.#.share': { zh: '请填写权重。', en: 'State the share.' },
  'key.explanation': { zh: '解析不完整。', en: 'The explanation is incomplete.' },
  'rubric.shares': { zh: '权重须为1至1000的整数。', en: 'Shares are whole numbers from 1 to 1000.' },
  'rubric.wrongCost': { zh: '错选扣分须为1至1000的整数百分比。', en: 'The cost of a wrong option is a whole percentage from 1 to 1000.' },
}

/** A picture in a text without words for those who cannot see it; the path ends in `.alt`. */
export const NO_ALT: Words = { zh: '请用文字说明图片内容。', en: 'Say in words what the picture shows.' }
export const TOO_LONG: Words = {
  zh: '文字过长：每段、每格、整篇都有上限。',
  en: 'The text is too long: paragraphs, cells and the whole have their limits.',
}

/** The fault with the words of its field, or of the nearest field around it; one that no field knows keeps its own. */
export function inWritersWords(fault: FieldFault): FieldFault {
  const steps = fault.path.split('.').map(step => (/^\d+$/.test(step) ? '#' : step))
  for (let length = steps.length; length > 0; length--) {
    const words = WORDS[steps.slice(0, length).join('.')]
    if (words !== undefined) return { path: fault.path, ...words }
  }
  return fault
}
