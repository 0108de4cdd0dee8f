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
  'pass-rule-missing': {
    status: 422,
    zh: '不能判定：标准版本{edition}没有规定等级{level}的合格标准。请核对考次的标准版本。',
    en: 'No decision: the edition {edition} states no pass rule for level {level}. Check the edition of the session.',
  },
  'session-unknown': {
    status: 404,
    zh: '没有这个考次。请从考次列表中选择。',
    en: 'There is no such session. Choose one from the list.',
  },
  'results-open': {
    status: 409,
    zh: '未提出公布：还有{count}人的成绩未确认，或尚未判定。请待评分完成后重新判定。',
    en: 'Nothing was proposed: {count} results are not confirmed or not decided. Finish the marking and decide again.',
  },
  'publication-open': {
    status: 409,
    zh: '操作未执行：本考次已有待审批或已公布的成绩。请先处理该申请。',
    en: 'Nothing was changed: the results of this session are proposed or published already. Deal with that first.',
  },
  'publication-unknown': {
    status: 404,
    zh: '没有找到这份公布申请。请刷新后重试。',
    en: 'There is no such proposal. Reload and try again.',
  },
  'not-published': {
    status: 409,
    zh: '未签发证书：本考次成绩尚未公布。请先完成公布审批。',
    en: 'No certificates were issued: the results of this session are not published. Approve the publication first.',
  },
} as const satisfies RefusalCatalogue
