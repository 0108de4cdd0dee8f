import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'

/** Refusals of this module: what was refused, why, and what to do next. `wrong-state` is told by the general catalogue. */
export const awardRefusals = {
  'result-not-confirmed': {
    status: 409,
    zh: '尚不能判定是否合格：{paper}成绩未确认。请待成绩确认后再办理。',
    en: 'No award decision yet: the {paperEn} result is not confirmed. Decide once it is.',
  },
  'same-person': {
    status: 403,
    zh: '操作未执行：成绩公布须由两人办理，提出人不能审批。请另一位有权限的人员处理。',
    en: 'Nothing was changed: two people publish results, and whoever proposed cannot decide. Ask another officer.',
  },
  'results-changed': {
    status: 409,
    zh: '未公布成绩：提出后成绩已有变动。请核对变动，重新提出。',
    en: 'The results were not published: they changed after the proposal. Check the changes and propose again.',
  },
  'return-reason-missing': {
    status: 422,
    zh: '未退回：没有填写退回理由。请写明需要更正的内容。',
    en: 'The proposal was not returned: no reason is given. State what must be corrected.',
  },
} as const satisfies RefusalCatalogue
