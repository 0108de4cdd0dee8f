import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'

export const itemBankRefusals = {
  'import-not-readable': {
    status: 422,
    zh: '文件不能读取，没有导入任何内容。请按下面的原因处理后重新选择文件。',
    en: 'The file cannot be read and nothing was imported. See the reason below, then choose the file again.',
  },
  'import-format-unknown': {
    status: 415,
    zh: '看不出文件的格式。请选择格式后重试；支持QTI、Moodle XML、GIFT、Aiken与Excel工作簿。',
    en: 'The format cannot be told from the file. Choose it and try again: QTI, Moodle XML, GIFT, Aiken or an Excel workbook.',
  },
  'import-refused': {
    status: 422,
    zh: '文件不符合{format}格式，没有导入任何内容。请按下面的原因修改。',
    en: 'The file does not follow the format {format} and nothing was imported. Correct what is listed below.',
  },
  'import-has-faults': {
    status: 422,
    zh: '有{count}处错误，整份未导入。请修改后重试，或选择只导入没有错误的试题。',
    en: 'There are {count} faults and nothing was imported. Correct them, or choose to import the sound items only.',
  },
  'export-too-many': {
    status: 422,
    zh: '一次最多导出{most}题。请缩小范围后重试。',
    en: 'At most {most} items can be exported at once. Choose fewer.',
  },
  'item-file-invalid': {
    status: 422,
    zh: '试题文件{file}有{count}处错误，整份未入库。请按列出的题号逐处修改后重新导入。',
    en: 'The item file {file} has {count} faults and nothing was entered. Correct them by the item ids listed and import it again.',
  },
  'item-unknown': {
    status: 404,
    zh: '没有找到这道试题，或已停用。请返回题库列表重新选择。',
    en: 'No such item, or it is retired. Go back to the list and choose again.',
  },
  'item-code-taken': {
    status: 409,
    zh: '试题编号{code}已被使用。请换一个编号，或打开该试题另建新版本。',
    en: 'The item id {code} is taken. Choose another, or open that item and make a new version.',
  },
  'item-invalid': {
    status: 422,
    zh: '试题还有{count}处必须修改，未能送审。请按标出的位置修改。',
    en: 'The item has {count} faults that must be corrected and was not sent. Correct the marked places.',
  },
  'item-place-unknown': {
    status: 422,
    zh: '标准版本、等级或知识范围不在比重表中。请重新选择。',
    en: 'Edition, level or area is not in the weight table. Choose again.',
  },
  'point-unknown': {
    status: 422,
    zh: '鉴定点{codes}不在该等级的细目表中。请重新选择。',
    en: 'The points {codes} are not in the specification table of the level. Choose again.',
  },
  'not-own-version': {
    status: 403,
    zh: '只有命题员本人可以修改、送审或撤回自己的试题。请联系该命题员。',
    en: 'Only its writer may change, send or withdraw a version. Ask the writer.',
  },
  'own-item': {
    status: 403,
    zh: '不能审定或批准自己命制过的试题。请由其他人员处理。',
    en: 'Nobody decides about an item they wrote. Leave it to somebody else.',
  },
  'passed-it-already': {
    status: 403,
    zh: '审题员不能再批准自己审定通过的试题。请由另一名人员批准。',
    en: 'Who passed a version does not approve it as well. Leave it to somebody else.',
  },
  'version-fixed': {
    status: 409,
    zh: '试题版本已离开草稿状态（{state}），内容不能再改。请由它另建新版本。',
    en: 'The version is no draft any more ({state}) and its content is fixed. Make a new version from it.',
  },
  'version-on-its-way': {
    status: 409,
    zh: '试题{code}已有第{number}版正在办理。请先办结或撤回该版本。',
    en: 'Version {number} of item {code} is on its way already. Finish or withdraw it first.',
  },
  'checklist-open': {
    status: 422,
    zh: '审题清单还有未勾选的项目，不能通过。请逐项核对，或退回并写明意见。',
    en: 'Some points of the checklist are open, so the version cannot be passed. Check each, or return it with remarks.',
  },
  'comments-open': {
    status: 409,
    zh: '还有{count}条意见没有解决，不能批准。请先处理意见。',
    en: '{count} remarks are not resolved yet, so the version cannot be approved. Settle them first.',
  },
  'specification-invalid': {
    status: 422,
    zh: '细目表文件{file}有{count}处错误，未能录入。请按列出的位置修改后重新导入。',
    en: 'The specification file {file} has {count} faults and was not entered. Correct the places listed and import it again.',
  },
  'specification-points-in-use': {
    status: 409,
    zh: '新表去掉了{count}个已有试题的鉴定点，未能录入。请在新表中保留它们，或先把试题改归其他鉴定点。',
    en: 'The new table leaves out {count} points that have items and was not entered. Keep them, or place their items elsewhere first.',
  },
  'specification-unknown': {
    status: 404,
    zh: '该等级还没有录入细目表。请先录入细目表。',
    en: 'No specification table of this level has been entered. Enter one first.',
  },
  'media-unknown': {
    status: 404,
    zh: '没有找到这张图片。请重新上传。',
    en: 'No such picture. Upload it again.',
  },
  'svg-refused': {
    status: 415,
    zh: 'SVG图片含有不能使用的内容。请按提示另存为纯图形的SVG，或改用PNG。',
    en: 'The SVG carries something that cannot be used. Save it as plain shapes as noted, or use PNG.',
  },
  'stimulus-unknown': {
    status: 404,
    zh: '没有找到这份材料。请重新选择。',
    en: 'No such stimulus. Choose again.',
  },
  'comment-unknown': {
    status: 404,
    zh: '没有找到这条意见。请刷新后重试。',
    en: 'No such remark. Reload and try again.',
  },
  'lab-task-not-released': {
    status: 409,
    zh: '未启用：实验任务{tasks}没有通过发布检验。请按下面的原因处理，重新检验后再启用。',
    en: 'Not released: the laboratory tasks {tasks} have not passed their gates. See the reasons below, try them again, then release.',
  },
} as const satisfies RefusalCatalogue
