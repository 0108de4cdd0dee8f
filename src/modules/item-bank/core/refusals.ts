import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'

export const itemBankRefusals = {
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
} as const satisfies RefusalCatalogue
