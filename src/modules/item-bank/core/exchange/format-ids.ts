/** The formats in which items come and go. */
export const FORMAT_IDS = ['qti-3', 'qti-2-2', 'qti-2-1', 'qti-1-2', 'moodle-xml', 'gift', 'aiken', 'workbook'] as const
export type FormatId = (typeof FORMAT_IDS)[number]

/** What the formats are called. */
export const FORMAT_NAMES: Readonly<Record<FormatId, { readonly zh: string; readonly en: string }>> = {
  'qti-3': { zh: 'QTI 3.0包', en: 'QTI 3.0 package' },
  'qti-2-2': { zh: 'QTI 2.2包', en: 'QTI 2.2 package' },
  'qti-2-1': { zh: 'QTI 2.1包', en: 'QTI 2.1 package' },
  'qti-1-2': { zh: 'QTI 1.2包（Canvas）', en: 'QTI 1.2 package (Canvas)' },
  'moodle-xml': { zh: 'Moodle XML', en: 'Moodle XML' },
  gift: { zh: 'GIFT文本', en: 'GIFT text' },
  aiken: { zh: 'Aiken文本', en: 'Aiken text' },
  workbook: { zh: 'Excel工作簿', en: 'Excel workbook' },
}
