import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'

export const interactionRefusals: RefusalCatalogue = {
  'item-content-invalid': {
    status: 422,
    zh: '试题内容不符合题型要求，未被接受。请按标出的字段修改后重试。',
    en: 'The content of the item does not fit its type and was not accepted. Correct the marked fields and try again.',
  },
  'item-key-invalid': {
    status: 422,
    zh: '答案键与试题不符，未被接受。请检查答案键所指的选项是否存在、数量是否正确。',
    en: 'The key does not fit the item and was not accepted. Check that the options it names exist and that their number is right.',
  },
  'item-rubric-invalid': {
    status: 422,
    zh: '评分标准不符合题型要求，未被接受。请按标出的字段修改后重试。',
    en: 'The rubric does not fit the type of the item and was not accepted. Correct the marked fields and try again.',
  },
  'evidence-invalid': {
    status: 422,
    zh: '评分与本题的评分标准不符，未被接受。请逐项给分，每项不超过其满分。',
    en: 'The marks do not fit the rubric of the item and were not accepted. Mark every criterion once, none above its maximum.',
  },
  'response-invalid': {
    status: 422,
    zh: '作答内容的格式与题型不符，未被接受。请重新作答本题。',
    en: 'The response does not fit the type of the item and was not accepted. Respond to this item again.',
  },
}
